package companion.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import companion.deployment.Template;
import companion.engines.LambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The HTTP API of {@code template.yaml} in front of the handler classes. It logs nothing that a
 * client sent: of a function that fails, its class, the route and where it failed.
 */
public final class Gateway implements Site {
  private static final int HEAD_LIMIT = 10_240; // bytes of request line and headers, AWS's quota

  private final RouteTable routes;
  private final Map<String, RequestStreamHandler> handlers;
  private final Optional<CorsRules> cors;
  private final Map<String, TokenCheck> tokenChecks;
  private final Clock clock;
  private final Supplier<String> requestIds;
  private final PrintStream log;

  private Gateway(
      RouteTable routes,
      Map<String, RequestStreamHandler> handlers,
      Optional<CorsRules> cors,
      Map<String, TokenCheck> tokenChecks,
      Clock clock,
      Supplier<String> requestIds,
      PrintStream log) {
    this.routes = routes;
    this.handlers = handlers;
    this.cors = cors;
    this.tokenChecks = tokenChecks;
    this.clock = clock;
    this.requestIds = requestIds;
    this.log = log;
  }

  /**
   * Joins the template's routes with the handlers behind them.
   *
   * @param handlers by the function's logical id; each function that has a route needs one
   * @param keys of the one issuer that this machine has
   */
  public static Gateway of(
      Template template,
      Map<String, RequestStreamHandler> handlers,
      JWKSource<SecurityContext> keys,
      Clock clock,
      Supplier<String> requestIds,
      PrintStream log) {
    var tokenChecks = new HashMap<String, TokenCheck>();
    for (Template.Route route : template.routes()) {
      route
          .authorizer()
          .ifPresent(
              authorizer ->
                  tokenChecks.computeIfAbsent(
                      authorizer.name(), _ -> TokenCheck.of(authorizer, keys, clock)));
    }
    return new Gateway(
        new RouteTable(template.routes()),
        Map.copyOf(handlers),
        template.cors().map(CorsRules::new),
        tokenChecks,
        clock,
        requestIds,
        log);
  }

  @Override
  public Optional<Answer> answer(Request request) {
    return Optional.of(reply(request));
  }

  /** The API's answer to any request. */
  public Answer reply(Request request) {
    if (request.headLength() > HEAD_LIMIT) {
      return Answer.message(431, "Request Header Fields Too Large");
    }
    Optional<Answer> preflight = cors.flatMap(rules -> rules.preflight(request));
    if (preflight.isPresent()) {
      return preflight.get();
    }
    String requestId = requestIds.get();
    Answer answer = route(request, requestId).with("apigw-requestid", requestId);
    return cors.map(rules -> rules.apply(request, answer)).orElse(answer);
  }

  private Answer route(Request request, String requestId) {
    Optional<RouteTable.Match> match = routes.find(request.method(), request.path());
    if (match.isEmpty()) {
      return cors.isPresent() && request.method().equals("OPTIONS")
          ? Answer.of(204)
          : Answer.message(404, "Not Found");
    }
    Template.Route route = match.get().route();
    if (route.authorizer().isEmpty()) {
      return call(request, match.get(), Optional.empty(), requestId);
    }
    TokenCheck check = Objects.requireNonNull(tokenChecks.get(route.authorizer().get().name()));
    return switch (check.check(request)) {
      case TokenCheck.Refused(String challenge) ->
          Answer.message(401, "Unauthorized").with("www-authenticate", challenge);
      case TokenCheck.Accepted token ->
          route.scopes().isEmpty() || route.scopes().stream().anyMatch(token.scopes()::contains)
              ? call(request, match.get(), Optional.of(token), requestId)
              : Answer.message(403, "Forbidden");
    };
  }

  private Answer call(
      Request request,
      RouteTable.Match match,
      Optional<TokenCheck.Accepted> token,
      String requestId) {
    if (PayloadFormat2.isTooLarge(request)) {
      return Answer.message(413, "Request Entity Too Large");
    }
    String function = match.route().functionId();
    RequestStreamHandler handler = Objects.requireNonNull(handlers.get(function));
    byte[] event = PayloadFormat2.event(request, match, token, requestId, clock.instant());
    var context = new LambdaContext(function, requestId, log::println);
    try {
      var reply = new ByteArrayOutputStream(8_192);
      handler.handleRequest(new ByteArrayInputStream(event), reply, context);
      Optional<Answer> answer = PayloadFormat2.answer(reply.toByteArray());
      if (answer.isPresent()) {
        return answer.get();
      }
      log.println(function + ", " + match.route().key() + ": no answer that the gateway takes");
    } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
      report(handler.getClass(), match.route().key(), failure);
    }
    return Answer.message(500, "Internal Server Error");
  }

  // Messages of exceptions are left out: they may quote what the client sent.
  private void report(Class<?> handler, String routeKey, Throwable failure) {
    var text = new StringBuilder(handler.getName() + " failed on " + routeKey + "\n");
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 8; cause = cause.getCause()) {
      text.append(depth++ == 0 ? "  " : "  caused by ").append(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("\n    at ").append(frame);
      }
      text.append('\n');
    }
    log.print(text);
  }
}
