package companion.local.gateway;

import companion.deployment.Template;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * CORS as the gateway does it from its own configuration: it answers each preflight by itself, adds
 * its headers to answers, and drops those that a function sets.
 */
final class CorsRules {
  private final Template.Cors cors;

  CorsRules(Template.Cors cors) {
    this.cors = cors;
  }

  /** The answer to a preflight; without any CORS header if what it asks for is not allowed. */
  Optional<Answer> preflight(Request request) {
    Optional<String> origin = request.header("origin");
    Optional<String> method = request.header("access-control-request-method");
    if (!request.method().equals("OPTIONS") || origin.isEmpty() || method.isEmpty()) {
      return Optional.empty();
    }
    boolean allowed =
        allowedOrigin(origin.get()).isPresent()
            && contains(cors.methods(), method.get())
            && request.header("access-control-request-headers").stream()
                .flatMap(names -> List.of(names.split(",", -1)).stream())
                .map(String::strip)
                .allMatch(name -> name.isEmpty() || contains(cors.headers(), name));
    Answer answer = Answer.of(204);
    if (!allowed) {
      return Optional.of(answer);
    }
    answer =
        withOrigin(origin.get(), answer)
            .with("access-control-allow-methods", String.join(",", cors.methods()));
    if (!cors.headers().isEmpty()) {
      answer = answer.with("access-control-allow-headers", String.join(",", cors.headers()));
    }
    if (cors.maxAge().isPresent()) {
      answer =
          answer.with("access-control-max-age", String.valueOf(cors.maxAge().get().toSeconds()));
    }
    return Optional.of(answer);
  }

  /** The answer with the gateway's CORS headers, if the request names an origin, and no others. */
  Answer apply(Request request, Answer answer) {
    Answer own = answer.withoutHeadersLike("access-control-");
    Optional<String> origin = request.header("origin");
    if (origin.isEmpty() || allowedOrigin(origin.get()).isEmpty()) {
      return own;
    }
    own = withOrigin(origin.get(), own);
    return cors.exposedHeaders().isEmpty()
        ? own
        : own.with("access-control-expose-headers", String.join(",", cors.exposedHeaders()));
  }

  private Answer withOrigin(String origin, Answer answer) {
    Answer allowed =
        answer.with("access-control-allow-origin", allowedOrigin(origin).orElseThrow());
    return cors.credentials() ? allowed.with("access-control-allow-credentials", "true") : allowed;
  }

  private Optional<String> allowedOrigin(String origin) {
    if (cors.origins().contains("*")) {
      return Optional.of("*");
    }
    return cors.origins().stream()
        .filter(allowed -> matches(allowed, origin))
        .findFirst()
        .map(_ -> origin);
  }

  // Besides plain origins, the gateway knows https://* and http://*.
  private static boolean matches(String allowed, String origin) {
    return allowed.endsWith("://*")
        ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
        : allowed.equalsIgnoreCase(origin);
  }

  private static boolean contains(List<String> allowed, String wanted) {
    return allowed.contains("*")
        || allowed.stream()
            .anyMatch(
                name -> name.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
  }
}
