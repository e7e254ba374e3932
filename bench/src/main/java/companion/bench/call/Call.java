package companion.bench.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import companion.resource.ResourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A GET as a phone sends it.
 *
 * @param route as in the template, without its method
 * @param query names and values that need no encoding
 * @param headers beyond those that every request has
 */
public record Call(
    String route,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers) {
  private static final Map<String, String> ALWAYS =
      Map.of("accept", "application/json", "host", "api.example", "user-agent", "Companion/1.0");
  private static final JsonFactory JSON = new JsonFactory();
  private static final String ADDRESS = "192.0.2.1";

  public Call {
    pathParameters = Map.copyOf(pathParameters);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The first twenty of the catalogue. */
  public static Call list(String language) {
    return list(language, Map.of());
  }

  public static Call list(String language, Map<String, String> filters) {
    Map<String, String> query = new TreeMap<>(filters);
    query.put("lang", language);
    query.put("limit", "20");
    return new Call("/v1/resources", Map.of(), query, Map.of());
  }

  public static Call detail(ResourceId id, String language) {
    return ofResource("/v1/resources/{id}", id, language);
  }

  public static Call editions(ResourceId id, String language) {
    return ofResource("/v1/resources/{id}/editions", id, language);
  }

  private static Call ofResource(String route, ResourceId id, String language) {
    return new Call(route, Map.of("id", id.value()), Map.of("lang", language), Map.of());
  }

  public static Call vocabulary(String language) {
    return new Call("/v1/vocabulary", Map.of(), Map.of("lang", language), Map.of());
  }

  public Call with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(route, pathParameters, query, more);
  }

  /** The same from a client that takes gzip, as every phone does. */
  public Call gzipped() {
    return with("accept-encoding", "gzip");
  }

  /** The same from a client that has an answer with this tag. */
  public Call having(String tag) {
    return with("if-none-match", tag);
  }

  public String path() {
    String path = route;
    for (Map.Entry<String, String> parameter : pathParameters.entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return path;
  }

  public String queryString() {
    return new TreeMap<>(query)
        .entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
  }

  private String routeKey() {
    return "GET " + route;
  }

  private Map<String, String> allHeaders() {
    Map<String, String> all = new TreeMap<>(ALWAYS);
    all.putAll(headers);
    return all;
  }

  /** As HTTP/1.1 has it. */
  public byte[] toHttp() {
    StringBuilder text = new StringBuilder("GET " + path() + "?" + queryString() + " HTTP/1.1\r\n");
    allHeaders().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** As a handler is given it: payload format 2.0 of an HTTP API. */
  public byte[] toJson() {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("routeKey", routeKey());
      json.writeStringField("rawPath", path());
      json.writeStringField("rawQueryString", queryString());
      Map<String, String> forwarded = new TreeMap<>(allHeaders());
      forwarded.put("x-forwarded-for", ADDRESS);
      forwarded.put("x-forwarded-port", "443");
      forwarded.put("x-forwarded-proto", "https");
      write(json, "headers", forwarded);
      write(json, "queryStringParameters", query);
      if (!pathParameters.isEmpty()) {
        write(json, "pathParameters", pathParameters);
      }
      json.writeObjectFieldStart("requestContext");
      json.writeStringField("accountId", "000000000000");
      json.writeStringField("apiId", "bench");
      json.writeStringField("domainName", "api.example");
      json.writeStringField("domainPrefix", "api");
      json.writeObjectFieldStart("http");
      json.writeStringField("method", "GET");
      json.writeStringField("path", path());
      json.writeStringField("protocol", "HTTP/1.1");
      json.writeStringField("sourceIp", ADDRESS);
      json.writeStringField("userAgent", "Companion/1.0");
      json.writeEndObject();
      json.writeStringField("requestId", "request");
      json.writeStringField("routeKey", routeKey());
      json.writeStringField("stage", "$default");
      json.writeStringField("time", "24/Nov/2026:09:00:00 +0000");
      json.writeNumberField("timeEpoch", 1_795_510_800_000L);
      json.writeEndObject();
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }
}
