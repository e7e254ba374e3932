package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.access.Callers;
import companion.engines.LambdaContext;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EdgeTest {
  private static final String SECRET = "what a client sent";

  private final StringBuilder logged = new StringBuilder();
  private final Context context = new LambdaContext("function", "request", logged::append);
  private final Edge edge =
      new Edge(
          Map.of(
              "GET /v1/things",
              request -> thing("things"),
              "GET /v1/things/{id}",
              request -> thing("thing " + request.pathParameters().getOrDefault("id", "")),
              "GET /v1/members/things",
              request -> thing("members' things"),
              "GET /v1/throws",
              request -> {
                throw new IllegalStateException(SECRET);
              },
              "GET /v1/throws/later",
              request ->
                  content(
                      json -> {
                        throw new IllegalStateException(SECRET);
                      })),
          new Callers("cognito:groups", "token_use"),
          new Negotiation(WorkingLanguages.shipped()));

  private static Reply thing(String name) {
    return content(
        json -> {
          json.writeStartObject();
          json.writeStringField("name", name);
          json.writeStringField("text", "très long ".repeat(100));
          json.writeEndObject();
        });
  }

  private static Reply content(Reply.Body body) {
    return new Reply.Content(
        body,
        Optional.of(Freshness.of("a")),
        List.of(LanguageTag.of("fr")),
        "/v1/things?lang=fr",
        Caching.SHARED);
  }

  private APIGatewayV2HTTPResponse answer(String routeKey) {
    return answer(routeKey, Map.of());
  }

  private APIGatewayV2HTTPResponse answer(String routeKey, Map<String, String> headers) {
    return answer(Requests.event(routeKey, Map.of(), headers));
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    var reply = new ByteArrayOutputStream();
    try {
      edge.answer(Requests.stream(event), reply, context);
      return Requests.sent(reply.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldGiveARequestToTheRouteOfItsKey() {
    assertThat(Requests.json(answer("GET /v1/things")).get("name").asText()).isEqualTo("things");
  }

  @Test
  void shouldGiveARouteThePathParameters() {
    var event = Requests.event("GET /v1/things/{id}", Map.of(), Map.of());
    event.setPathParameters(Map.of("id", "a"));

    assertThat(Requests.json(answer(event)).get("name").asText()).isEqualTo("thing a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/nothing", "POST /v1/things", "HEAD /v1/nothing", "$default"})
  void shouldAnswerNotFoundUnderAKeyThatIsNoRoute(String routeKey) {
    assertThat(answer(routeKey).getStatusCode()).isEqualTo(404);
  }

  @Test
  void shouldSayThatThereIsNoSuchRoute() {
    assertThat(Requests.json(answer("GET /v1/nothing")).get("code").asText())
        .isEqualTo("route-not-found");
  }

  @Test
  void shouldLogNothingWhereThereIsNoSuchRoute() {
    answer("GET /v1/nothing");

    assertThat(logged.toString()).isEmpty();
  }

  @Test
  void shouldAnswerHeadWithTheStatusOfGet() {
    assertThat(answer("HEAD /v1/things").getStatusCode()).isEqualTo(200);
  }

  @Test
  void shouldAnswerHeadWithoutABody() {
    assertThat(answer("HEAD /v1/things").getBody()).isEmpty();
  }

  @Test
  void shouldTellHeadTheLengthThatGetWouldHave() {
    int length = answer("GET /v1/things").getBody().getBytes(StandardCharsets.UTF_8).length;

    assertThat(answer("HEAD /v1/things").getHeaders())
        .containsEntry("content-length", Integer.toString(length));
  }

  @Test
  void shouldTellHeadTheCompressedLengthWhereGetWouldBeCompressed() {
    Map<String, String> gzip = Map.of("accept-encoding", "gzip");
    int length = Requests.bytes(answer("GET /v1/things", gzip)).length;

    assertThat(answer("HEAD /v1/things", gzip).getHeaders())
        .containsEntry("content-length", Integer.toString(length));
  }

  @Test
  void shouldGiveHeadTheHeadersOfGet() {
    Map<String, String> headers = answer("HEAD /v1/things").getHeaders();
    headers.remove("content-length");

    assertThat(headers).isEqualTo(answer("GET /v1/things").getHeaders());
  }

  @Test
  void shouldReadHeaderNamesInAnyCase() {
    assertThat(answer("GET /v1/things", Map.of("Accept-Encoding", "gzip")).getHeaders())
        .containsEntry("content-encoding", "gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/throws", "GET /v1/throws/later"})
  void shouldAnswerAnExceptionWithAnError(String routeKey) {
    assertThat(answer(routeKey).getStatusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/throws", "GET /v1/throws/later"})
  void shouldAnswerAnExceptionWithAProblem(String routeKey) {
    assertThat(Requests.json(answer(routeKey)).get("code").asText()).isEqualTo("internal-error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/throws", "GET /v1/throws/later"})
  void shouldNotTellAClientWhatAnExceptionSays(String routeKey) {
    assertThat(answer(routeKey).getBody()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/throws", "GET /v1/throws/later"})
  void shouldLogTheRouteOfAnException(String routeKey) {
    answer(routeKey);

    assertThat(logged.toString()).contains("\"" + routeKey + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/throws", "GET /v1/throws/later"})
  void shouldNotLogWhatAnExceptionSays(String routeKey) {
    answer(routeKey);

    assertThat(logged.toString()).isNotEmpty().doesNotContain(SECRET);
  }
}
