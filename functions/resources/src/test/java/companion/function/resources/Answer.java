package companion.function.resources;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What a client receives. */
final class Answer {
  private static final JsonMapper JSON = new JsonMapper();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] sent;

  Answer(int status, Map<String, String> headers, byte[] sent) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.sent = sent;
  }

  /** What the gateway sends for a function's reply. */
  static Answer of(byte[] reply) throws IOException {
    APIGatewayV2HTTPResponse response = JSON.readValue(reply, APIGatewayV2HTTPResponse.class);
    String body = response.getBody();
    return new Answer(
        response.getStatusCode(),
        response.getHeaders(),
        response.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  int status() {
    return status;
  }

  /** Names are in lower case. */
  Map<String, String> headers() {
    return headers;
  }

  /** The bytes on the wire. */
  byte[] sent() {
    return sent;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String tag() {
    return header("etag");
  }

  boolean isCompressed() {
    return header("content-encoding").equals("gzip");
  }

  /** The body as a person would read it. */
  String text() {
    if (!isCompressed() || sent.length == 0) {
      return new String(sent, StandardCharsets.UTF_8);
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text(), e);
    }
  }

  /** The text or number at a JSON pointer; empty where there is none. */
  String at(String pointer) {
    return json().at(pointer).asText();
  }

  /** {@code member} of each object in the array at {@code pointer}. */
  List<String> each(String pointer, String member) {
    List<String> values = new ArrayList<>();
    json().at(pointer).forEach(element -> values.add(element.path(member).asText()));
    return values;
  }

  List<String> texts(String pointer) {
    List<String> values = new ArrayList<>();
    json().at(pointer).forEach(element -> values.add(element.asText()));
    return values;
  }
}
