package companion.local.page;

import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import companion.local.gateway.Site;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The API's documentation, drawn from {@code openapi.yaml} by Swagger UI, from this machine. */
public final class DocsSite implements Site {
  // Swagger UI sets styles in attributes and draws its icons from data addresses.
  private static final String SOURCES =
      "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'";
  private static final String WEBJAR = "org.webjars/swagger-ui";

  private final Path openApi;

  /**
   * The documentation of one contract.
   *
   * @param openApi the contract; read anew for each request, so that an edit shows on reload
   */
  public DocsSite(Path openApi) {
    this.openApi = openApi;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Optional.empty();
    }
    return switch (request.path()) {
      case "/docs", "/docs/" -> Optional.of(page());
      case "/docs/start.js" ->
          Optional.of(file("text/javascript; charset=utf-8", "/docs/start.js"));
      case "/docs/swagger-ui-bundle.js" ->
          Optional.of(file("text/javascript; charset=utf-8", webjar("swagger-ui-bundle.js")));
      case "/docs/swagger-ui.css" ->
          Optional.of(file("text/css; charset=utf-8", webjar("swagger-ui.css")));
      case "/openapi.yaml" -> Optional.of(contract());
      default -> Optional.empty();
    };
  }

  private Answer page() {
    return Files.exists(openApi)
        ? SafeHeaders.add(
            Answer.of(200, "text/html; charset=utf-8", ClasspathFile.read("/docs/index.html")),
            SOURCES)
        : SafeHeaders.add(
            Answer.of(404, "text/html; charset=utf-8", ClasspathFile.read("/docs/missing.html")),
            "style-src 'self'");
  }

  private Answer contract() {
    if (!Files.exists(openApi)) {
      return Answer.problem(404, "There is no openapi.yaml in the folder of the project");
    }
    try {
      // RFC 9512
      return Answer.of(200, "application/yaml", Files.readAllBytes(openApi))
          .with("x-content-type-options", "nosniff")
          .with("cache-control", "no-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer file(String type, String path) {
    return Answer.of(200, type, ClasspathFile.read(path)).with("x-content-type-options", "nosniff");
  }

  // The folder inside the archive carries the version, which only the archive's own POM tells.
  private static String webjar(String name) {
    var pom = new Properties();
    try {
      pom.load(
          new StringReader(
              new String(
                  ClasspathFile.read("/META-INF/maven/" + WEBJAR + "/pom.properties"),
                  StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/swagger-ui/" + pom.getProperty("version") + "/" + name;
  }
}
