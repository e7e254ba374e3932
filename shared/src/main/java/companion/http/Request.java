package companion.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked, without where it came from: address and user agent are left behind here.
 *
 * @param routeKey as in the template, such as {@code GET /v1/resources/{id}}
 * @param rawPath as the client wrote it, decoded by the gateway
 * @param headers names in lower case
 */
public record Request(
    String routeKey,
    String rawPath,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers) {

  public static Request of(APIGatewayV2HTTPEvent event) {
    Map<String, String> headers = new HashMap<>();
    // the gateway sends lower case; `sam local` sends what the client sent
    orEmpty(event.getHeaders())
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    String path = event.getRawPath();
    return new Request(
        event.getRouteKey(),
        path == null ? "" : path,
        orEmpty(event.getPathParameters()),
        Collections.unmodifiableMap(new TreeMap<>(orEmpty(event.getQueryStringParameters()))),
        Map.copyOf(headers));
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
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

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
