package companion.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Requests for tests, and responses as a client reads them. */
final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  static Request get(Map<String, String> query, Map<String, String> headers) {
    return request("GET /v1/things", query, headers);
  }

  static Request withHeader(String name, String value) {
    return get(Map.of(), Map.of(name, value));
  }

  static Request withQuery(Map<String, String> query) {
    return get(query, Map.of());
  }

  static Request request(String routeKey, Map<String, String> query, Map<String, String> headers) {
    try {
      return Event.read(stream(event(routeKey, query, headers))).request();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static APIGatewayV2HTTPEvent event(
      String routeKey, Map<String, String> query, Map<String, String> headers) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(routeKey)
        .withRawPath("/v1/things")
        .withQueryStringParameters(query)
        .withHeaders(headers)
        .build();
  }

  /** As Lambda's runtime hands it on. */
  static InputStream stream(APIGatewayV2HTTPEvent event) throws IOException {
    return new ByteArrayInputStream(JSON.writeValueAsBytes(event));
  }

  /** What the gateway reads of what a function has written. */
  static APIGatewayV2HTTPResponse sent(byte[] reply) throws IOException {
    return JSON.readValue(reply, APIGatewayV2HTTPResponse.class);
  }

  static APIGatewayV2HTTPResponse sent(Response response) {
    var reply = new ByteArrayOutputStream();
    try {
      response.write(reply);
      return sent(reply.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(APIGatewayV2HTTPResponse response) {
    byte[] body =
        response.getIsBase64Encoded()
            ? Base64.getDecoder().decode(response.getBody())
            : response.getBody().getBytes(StandardCharsets.UTF_8);
    return body;
  }

  static JsonNode json(APIGatewayV2HTTPResponse response) {
    try {
      byte[] body = bytes(response);
      if ("gzip".equals(response.getHeaders().get("content-encoding"))) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
          return JSON.readTree(gzip.readAllBytes());
        }
      }
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
