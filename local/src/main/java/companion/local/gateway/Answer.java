package companion.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An answer as it goes over the wire, but for what HTTP itself adds. */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final List<String> cookies;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  public static Answer of(int status) {
    return new Answer(status, Map.of(), List.of(), new byte[0]);
  }

  public static Answer of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of("content-type", contentType), List.of(), body.clone());
  }

  static Answer of(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    return new Answer(status, headers, cookies, body);
  }

  /** What the gateway says by itself, which is not problem+json. */
  static Answer message(int status, String message) {
    return of(status, "application/json", "{\"message\":\"" + message + "\"}");
  }

  /** An error of the pages and addresses that exist only here (RFC 9457). */
  public static Answer problem(int status, String title) {
    return of(
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}");
  }

  public Answer with(String header, String value) {
    var added = new LinkedHashMap<>(headers);
    added.put(header.toLowerCase(Locale.ROOT), value);
    return new Answer(status, added, cookies, body);
  }

  Answer withoutHeadersLike(String prefix) {
    var kept = new LinkedHashMap<>(headers);
    kept.keySet().removeIf(name -> name.startsWith(prefix));
    return new Answer(status, kept, cookies, body);
  }

  public int status() {
    return status;
  }

  /** By names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  List<String> cookies() {
    return cookies;
  }

  public byte[] body() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
