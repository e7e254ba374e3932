package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseTest {
  private static String written(Response response) throws IOException {
    var reply = new ByteArrayOutputStream();
    response.write(reply);
    return reply.toString(StandardCharsets.UTF_8);
  }

  private static Response ofText(String text) {
    return new Response(200, Map.of(), text.getBytes(StandardCharsets.UTF_8), false);
  }

  @Test
  void shouldWriteWhatTheFormatHas() throws IOException {
    Response response =
        new Response(404, Map.of("etag", "\"a\""), "é".getBytes(StandardCharsets.UTF_8), false);

    assertThat(written(response))
        .isEqualTo(
            """
            {"statusCode":404,"headers":{"etag":"\\"a\\""},"isBase64Encoded":false,"body":"é"}\
            """);
  }

  @Test
  void shouldWriteAnEmptyBodyAsAnEmptyText() throws IOException {
    assertThat(written(ofText(""))).endsWith("\"isBase64Encoded\":false,\"body\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a \\\"word\\\"\"}",
        "\\ / \b \f \n \r \t \u0000 \u001f \u007f \u2028",
        "Für alle. Для всех. 为所有人。 🙂",
      })
  void shouldGiveTheGatewayTheVeryText(String text) throws IOException {
    assertThat(Requests.sent(ofText(text)).getBody()).isEqualTo(text);
  }

  @Test
  void shouldGiveTheGatewayATextLongerThanAnyBuffer() throws IOException {
    String text = "\"é为🙂\"\n".repeat(20_000);

    assertThat(Requests.sent(ofText(text)).getBody()).isEqualTo(text);
  }

  @Test
  void shouldWriteBytesThatAreNoTextInBase64() throws IOException {
    byte[] body = new byte[40_000];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (i * 31);
    }

    var sent = Requests.sent(new Response(200, Map.of(), body, true));

    assertThat(sent.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(sent.getBody())).isEqualTo(body);
  }
}
