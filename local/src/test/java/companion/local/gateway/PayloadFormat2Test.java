package companion.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.deployment.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadFormat2Test {
  private static final ObjectMapper JSON = new ObjectMapper(); // refuses what no event has

  private static Request request(
      String path, String query, Map<String, List<String>> headers, byte[] body) {
    return new Request("POST", path, query, headers, body, "HTTP/1.1", "127.0.0.1");
  }

  private static APIGatewayV2HTTPEvent event(Request request) {
    return event(request, Optional.empty());
  }

  private static APIGatewayV2HTTPEvent event(Request request, Optional<TokenCheck.Accepted> token) {
    var route = new Template.Route("F", "POST", "/a/{x}", Optional.empty(), List.of());
    byte[] event =
        PayloadFormat2.event(
            request,
            new RouteTable.Match(route, Map.of("x", "y")),
            token,
            "id",
            Instant.parse("2026-03-01T10:00:00Z"));
    try {
      return JSON.readValue(event, APIGatewayV2HTTPEvent.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Answer> answer(@Nullable APIGatewayV2HTTPResponse response) {
    try {
      return PayloadFormat2.answer(JSON.writeValueAsBytes(response));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Answer> answer(String reply) {
    return PayloadFormat2.answer(reply.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldJoinRepeatedHeadersAndQueryValuesWithCommas() {
    APIGatewayV2HTTPEvent event =
        event(request("/a/y", "q=1&z&q=2%2C+3", Map.of("X-Two", List.of("1", "2")), new byte[0]));
    assertThat(event.getHeaders()).containsEntry("x-two", "1,2");
    assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("q", "1,2, 3", "z", ""));
    assertThat(event.getRawQueryString()).isEqualTo("q=1&z&q=2%2C+3");
  }

  @Test
  void shouldKeepCookiesApartFromHeaders() {
    APIGatewayV2HTTPEvent event =
        event(request("/a/y", "", Map.of("Cookie", List.of("s=1; t=2")), new byte[0]));
    assertThat(event.getCookies()).containsExactly("s=1", "t=2");
    assertThat(event.getHeaders()).doesNotContainKey("cookie");
  }

  @Test
  void shouldLeaveOutWhatIsAbsent() {
    APIGatewayV2HTTPEvent event = event(request("/a/y", "", Map.of(), new byte[0]));
    assertThat(event.getBody()).isNull();
    assertThat(event.getCookies()).isNull();
    assertThat(event.getQueryStringParameters()).isNull();
    assertThat(event.getRawQueryString()).isEmpty();
    assertThat(event.getRequestContext().getAuthorizer()).isNull();
  }

  @Test
  void shouldDecodePath() {
    assertThat(event(request("/a/%C3%A9+", "", Map.of(), new byte[0])).getRawPath())
        .isEqualTo("/a/é+");
  }

  @Test
  void shouldNameRouteAndTime() {
    var context = event(request("/a/y", "", Map.of(), new byte[0])).getRequestContext();
    assertThat(context.getRouteKey()).isEqualTo("POST /a/{x}");
    assertThat(context.getTime()).isEqualTo("01/Mar/2026:10:00:00 +0000");
  }

  @Test
  void shouldEncodeBodiesThatAreNoText() {
    APIGatewayV2HTTPEvent event =
        event(
            request(
                "/a/y",
                "",
                Map.of("content-type", List.of("application/pdf")),
                new byte[] {1, 2, 3}));
    assertThat(event.getBody()).isEqualTo("AQID");
    assertThat(event.getIsBase64Encoded()).isTrue();
  }

  @Test
  void shouldPassTextAsItIs() {
    APIGatewayV2HTTPEvent event =
        event(
            request(
                "/a/y",
                "",
                Map.of("content-type", List.of("application/json")),
                "\"é\"".getBytes(StandardCharsets.UTF_8)));
    assertThat(event.getBody()).isEqualTo("\"é\"");
    assertThat(event.getIsBase64Encoded()).isFalse();
  }

  @Test
  void shouldCountBase64AgainstTheLimit() {
    var pdf = Map.of("content-type", List.of("application/pdf"));
    var text = Map.of("content-type", List.of("text/plain"));
    byte[] five = new byte[5 * 1024 * 1024];
    assertThat(PayloadFormat2.isTooLarge(request("/a/y", "", pdf, five))).isTrue();
    assertThat(PayloadFormat2.isTooLarge(request("/a/y", "", text, five))).isFalse();
  }

  @Test
  void shouldPassClaimsOfToken() {
    var token = new TokenCheck.Accepted(Map.of("cognito:groups", "[board member]"), List.of("s"));
    var jwt =
        event(request("/a/y", "", Map.of(), new byte[0]), Optional.of(token))
            .getRequestContext()
            .getAuthorizer()
            .getJwt();
    assertThat(jwt.getClaims()).containsEntry("cognito:groups", "[board member]");
    assertThat(jwt.getScopes()).isNull();
  }

  @Test
  void shouldDecodeBinaryAnswers() {
    Answer answer =
        answer(
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("Content-Type", "application/pdf"))
                    .withBody("AQID")
                    .withIsBase64Encoded(true)
                    .build())
            .orElseThrow();
    assertThat(answer.body()).containsExactly(1, 2, 3);
    assertThat(answer.headers()).isEqualTo(Map.of("content-type", "application/pdf"));
  }

  @Test
  void shouldNotTakeAnswersThatTheGatewayRefuses() {
    assertThat(answer("null")).isEmpty();
    assertThat(answer(new APIGatewayV2HTTPResponse())).isEmpty();
    assertThat(
            answer(
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody("é".repeat(PayloadFormat2.LIMIT / 2 + 1))
                    .build()))
        .isEmpty();
  }

  @Test
  void shouldNotTakeHeaderThatHoldsALineEnd() {
    assertThat(
            answer(
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("location", "/a\r\nset-cookie: b=1"))
                    .build()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"statusCode\":200",
        "{\"body\":\"without a status\"}",
        "{\"statusCode\":199}",
        "{\"statusCode\":600}",
        "{\"statusCode\":[200]}",
        "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}",
        "{\"statusCode\":200,\"headers\":{\"a\":null}}",
        "{\"statusCode\":200,\"headers\":{\"a\":[\"b\"]}}",
      })
  void shouldNotTakeWhatIsNoAnswer(String reply) {
    assertThat(answer(reply)).isEmpty();
  }

  @Test
  void shouldTakeTheStatusAlone() {
    Answer answer = answer("{\"statusCode\":204}").orElseThrow();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers()).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void shouldPassOverWhatItDoesNotKnow() {
    Answer answer =
        answer(
                """
                {"multiValueHeaders":{"a":["b"]},"body":{"c":1},"headers":{"D":1},"statusCode":"200"}
                """)
            .orElseThrow();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).isEqualTo(Map.of("d", "1"));
    assertThat(answer.body()).isEmpty();
  }
}
