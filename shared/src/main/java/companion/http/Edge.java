package companion.http;

import com.amazonaws.services.lambda.runtime.Context;
import companion.access.Callers;
import companion.access.Surface;
import companion.language.Negotiation;
import companion.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

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

  /**
   * Answers one event of payload format 2.0, as a function is given it and gives its reply.
   *
   * @throws IOException if it is none, or the streams fail: for Lambda to report
   */
  public void answer(InputStream event, OutputStream reply, Context context) throws IOException {
    respond(Event.read(event), context).write(reply);
  }

  private Response respond(Event event, Context context) {
    Request request = event.request();
    try {
      return renderer.render(request, reply(event)); // a body is written only here
    } catch (RuntimeException e) {
      Log.of(context).failure(request.routeKey(), e);
      return renderer.render(request, new Reply.Failed(Problem.of(Failure.INTERNAL_ERROR)));
    }
  }

  /** Answers nobody: whether the route would admit the caller does not matter. */
  void rehearse(Request request) {
    Route route = routes.get(request.routeKey());
    if (route != null) {
      try {
        renderer
            .render(request, route.answer(request))
            .write(OutputStream.nullOutputStream()); // so that writing is rehearsed too
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The gateway has turned away whoever has no valid token; this holds where it does not, as under
   * {@code sam local} or a template edited wrongly.
   */
  private Reply reply(Event event) {
    Request request = event.request();
    String key = request.routeKey();
    Route route = routes.get(key.startsWith(HEAD) ? GET + key.substring(HEAD.length()) : key);
    if (route == null) {
      return new Reply.Failed(Problem.of(Failure.ROUTE_NOT_FOUND));
    }
    return switch (Surface.of(key).admit(callers.of(event.claims()))) {
      case ADMITTED -> route.answer(request);
      case SIGN_IN -> new Reply.Failed(Problem.of(Failure.NOT_SIGNED_IN));
      case FORBIDDEN -> new Reply.Failed(Problem.of(Failure.FORBIDDEN));
    };
  }
}
