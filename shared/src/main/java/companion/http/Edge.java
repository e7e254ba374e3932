package companion.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.access.Callers;
import companion.access.Surface;
import companion.language.Negotiation;
import companion.log.Log;
import java.util.Map;
import java.util.Optional;

/**
 * Turns events into requests, finds their route and turns replies into responses. Each {@code GET}
 * route answers {@code HEAD} as well.
 */
public final class Edge {
  private static final String HEAD = "HEAD ";
  private static final String GET = "GET ";

  private final Map<String, Route> routes;
  private final Callers callers;
  private final Renderer renderer;

  /**
   * An edge over these routes.
   *
   * @param routes by key, such as {@code GET /v1/resources/{id}}
   */
  public Edge(Map<String, Route> routes, Callers callers, Negotiation negotiation) {
    this.routes = Map.copyOf(routes);
    this.callers = callers;
    this.renderer = new Renderer(Messages.read(), negotiation);
  }

  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
    Request request = Request.of(event);
    try {
      return renderer.render(request, reply(event, request)); // a body is written only here
    } catch (RuntimeException e) {
      Log.of(context).failure(request.routeKey(), e);
      return renderer.render(request, new Reply.Failed(Problem.of(Failure.INTERNAL_ERROR)));
    }
  }

  /** Answers nobody: whether the route would admit the caller does not matter. */
  void rehearse(Request request) {
    Route route = routes.get(request.routeKey());
    if (route != null) {
      renderer.render(request, route.answer(request));
    }
  }

  /**
   * The gateway has turned away whoever has no valid token; this holds where it does not, as under
   * {@code sam local} or a template edited wrongly.
   */
  private Reply reply(APIGatewayV2HTTPEvent event, Request request) {
    String key = request.routeKey();
    Route route = routes.get(key.startsWith(HEAD) ? GET + key.substring(HEAD.length()) : key);
    if (route == null) {
      return new Reply.Failed(Problem.of(Failure.ROUTE_NOT_FOUND));
    }
    return switch (Surface.of(key).admit(callers.of(claims(event)))) {
      case ADMITTED -> route.answer(request);
      case SIGN_IN -> new Reply.Failed(Problem.of(Failure.NOT_SIGNED_IN));
      case FORBIDDEN -> new Reply.Failed(Problem.of(Failure.FORBIDDEN));
    };
  }

  private static Map<String, String> claims(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
        .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
        .orElseGet(Map::of);
  }
}
