package companion.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Replies as API Gateway takes them: status, headers, body, compressed where the client takes it.
 */
final class Renderer {
  private static final int OK = 200;
  private static final int FOUND = 302;
  private static final int NOT_MODIFIED = 304;
  private static final int WORTH_COMPRESSING = 600; // below, gzip saves less than a packet holds

  private final JsonFactory json = new JsonFactory();
  private final Messages messages;
  private final Negotiation negotiation;

  Renderer(Messages messages, Negotiation negotiation) {
    this.messages = messages;
    this.negotiation = negotiation;
  }

  Response render(Request request, Reply reply) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    headers.put("cross-origin-resource-policy", "cross-origin"); // apps and pages read the API
    return switch (reply) {
      case Reply.Content content -> {
        byte[] body = write(content.body());
        Freshness freshness = content.freshness().orElseGet(() -> Freshness.of(body));
        yield freshness.matches(request)
            ? notModified(headers, request, freshness, content.caching())
            : content(headers, request, content, freshness, body);
      }
      case Reply.NotModified(Freshness freshness, Caching caching) ->
          notModified(headers, request, freshness, caching);
      case Reply.Elsewhere(var location) -> {
        headers.put("location", location.toString());
        headers.put("cache-control", "no-store"); // a signed address is for who asked, for minutes
        yield response(FOUND, headers, request, false, new byte[0]);
      }
      case Reply.Failed(Problem problem) -> {
        LanguageTag language = negotiation.workingLanguage(AskedLanguages.lenient(request).list());
        if (problem.failure() == Failure.NOT_SIGNED_IN) {
          headers.put("www-authenticate", "Bearer"); // RFC 9110, 15.5.2
        }
        headers.put("content-type", "application/problem+json");
        headers.put("content-language", language.value());
        headers.put("cache-control", "no-store");
        byte[] body = write(json -> write(json, problem, language));
        yield response(problem.failure().status(), headers, request, false, body);
      }
    };
  }

  private static Response content(
      Map<String, String> headers,
      Request request,
      Reply.Content content,
      Freshness freshness,
      byte[] body) {
    boolean gzip = body.length >= WORTH_COMPRESSING && AcceptEncoding.takesGzip(request);
    headers.put("content-type", "application/json");
    headers.put("etag", freshness.header(gzip));
    headers.put("content-language", languages(content.languages()));
    headers.put("content-location", content.location());
    keep(headers, request, content.caching());
    return response(OK, headers, request, gzip, body);
  }

  private static Response notModified(
      Map<String, String> headers, Request request, Freshness freshness, Caching caching) {
    headers.put("etag", freshness.held(request));
    keep(headers, request, caching);
    return response(NOT_MODIFIED, headers, request, false, new byte[0]);
  }

  private static void keep(Map<String, String> headers, Request request, Caching caching) {
    headers.put("cache-control", caching.header());
    headers.put(
        "vary",
        request.query().getOrDefault(AskedLanguages.PARAMETER, "").isEmpty()
            ? "Accept-Encoding, Accept-Language"
            : "Accept-Encoding");
  }

  private static String languages(List<LanguageTag> languages) {
    return languages.stream().map(LanguageTag::value).collect(Collectors.joining(", "));
  }

  private void write(JsonGenerator json, Problem problem, LanguageTag language) throws IOException {
    String code = problem.failure().code();
    json.writeStartObject();
    json.writeStringField("type", "urn:problem:" + code);
    json.writeStringField("title", messages.text(language, code, Map.of()));
    json.writeNumberField("status", problem.failure().status());
    json.writeStringField("code", code);
    if (!problem.errors().isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (ParameterError error : problem.errors()) {
        json.writeStartObject();
        json.writeStringField("field", error.field());
        json.writeStringField("code", error.code().text());
        json.writeStringField(
            "detail", messages.text(language, error.code().text(), error.details()));
        if (!error.accepted().isEmpty()) {
          json.writeArrayFieldStart("accepted");
          for (String value : error.accepted()) {
            json.writeString(value);
          }
          json.writeEndArray();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    for (Map.Entry<String, Object> fact : problem.facts().entrySet()) {
      json.writeFieldName(fact.getKey());
      switch (fact.getValue()) {
        case List<?> values -> {
          json.writeStartArray();
          for (Object value : values) {
            json.writeString(value.toString());
          }
          json.writeEndArray();
        }
        case Object value -> json.writeString(value.toString());
      }
    }
    json.writeEndObject();
  }

  private byte[] write(Reply.Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
    try (JsonGenerator generator = json.createGenerator(bytes)) {
      body.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Response response(
      int status, Map<String, String> headers, Request request, boolean gzip, byte[] body) {
    byte[] sent = gzip ? compress(body) : body;
    if (gzip) {
      headers.put("content-encoding", "gzip");
    }
    boolean head = request.isHead();
    if (head && body.length > 0) {
      headers.put("content-length", Integer.toString(sent.length));
    }
    return new Response(status, headers, head ? new byte[0] : sent, gzip && !head);
  }

  private static byte[] compress(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
