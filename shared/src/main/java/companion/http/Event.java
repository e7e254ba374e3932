package companion.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an event (payload format 2.0; AWS: "Create AWS Lambda proxy integrations for HTTP
 * APIs"). The rest is passed over byte by byte and becomes no object: address, user agent, cookies,
 * the token, times. What the format allows to be absent may also be null or of another shape, which
 * then reads as absent; of two members of one name the later counts.
 *
 * @param claims that the gateway has verified; none where the route asks for no token
 */
record Event(Request request, Map<String, String> claims) {
  private static final List<String> WAY_TO_CLAIMS = List.of("authorizer", "jwt", "claims");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // clients name parameters as they like: no table shall remember the names
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /**
   * The event that the runtime hands on.
   *
   * @throws IOException if it is no such event, which the gateway never sends
   */
  static Event read(InputStream event) throws IOException {
    try (JsonParser json = JSON.createParser(event)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the event is no JSON object");
      }
      return read(json);
    } catch (JsonProcessingException | IllegalArgumentException e) { // no JSON, or no Base64
      throw new IOException("the event is malformed"); // the message of e may quote the client
    }
  }

  private static Event read(JsonParser json) throws IOException {
    String routeKey = "";
    String rawPath = "";
    Map<String, String> pathParameters = Map.of();
    Map<String, String> query = Map.of();
    Map<String, String> headers = Map.of();
    Map<String, String> claims = Map.of();
    String body = "";
    boolean isBase64Encoded = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "routeKey" -> routeKey = json.getValueAsString("");
        case "rawPath" -> rawPath = json.getValueAsString("");
        case "pathParameters" -> pathParameters = texts(json);
        case "queryStringParameters" -> query = texts(json);
        case "headers" -> headers = headers(json);
        case "requestContext" -> claims = claims(json, WAY_TO_CLAIMS);
        case "body" -> body = json.getValueAsString("");
        case "isBase64Encoded" -> isBase64Encoded = json.getValueAsBoolean();
        default -> {}
      }
      json.skipChildren();
    }
    return new Event(
        new Request(
            routeKey,
            rawPath,
            pathParameters,
            Collections.unmodifiableMap(new TreeMap<>(query)),
            headers,
            isBase64Encoded ? decoded(body) : body),
        claims);
  }

  private static Map<String, String> headers(JsonParser json) throws IOException {
    Map<String, String> headers = new HashMap<>();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        // the gateway sends lower case; `sam local` sends what the client sent
        String lowerCased = name.toLowerCase(Locale.ROOT);
        json.nextToken();
        if (Request.HEADERS.contains(lowerCased)) {
          put(headers, lowerCased, json);
        }
        json.skipChildren();
      }
    }
    return headers;
  }

  private static Map<String, String> claims(JsonParser json, List<String> way) throws IOException {
    if (way.isEmpty()) {
      return texts(json);
    }
    Map<String, String> claims = Map.of();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals(way.getFirst())) {
          claims = claims(json, way.subList(1, way.size()));
        }
        json.skipChildren();
      }
    }
    return claims;
  }

  private static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        put(texts, name, json);
        json.skipChildren();
      }
    }
    return texts;
  }

  /** A number or a boolean is a text as it is written. */
  private static void put(Map<String, String> texts, String name, JsonParser json)
      throws IOException {
    @Nullable String value = json.getValueAsString();
    if (value == null) {
      texts.remove(name);
    } else {
      texts.put(name, value);
    }
  }

  /** The gateway sends Base64 for any content type that it does not know as text. */
  private static String decoded(String body) {
    return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
  }
}
