package companion.function.files;

import companion.config.Environment;
import companion.http.Edge;
import companion.language.Negotiation;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import java.util.Map;
import javax.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@Singleton
@Component(modules = FilesComponent.Wiring.class)
interface FilesComponent {
  Edge edge();

  @Component.Factory
  interface Factory {
    FilesComponent create(
        @BindsInstance Environment environment,
        @BindsInstance S3Client s3,
        @BindsInstance S3Presigner presigner);
  }

  /** How the parts come together. */
  @Module
  final class Wiring {
    private Wiring() {}

    @Provides
    static GetFile getFile(Environment environment, S3Client s3, S3Presigner presigner) {
      return new GetFile(s3, presigner, environment.require("LIBRARY_BUCKET"));
    }

    @Provides
    @Singleton
    static Edge edge(GetFile get, Environment environment) {
      return new Edge(
          Map.of("GET /v1/files/{sha256}", get), new Negotiation(environment.workingLanguages()));
    }
  }
}
