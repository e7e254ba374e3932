package companion.local;

import static org.assertj.core.api.Assertions.assertThat;

import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions need what their roles allow, and get no more: a narrower role stops them. */
final class LeastPrivilegeIT {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern FILE = Pattern.compile("/v1/files/[0-9a-f]{64}");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path root;

  private LocalSystem start(String template) throws Exception {
    Files.writeString(root.resolve("template.yaml"), template);
    var random = new SecureRandom();
    return LocalSystem.start(
        new Options(root, 0, false, PROJECT.resolve("content"), root.resolve("data"), false),
        new LocalSystem.Surroundings(
            Handlers.ofProject(),
            DemoContent.ofProject(random),
            Clock.systemUTC(),
            random,
            new PrintStream(out, true, StandardCharsets.UTF_8)));
  }

  private static String template() throws IOException {
    return Files.readString(PROJECT.resolve("template.yaml"));
  }

  private static String narrowed(String from, String to) throws IOException {
    String template = template();
    assertThat(template).contains(from);
    return template.replace(from, to);
  }

  private static Answer get(LocalSystem system, String path) {
    return system.reply(Request.get(path, path.startsWith("/v1/files/") ? "" : "lang=en"));
  }

  private static String anyFile(LocalSystem system) {
    Matcher file = FILE.matcher(get(system, "/v1/resources/media-guide").text());
    assertThat(file.find()).isTrue();
    return file.group();
  }

  @Test
  void shouldAnswerEveryRouteWithinTheRolesOfTheTemplate() throws Exception {
    try (LocalSystem system = start(template())) {
      assertThat(get(system, "/v1/resources").status()).isEqualTo(200);
      assertThat(get(system, "/v1/resources/media-guide").status()).isEqualTo(200);
      assertThat(get(system, "/v1/resources/media-guide/editions").status()).isEqualTo(200);
      assertThat(get(system, "/v1/vocabulary").status()).isEqualTo(200);
      assertThat(get(system, "/v1/language-services").status()).isEqualTo(200);
      assertThat(get(system, anyFile(system)).status()).isEqualTo(302);
      assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("AccessDenied");
    }
  }

  @Test
  void shouldFailWhereTheRoleAllowsNoKeyThatIsThere() throws Exception {
    try (LocalSystem system =
        start(narrowed("dynamodb:LeadingKeys: public#*", "dynamodb:LeadingKeys: nothing#*"))) {
      assertThat(get(system, "/v1/resources").status()).isEqualTo(500);
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("AccessDeniedException");
    }
  }

  @Test
  void shouldFindNoFileWhereTheRoleAllowsNone() throws Exception {
    try (LocalSystem system =
        start(narrowed("${Library.Arn}/public/*", "${Library.Arn}/nothing/*"))) {
      assertThat(get(system, anyFile(system)).status()).isEqualTo(404);
    }
  }
}
