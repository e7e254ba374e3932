package companion.function.files;

import companion.config.Environment;
import companion.feed.Audience;
import companion.file.Sha256;
import companion.http.Edge;
import companion.http.FilePath;
import companion.http.Rehearsal;
import companion.http.Request;
import companion.language.Negotiation;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import java.util.List;
import java.util.Map;
import javax.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@Singleton
@Component(modules = FilesComponent.Wiring.class)
interface FilesComponent {
  Edge edge();

  Rehearsal rehearsal();

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

    private static String routeKey(Environment environment) {
      return "GET " + FilePath.of(audience(environment)) + "{sha256}";
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
          Map.of(routeKey(environment), get),
          environment.callers(),
          new Negotiation(environment.workingLanguages()));
    }

    /** A file that nobody has: S3 is asked all the same. */
    @Provides
    static Rehearsal rehearsal(Edge edge, Environment environment) {
      Request request =
          new Request(
              routeKey(environment),
              "",
              Map.of("sha256", Sha256.of(new byte[0]).hex()),
              Map.of(),
              Map.of());
      return new Rehearsal(edge, () -> List.of(request));
    }
  }
}
