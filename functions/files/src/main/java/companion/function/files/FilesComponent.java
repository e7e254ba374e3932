package companion.function.files;

import companion.config.Environment;
import companion.feed.Audience;
import companion.http.Edge;
import companion.http.FilePath;
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

    /** Whose files: each audience has its own deployment, with a role for its files alone. */
    private static Audience audience(Environment environment) {
      return Audience.of(environment.require("AUDIENCE"));
    }

    @Provides
    static GetFile getFile(Environment environment, S3Client s3, S3Presigner presigner) {
      return new GetFile(
          s3, presigner, environment.require("LIBRARY_BUCKET"), audience(environment));
    }

    @Provides
    @Singleton
    static Edge edge(GetFile get, Environment environment) {
      return new Edge(
          Map.of("GET " + FilePath.of(audience(environment)) + "{sha256}", get),
          environment.callers(),
          new Negotiation(environment.workingLanguages()));
    }
  }
}
