package companion.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import companion.deployment.Template;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CorsRulesTest {
  private static final CorsRules ANY = rules("*");

  private static CorsRules rules(String origin) {
    return new CorsRules(
        new Template.Cors(
            List.of(origin),
            List.of("GET", "HEAD"),
            List.of("if-none-match"),
            List.of("etag"),
            Optional.of(Duration.ofHours(2)),
            false));
  }

  private static Request request(String method, Map<String, String> headers) {
    var lists = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new Request(method, "/a", "", lists, new byte[0], "HTTP/1.1", "127.0.0.1");
  }

  private static Request preflight(String origin, String method, String headers) {
    return request(
        "OPTIONS",
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", method,
            "Access-Control-Request-Headers", headers));
  }

  @Test
  void shouldAnswerAllowedPreflight() {
    Answer answer =
        ANY.preflight(preflight("https://a.example", "GET", "If-None-Match")).orElseThrow();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers())
        .isEqualTo(
            Map.of(
                "access-control-allow-origin", "*",
                "access-control-allow-methods", "GET,HEAD",
                "access-control-allow-headers", "if-none-match",
                "access-control-max-age", "7200"));
  }

  @Test
  void shouldGiveNoHeadersToPreflightThatIsNotAllowed() {
    assertThat(ANY.preflight(preflight("https://a.example", "PUT", "")).orElseThrow().headers())
        .isEmpty();
    assertThat(
            ANY.preflight(preflight("https://a.example", "GET", "X-Other")).orElseThrow().headers())
        .isEmpty();
    assertThat(
            rules("https://b.example")
                .preflight(preflight("https://a.example", "GET", ""))
                .orElseThrow()
                .headers())
        .isEmpty();
  }

  @Test
  void shouldNotTakeOtherRequestsForPreflights() {
    assertThat(ANY.preflight(request("GET", Map.of("Origin", "https://a.example")))).isEmpty();
    assertThat(ANY.preflight(request("OPTIONS", Map.of("Origin", "https://a.example")))).isEmpty();
  }

  @Test
  void shouldAddHeadersToAnswerWhenOriginIsSent() {
    assertThat(
            ANY.apply(request("GET", Map.of("Origin", "https://a.example")), Answer.of(200))
                .headers())
        .isEqualTo(
            Map.of("access-control-allow-origin", "*", "access-control-expose-headers", "etag"));
  }

  @Test
  void shouldDropHeadersThatFunctionSet() {
    Answer answer = Answer.of(200).with("Access-Control-Allow-Origin", "https://other.example");
    assertThat(ANY.apply(request("GET", Map.of()), answer).headers()).isEmpty();
  }

  @Test
  void shouldEchoOriginThatIsNamed() {
    Request request = request("GET", Map.of("Origin", "https://a.example"));
    assertThat(rules("https://a.example").apply(request, Answer.of(200)).headers())
        .containsEntry("access-control-allow-origin", "https://a.example");
    assertThat(rules("https://*").apply(request, Answer.of(200)).headers())
        .containsEntry("access-control-allow-origin", "https://a.example");
    assertThat(rules("https://b.example").apply(request, Answer.of(200)).headers()).isEmpty();
  }
}
