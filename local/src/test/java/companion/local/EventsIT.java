package companion.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.deployment.Template;
import companion.engines.LambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample events, held to the table in {@code events/README.md}. */
final class EventsIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path EVENTS = PROJECT.resolve("events");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9/-]+\\.json)` \\| (\\d{3}) \\|");
  private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
  private static final Pattern HANDLER = Pattern.compile("companion\\.function\\.([a-z]+)\\..*");
  private static final ObjectMapper JSON = new ObjectMapper(); // refuses what no event has

  @TempDir static Path folder;

  private static Template template;
  private static DataFolder data;
  private static Storage storage;
  private static Map<String, RequestStreamHandler> functions;

  @BeforeAll
  static void loadContent() throws Exception {
    template = LocalSystem.template(PROJECT, "http://issuer");
    data = DataFolder.open(folder.resolve("data"), false);
    storage = Storage.start(data, template);
    DemoContent.ofProject(new SecureRandom()).load(PROJECT.resolve("content"), storage, _ -> {});
    functions = Handlers.ofProject().make(template, storage, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    storage.close();
    data.close();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldAnswerAsTheTableSays(String file) throws Exception {
    APIGatewayV2HTTPResponse response =
        answer(route(event(file)), Files.readAllBytes(EVENTS.resolve(file)));

    assertThat(response.getStatusCode()).isEqualTo(table().get(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldAnswerAlikeWithoutABodyToHead(String file) throws Exception {
    ObjectNode event = event(file);
    String route = event.path("routeKey").asText().replaceFirst("^GET ", "HEAD ");
    event.put("routeKey", route);
    ((ObjectNode) event.path("requestContext")).put("routeKey", route);
    ((ObjectNode) event.path("requestContext").path("http")).put("method", "HEAD");

    APIGatewayV2HTTPResponse response = answer(route(event), JSON.writeValueAsBytes(event));

    assertThat(response.getStatusCode()).isEqualTo(table().get(file));
    assertThat(response.getBody()).isNullOrEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldHaveNoMemberThatTheFormatDoesNotHave(String file) throws Exception {
    assertThat(JSON.treeToValue(event(file), APIGatewayV2HTTPEvent.class).getVersion())
        .isEqualTo("2.0");
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldHoldVerifiedClaimsWhereTheRouteAsksForAToken(String file) throws Exception {
    ObjectNode event = event(file);

    assertThat(event.at("/requestContext/authorizer/jwt/claims").isObject())
        .isEqualTo(route(event).authorizer().isPresent());
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldHoldNoAddressButThoseForExamples(String file) throws Exception {
    List<String> addresses =
        ADDRESS
            .matcher(Files.readString(EVENTS.resolve(file)))
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(addresses).isNotEmpty().allMatch(address -> address.startsWith("203.0.113."));
    assertThat(event(file).at("/requestContext/http/userAgent").asText()).isEqualTo("example");
  }

  @Test
  void shouldHaveAnEventNamedAfterEachRoute() throws Exception {
    List<String> expected =
        template.routes().stream()
            .filter(route -> !route.method().equals("HEAD")) // made from the event of its GET
            .map(EventsIT::fileName)
            .toList();

    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected);
    for (String file : files()) {
      assertThat(fileName(route(event(file)))).isEqualTo(file);
    }
  }

  @Test
  void shouldNameEveryEventInTheTable() throws Exception {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(files());
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(EVENTS)) {
      return paths
          .filter(path -> path.toString().endsWith(".json"))
          .map(path -> EVENTS.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Integer> table() throws IOException {
    return ROW.matcher(Files.readString(EVENTS.resolve("README.md")))
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1),
                row -> Integer.valueOf(row.group(2)),
                (_, second) -> second,
                TreeMap::new));
  }

  private static ObjectNode event(String file) throws IOException {
    return (ObjectNode) JSON.readTree(EVENTS.resolve(file).toFile());
  }

  private static Template.Route route(ObjectNode event) {
    String key = event.path("routeKey").asText();
    return template.routes().stream()
        .filter(route -> route.key().equals(key))
        .findAny()
        .orElseThrow(() -> new AssertionError("template.yaml has no route " + key));
  }

  private static APIGatewayV2HTTPResponse answer(Template.Route route, byte[] event)
      throws IOException {
    String function = route.functionId();
    var log =
        new PrintStream(
            OutputStream.nullOutputStream(), /* autoFlush= */ true, StandardCharsets.UTF_8);
    var reply = new ByteArrayOutputStream();
    Objects.requireNonNull(functions.get(function), function)
        .handleRequest(
            new ByteArrayInputStream(event),
            reply,
            new LambdaContext(function, "request", log::println));
    return JSON.readValue(reply.toByteArray(), APIGatewayV2HTTPResponse.class);
  }

  /** The folder of its function, then method and path. */
  private static String fileName(Template.Route route) {
    String handler =
        template.functions().stream()
            .filter(function -> function.logicalId().equals(route.functionId()))
            .findAny()
            .orElseThrow()
            .handlerClass();
    Matcher function = HANDLER.matcher(handler);
    assertThat(function.matches()).as(handler).isTrue();
    return "%s/%s%s.json"
        .formatted(
            function.group(1),
            route.method().toLowerCase(Locale.ROOT),
            route.path().replaceAll("[{}]", "").replace('/', '-'));
  }
}
