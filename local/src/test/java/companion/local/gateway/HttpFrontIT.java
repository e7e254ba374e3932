package companion.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpFrontIT {
  @Test
  void shouldPassRequestAsPayloadFormat2() throws Exception {
    try (var gateway =
        TestGateway.over(
            (event, _) ->
                TestGateway.ok(
                    String.join(
                        "|",
                        event.getRouteKey(),
                        event.getRawPath(),
                        event.getPathParameters().toString(),
                        event.getQueryStringParameters().toString(),
                        event.getCookies().toString(),
                        event.getHeaders().get("x-two"),
                        event.getBody(),
                        event.getRequestContext().getHttp().getSourceIp())))) {
      var response =
          gateway.send(
              "/open/b%20c?q=1&q=2&z",
              request ->
                  request
                      .header("Cookie", "s=1; t=2")
                      .header("X-Two", "1")
                      .header("X-Two", "2")
                      .header("content-type", "application/pdf")
                      .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));
      assertThat(response.body())
          .isEqualTo("POST /open/{x}|/open/b c|{x=b c}|{q=1,2, z=}|[s=1, t=2]|1,2|AQID|127.0.0.1");
    }
  }

  @Test
  void shouldSendHeadersAndCookiesOfFunction() throws Exception {
    try (var gateway =
        TestGateway.over(
            (_, _) ->
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(201)
                    .withHeaders(Map.of("ETag", "\"1\"", "Content-Length", "99"))
                    .withCookies(List.of("a=1", "b=2"))
                    .withBody("é")
                    .build())) {
      var response = gateway.send("/open/a", request -> request);
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.body()).isEqualTo("é");
      assertThat(response.headers().firstValue("etag")).contains("\"1\"");
      assertThat(response.headers().firstValue("content-length")).contains("2");
      assertThat(response.headers().firstValue("content-type"))
          .contains("text/plain; charset=utf-8");
      assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    }
  }

  @Test
  void shouldAnswerHeadWithLengthOfGetAndNoBody() throws Exception {
    try (var gateway = TestGateway.over((_, _) -> TestGateway.ok("12345"))) {
      var response = gateway.send("/open/a", request -> request.HEAD());
      assertThat(response.headers().firstValue("content-length")).contains("5");
      assertThat(response.body()).isEmpty();
      // the same connection still works, so nothing was left on it
      assertThat(gateway.send("/open/a", request -> request).body()).isEqualTo("12345");
    }
  }

  @Test
  void shouldAnswerNotModifiedWithoutBody() throws Exception {
    try (var gateway =
        TestGateway.over(
            (_, _) ->
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(304)
                    .withHeaders(Map.of("etag", "\"1\""))
                    .build())) {
      var response = gateway.send("/open/a", request -> request);
      assertThat(response.statusCode()).isEqualTo(304);
      assertThat(response.headers().firstValue("etag")).contains("\"1\"");
    }
  }

  @Test
  void shouldSayNotFoundForUnknownRouteOrMethod() throws Exception {
    try (var gateway = TestGateway.over((_, _) -> TestGateway.ok(""))) {
      for (String path : List.of("/", "/open", "/open/a/b", "/other")) {
        var response = gateway.send(path, request -> request);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
      }
      assertThat(gateway.send("/open/a", request -> request.DELETE()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void shouldRefuseBodyThatIsTooLarge() throws Exception {
    try (var gateway = TestGateway.over((_, _) -> TestGateway.ok("taken"))) {
      var response =
          gateway.send(
              "/open/a",
              request -> request.POST(BodyPublishers.ofByteArray(new byte[7 * 1024 * 1024])));
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }
  }

  @Test
  void shouldRefuseHeadThatIsTooLong() throws Exception {
    try (var gateway = TestGateway.over((_, _) -> TestGateway.ok("taken"))) {
      assertThat(
              gateway
                  .send("/open/a", request -> request.header("x-long", "x".repeat(10_240)))
                  .statusCode())
          .isEqualTo(431);
      assertThat(gateway.send("/open/" + "x".repeat(9_000), request -> request).statusCode())
          .isEqualTo(200);
      assertThat(gateway.send("/open/a?" + "x".repeat(10_240), request -> request).statusCode())
          .isEqualTo(431);
    }
  }

  @Test
  void shouldHideFailureOfFunctionAndLogNothingThatClientSent() throws Exception {
    try (var gateway =
        TestGateway.over(
            (event, _) -> {
              throw new IllegalStateException(
                  "about " + event.getRawPath(), new IllegalArgumentException(event.getRawPath()));
            })) {
      var response = gateway.send("/open/secret-word", request -> request);
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
      assertThat(gateway.log())
          .contains("GET /open/{x}", "java.lang.IllegalStateException", "HttpFrontIT")
          .contains("caused by java.lang.IllegalArgumentException")
          .doesNotContain("secret-word");
    }
  }

  @Test
  void shouldRefuseAnswerThatIsTooLarge() throws Exception {
    try (var gateway =
        TestGateway.over((_, _) -> TestGateway.ok("x".repeat(PayloadFormat2.LIMIT + 1)))) {
      assertThat(gateway.send("/open/a", request -> request).statusCode()).isEqualTo(500);
    }
  }

  @Test
  void shouldAnswerPreflightItself() throws Exception {
    try (var gateway = TestGateway.over((_, _) -> TestGateway.ok("asked the function"));
        var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
      // by hand, since Java's client does not send Origin
      socket
          .getOutputStream()
          .write(
              """
              OPTIONS /closed HTTP/1.1\r
              Host: localhost\r
              Origin: https://a.example\r
              Access-Control-Request-Method: GET\r
              Access-Control-Request-Headers: authorization\r
              Connection: close\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer)
          .startsWith("HTTP/1.1 204 ")
          .containsIgnoringCase("access-control-allow-origin: *")
          .containsIgnoringCase("access-control-allow-headers: authorization");
    }
  }
}
