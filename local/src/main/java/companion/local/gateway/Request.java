package companion.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it came over the wire: nothing decoded, header names in lower case. */
public final class Request {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final String protocol;
  private final String sourceAddress;

  /**
   * @param path percent-encoded
   * @param query percent-encoded, without its question mark; blank if there is none
   */
  Request(
      String method,
      String path,
      String query,
      Map<String, List<String>> headers,
      byte[] body,
      String protocol,
      String sourceAddress) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = lowerCased(headers);
    this.body = body.clone();
    this.protocol = protocol;
    this.sourceAddress = sourceAddress;
  }

  /** A GET such as the pages of this machine send. */
  public static Request get(String path, String query) {
    return new Request("GET", path, query, Map.of(), new byte[0], "HTTP/1.1", "127.0.0.1");
  }

  private static Map<String, List<String>> lowerCased(Map<String, List<String>> headers) {
    var lowerCased = new LinkedHashMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lowerCased.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return lowerCased;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public String query() {
    return query;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  /** The values of a header joined with commas, as the gateway hands them on. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }

  /** The first value of a parameter in the query, decoded. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(PercentEncoding.parameters(query).get(name))
        .map(values -> values.getFirst());
  }

  byte[] body() {
    return body.clone();
  }

  int bodyLength() {
    return body.length;
  }

  String protocol() {
    return protocol;
  }

  String sourceAddress() {
    return sourceAddress;
  }

  /** Request line and headers as they were sent, line ends included. */
  int headLength() {
    int length = method.length() + path.length() + protocol.length() + 4;
    length += query.isEmpty() ? 0 : query.length() + 1;
    for (var header : headers.entrySet()) {
      for (String value : header.getValue()) {
        length += header.getKey().length() + value.length() + 4;
      }
    }
    return length;
  }
}
