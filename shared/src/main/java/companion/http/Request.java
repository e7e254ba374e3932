package companion.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked, without where it came from: address and user agent are left behind in the
 * event.
 *
 * @param routeKey as in the template, such as {@code GET /v1/resources/{id}}
 * @param rawPath as the client wrote it, decoded by the gateway
 * @param headers those of {@link #HEADERS} that the client sent, names in lower case
 * @param body as text, whatever it is; empty where there is none
 */
public record Request(
    String routeKey,
    String rawPath,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** All that any function reads of what clients send along, in lower case. */
  static final Set<String> HEADERS =
      Set.of("accept-encoding", "accept-language", "content-type", "if-none-match");

  /** A request without a body. */
  public Request(
      String routeKey,
      String rawPath,
      Map<String, String> pathParameters,
      Map<String, String> query,
      Map<String, String> headers) {
    this(routeKey, rawPath, pathParameters, query, headers, "");
  }

  /** Whether the client wants the headers alone. {@code $default} is a key without a method. */
  boolean isHead() {
    return routeKey.startsWith("HEAD ");
  }

  public String pathParameter(String name) {
    @Nullable String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("no {" + name + "} in route " + routeKey);
    }
    return value;
  }

  /**
   * The value of a header.
   *
   * @param name one of {@link #HEADERS}
   */
  public Optional<String> header(String name) {
    if (!HEADERS.contains(name)) {
      throw new IllegalArgumentException(
          name + " is not among the headers that events are read for");
    }
    return Optional.ofNullable(headers.get(name));
  }
}
