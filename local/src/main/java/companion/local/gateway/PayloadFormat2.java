package companion.local.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers in payload format 2.0 of Lambda's HTTP API integration (AWS: "Create AWS
 * Lambda proxy integrations for HTTP APIs"). What is absent there is null here, as the runtime's
 * deserialiser would leave it.
 */
final class PayloadFormat2 {
  /** Lambda takes and gives 6 MB in one call, counted as it is written in JSON. */
  static final int LIMIT = 6 * 1024 * 1024;

  private static final DateTimeFormatter CLF_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern COOKIE_SEPARATOR = Pattern.compile(";\\s*");

  private static final JsonFactory JSON = new JsonFactory();

  private PayloadFormat2() {}

  /** Whether the body, with its third more where it must be Base64, is more than Lambda takes. */
  static boolean isTooLarge(Request request) {
    long length = request.bodyLength();
    return (isText(request) ? length : (length + 2) / 3 * 4) > LIMIT;
  }

  /** The event for a function, as the runtime hands it on. */
  static byte[] event(
      Request request,
      RouteTable.Match match,
      Optional<TokenCheck.Accepted> token,
      String requestId,
      Instant now) {
    var bytes = new ByteArrayOutputStream(2_048);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", match.route().key());
      json.writeStringField("rawPath", path(request));
      json.writeStringField("rawQueryString", request.query());
      writeCookies(json, request);
      write(json, "headers", headers(request));
      Map<String, String> query = query(request);
      if (!query.isEmpty()) {
        write(json, "queryStringParameters", query);
      }
      json.writeObjectFieldStart("requestContext");
      writeContext(json, request, match, requestId, now);
      if (token.isPresent()) {
        writeAuthorizer(json, match, token.get());
      }
      json.writeEndObject();
      if (!match.parameters().isEmpty()) {
        write(json, "pathParameters", match.parameters());
      }
      writeBody(json, request);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Decoded, whatever its name says. */
  private static String path(Request request) {
    return PercentEncoding.decodePath(request.path());
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    headers.put("x-forwarded-for", request.sourceAddress());
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static void writeContext(
      JsonGenerator json, Request request, RouteTable.Match match, String requestId, Instant now)
      throws IOException {
    json.writeStringField("accountId", "000000000000");
    json.writeStringField("apiId", "local");
    json.writeStringField("domainName", "localhost");
    json.writeStringField("domainPrefix", "localhost");
    json.writeObjectFieldStart("http");
    json.writeStringField("method", request.method());
    json.writeStringField("path", path(request));
    json.writeStringField("protocol", request.protocol());
    json.writeStringField("sourceIp", request.sourceAddress());
    json.writeStringField("userAgent", request.header("user-agent").orElse(""));
    json.writeEndObject();
    json.writeStringField("requestId", requestId);
    json.writeStringField("routeKey", match.route().key());
    json.writeStringField("stage", "$default");
    json.writeStringField("time", CLF_TIME.format(now));
    json.writeNumberField("timeEpoch", now.toEpochMilli());
  }

  private static void writeAuthorizer(
      JsonGenerator json, RouteTable.Match match, TokenCheck.Accepted token) throws IOException {
    json.writeObjectFieldStart("authorizer");
    json.writeObjectFieldStart("jwt");
    write(json, "claims", token.claims());
    // The gateway leaves the scopes out where the route asks for none.
    if (match.route().scopes().isEmpty()) {
      json.writeNullField("scopes");
    } else {
      write(json, "scopes", token.scopes());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeCookies(JsonGenerator json, Request request) throws IOException {
    List<String> values = request.headers().get("cookie");
    if (values != null) {
      write(json, "cookies", values.stream().flatMap(COOKIE_SEPARATOR::splitAsStream).toList());
    }
  }

  private static Map<String, String> query(Request request) {
    var joined = new LinkedHashMap<String, String>();
    PercentEncoding.parameters(request.query())
        .forEach((name, values) -> joined.put(name, String.join(",", values)));
    return joined;
  }

  private static void writeBody(JsonGenerator json, Request request) throws IOException {
    boolean isBinary = request.bodyLength() > 0 && !isText(request);
    if (isBinary) {
      json.writeStringField("body", Base64.getEncoder().encodeToString(request.body()));
    } else if (request.bodyLength() > 0) {
      json.writeStringField("body", new String(request.body(), StandardCharsets.UTF_8));
    }
    json.writeBooleanField("isBase64Encoded", isBinary);
  }

  private static void write(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var text : texts.entrySet()) {
      json.writeStringField(text.getKey(), text.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static boolean isText(Request request) {
    String type = request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.contains("json")
        || type.contains("xml")
        || type.contains("javascript")
        || type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * What the client gets, or nothing if the function's reply is none that the gateway takes.
   * multiValueHeaders belongs to format 1.0: the gateway passes over it, and so does this.
   *
   * @param reply what the function has written
   */
  static Optional<Answer> answer(byte[] reply) {
    if (reply.length > LIMIT) {
      return Optional.empty();
    }
    try (JsonParser json = JSON.createParser(reply)) {
      return json.nextToken() == JsonToken.START_OBJECT ? answer(json) : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) { // no JSON, or no Base64
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Answer> answer(JsonParser json) throws IOException {
    int status = 0;
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = List.of();
    String body = "";
    boolean isBase64Encoded = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "statusCode" -> status = json.getValueAsInt();
        case "headers" -> headers = headers(json);
        case "cookies" -> cookies = texts(json);
        case "body" -> body = json.getValueAsString("");
        case "isBase64Encoded" -> isBase64Encoded = json.getValueAsBoolean();
        default -> {}
      }
      json.skipChildren(); // of what is not as the format has it
    }
    if (status < 200 || status > 599) {
      return Optional.empty();
    }
    byte[] bytes =
        isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      headers.putIfAbsent("content-type", "text/plain; charset=utf-8");
    }
    return Optional.of(Answer.of(status, headers, cookies, bytes));
  }

  private static Map<String, String> headers(JsonParser json) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        @Nullable String value = json.getValueAsString();
        if (value == null || !isHeaderValue(value)) {
          throw new JsonParseException(json, "no value for a header");
        }
        headers.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    return headers;
  }

  // A line end would let a function's data write headers of its own.
  private static boolean isHeaderValue(String value) {
    return value.chars().noneMatch(character -> character < ' ' && character != '\t');
  }

  private static List<String> texts(JsonParser json) throws IOException {
    var texts = new ArrayList<String>();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        texts.add(json.getValueAsString(""));
        json.skipChildren();
      }
    }
    return texts;
  }
}
