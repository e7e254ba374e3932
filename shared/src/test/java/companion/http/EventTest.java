package companion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTest {
  private static final String SECRET = "what-a-client-sent";

  private static Event read(String json) throws IOException {
    return Event.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Request request(String json) throws IOException {
    return read(json).request();
  }

  @Test
  void shouldReadTheRouteKey() throws IOException {
    assertThat(request("{\"routeKey\":\"GET /v1/things\"}").routeKey()).isEqualTo("GET /v1/things");
  }

  @Test
  void shouldReadTheRawPath() throws IOException {
    assertThat(request("{\"rawPath\":\"/v1/é\\u00e8\\/\"}").rawPath()).isEqualTo("/v1/éè/");
  }

  @Test
  void shouldReadThePathParameters() throws IOException {
    assertThat(request("{\"pathParameters\":{\"id\":\"a b\"}}").pathParameters())
        .isEqualTo(Map.of("id", "a b"));
  }

  @Test
  void shouldReadTheQueryInTheOrderOfItsNames() throws IOException {
    assertThat(request("{\"queryStringParameters\":{\"b\":\"1,2\",\"a\":\"\"}}").query())
        .containsExactly(Map.entry("a", ""), Map.entry("b", "1,2"));
  }

  @Test
  void shouldReadHeadersThatFunctionsUseInAnyCase() throws IOException {
    assertThat(
            request(
                    """
                    {"headers":{"Accept-Language":"fr","accept-encoding":"gzip",
                    "IF-NONE-MATCH":"\\"a\\"","content-type":"application/json"}}
                    """)
                .headers())
        .isEqualTo(
            Map.of(
                "accept-language", "fr",
                "accept-encoding", "gzip",
                "if-none-match", "\"a\"",
                "content-type", "application/json"));
  }

  @Test
  void shouldReadClaims() throws IOException {
    assertThat(
            read("""
                {"requestContext":{"authorizer":{"jwt":{"scopes":["a"],"claims":
                {"sub":"d2f6","cognito:groups":"[board member]"}}}}}
                """)
                .claims())
        .isEqualTo(Map.of("sub", "d2f6", "cognito:groups", "[board member]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"claims\":{\"sub\":\"a\"}}",
        "{\"jwt\":{\"claims\":{\"sub\":\"a\"}}}",
        "{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"a\"}}}}",
        "{\"requestContext\":{\"claims\":{\"sub\":\"a\"}}}",
        "{\"requestContext\":{\"jwt\":{\"claims\":{\"sub\":\"a\"}}}}",
        "{\"requestContext\":{\"authorizer\":{\"claims\":{\"sub\":\"a\"}}}}",
        "{\"requestContext\":{\"authorizer\":{\"lambda\":{\"claims\":{\"sub\":\"a\"}}}}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":[{\"claims\":{\"sub\":\"a\"}}]}}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":[\"sub\",\"a\"]}}}}",
        "{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":[\"a\"]}}}}}",
        "{\"headers\":{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"a\"}}}}}}",
        "{\"requestContext\":{\"authorizer\":null}}",
        "{\"requestContext\":null}",
      })
  void shouldTakeNothingElseForClaims(String event) throws IOException {
    assertThat(read(event).claims()).isEmpty();
  }

  @Test
  void shouldReadABodyOfText() throws IOException {
    assertThat(request("{\"body\":\"{\\\"a\\\":\\\"é\\\"}\",\"isBase64Encoded\":false}").body())
        .isEqualTo("{\"a\":\"é\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":\"eyJhIjoiw6kifQ==\",\"isBase64Encoded\":true}",
        "{\"isBase64Encoded\":true,\"body\":\"eyJhIjoiw6kifQ==\"}",
      })
  void shouldDecodeABodyInBase64(String event) throws IOException {
    assertThat(request(event).body()).isEqualTo("{\"a\":\"é\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        """
        {"routeKey":null,"rawPath":null,"pathParameters":null,"queryStringParameters":null,
        "headers":null,"requestContext":null,"body":null,"isBase64Encoded":null}
        """,
        """
        {"routeKey":["GET /"],"rawPath":{"a":["b"]},"pathParameters":"a","queryStringParameters":1,
        "headers":[{"accept-language":"fr"}],"requestContext":[],"body":{"body":"c"},
        "isBase64Encoded":[true]}
        """,
        """
        {"pathParameters":{"id":null},"queryStringParameters":{"a":{"b":"c"},"d":["e"],"f":null},
        "headers":{"accept-language":["fr"],"accept-encoding":{"if-none-match":"a"}}}
        """,
      })
  void shouldTakeForAbsentWhatIsMissingOrOfAnotherShape(String event) throws IOException {
    assertThat(read(event))
        .isEqualTo(new Event(new Request("", "", Map.of(), Map.of(), Map.of()), Map.of()));
  }

  @Test
  void shouldTakeNumbersAndBooleansAsTexts() throws IOException {
    Event event =
        read(
            """
            {"rawPath":1,"queryStringParameters":{"a":1.50,"b":true},"headers":{"if-none-match":7},
            "requestContext":{"authorizer":{"jwt":{"claims":{"exp":1798711980,"ok":false}}}}}
            """);

    assertThat(event.request().rawPath()).isEqualTo("1");
    assertThat(event.request().query()).isEqualTo(Map.of("a", "1.50", "b", "true"));
    assertThat(event.request().header("if-none-match")).contains("7");
    assertThat(event.claims()).isEqualTo(Map.of("exp", "1798711980", "ok", "false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"routeKey\":\"a\",\"routeKey\":\"b\"} | b",
        "{\"routeKey\":\"a\",\"routeKey\":null,\"version\":\"2.0\"} | ``",
      })
  void shouldTakeTheLaterOfTwoMembers(String event, String routeKey) throws IOException {
    assertThat(request(event).routeKey()).isEqualTo(routeKey);
  }

  @Test
  void shouldTakeTheLaterOfTwoObjectsAndOfTwoNames() throws IOException {
    Event event =
        read(
            """
            {"queryStringParameters":{"a":"1"},"queryStringParameters":{"b":"2","b":"3"},
            "headers":{"accept-language":"fr","Accept-Language":"es"},
            "requestContext":{"authorizer":{"jwt":{"claims":{"sub":"a","sub":null}}}}}
            """);

    assertThat(event.request().query()).isEqualTo(Map.of("b", "3"));
    assertThat(event.request().headers()).isEqualTo(Map.of("accept-language", "es"));
    assertThat(event.claims()).isEmpty();
  }

  @Test
  void shouldLeaveBehindWhoAsksAndFromWhere() throws IOException {
    Event event =
        read(
            """
            {"version":"2.0","cookies":["secret"],"rawQueryString":"secret","headers":{
            "User-Agent":"secret","x-forwarded-for":"secret","forwarded":"secret",
            "cookie":"secret","authorization":"secret","x-amzn-trace-id":"secret",
            "referer":"secret"},"requestContext":{"http":{"method":"GET","sourceIp":"secret",
            "userAgent":"secret"},"authentication":{"clientCert":{"subjectDN":"secret"}},
            "time":"secret"},"stageVariables":{"secret":"secret"}}
            """);

    assertThat(event.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"" + SECRET + "\"",
        SECRET,
        "{\"rawPath\":" + SECRET + "}",
        "{\"rawPath\":\"" + SECRET,
        "{\"rawPath\":\"" + SECRET + "\"",
        "{\"rawPath\":\"\\" + SECRET + "\"}",
        "{\"body\":\"?" + SECRET + "\",\"isBase64Encoded\":true}",
      })
  void shouldFailWithoutAWordOfItWhereItIsNoEvent(String event) {
    assertThatThrownBy(() -> read(event))
        .isExactlyInstanceOf(IOException.class)
        .hasNoCause()
        .message()
        .doesNotContain(SECRET);
  }
}
