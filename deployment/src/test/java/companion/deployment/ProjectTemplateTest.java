package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProjectTemplateTest {
  private static Template project() throws Exception {
    return TemplateReader.read(
        Files.readString(Path.of("..", "template.yaml")),
        Map.of("IssuerUrl", "http://issuer", "Audience", "app"));
  }

  @Test
  void shouldResolveEveryFunctionOfTheProject() throws Exception {
    assertThat(project().functions())
        .contains(
            new Template.Function(
                "ResourcesPublic",
                "companion.function.resources.ResourcesFunction",
                Map.of("TABLE", "Table", "AUDIENCES", "public", "DYNAMODB_ENDPOINT", "")),
            new Template.Function(
                "Files",
                "companion.function.files.FilesFunction",
                Map.of("LIBRARY_BUCKET", "library", "S3_ENDPOINT", "")));
  }

  @Test
  void shouldHaveHeadBesideEachGet() throws Exception {
    var keys = project().routes().stream().map(Template.Route::key).toList();
    assertThat(keys)
        .containsAll(
            keys.stream()
                .filter(key -> key.startsWith("GET "))
                .map(key -> key.replace("GET ", "HEAD "))
                .toList());
  }

  @Test
  void shouldProtectEveryRouteThatIsNotPublic() throws Exception {
    assertThat(project().routes())
        .filteredOn(route -> route.path().matches("/v1/(members|board|secretariat)(/.*)?"))
        .allMatch(route -> route.authorizer().isPresent());
  }

  @Test
  void shouldLetPagesOfAnyOriginReadAndNothingMore() throws Exception {
    Template.Cors cors = project().cors().orElseThrow();
    assertThat(cors.origins()).containsExactly("*");
    assertThat(cors.methods()).containsExactlyInAnyOrder("GET", "HEAD");
    assertThat(cors.credentials()).isFalse();
  }
}
