package companion.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.language.Negotiation;
import companion.log.Log;
import java.util.Map;

/**
 * Turns events into requests, finds their route and turns replies into responses. Each {@code GET}
 * route answers {@code HEAD} as well.
 */
public final class Edge {
  private static final String HEAD = "HEAD ";
  private static final String GET = "GET ";

  private final Map<String, Route> routes;
  private final Renderer renderer;

  /**
   * An edge over these routes.
   *
   * @param routes by key, such as {@code GET /v1/resources/{id}}
   */
  public Edge(Map<String, Route> routes, Negotiation negotiation) {
    this.routes = Map.copyOf(routes);
    this.renderer = new Renderer(Messages.read(), negotiation);
  }

  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
    Request request = Request.of(event);
    try {
      return renderer.render(request, reply(request)); // a body is written only here
    } catch (RuntimeException e) {
      Log.of(context).failure(request.routeKey(), e);
      return renderer.render(request, new Reply.Failed(Problem.of(Failure.INTERNAL_ERROR)));
    }
  }

  private Reply reply(Request request) {
    String key = request.routeKey();
    Route route = routes.get(key.startsWith(HEAD) ? GET + key.substring(HEAD.length()) : key);
    return route == null
        ? new Reply.Failed(Problem.of(Failure.ROUTE_NOT_FOUND))
        : route.answer(request);
  }
}
