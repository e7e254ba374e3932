package companion.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP/1.1 on the loopback address: asks one site after another, and sends what it says. */
public final class HttpFront implements AutoCloseable {
  // What HTTP itself sets; a function's word on these does not count at the gateway either.
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  private final HttpServer server;
  private final ExecutorService executor;
  private final PrintStream log;

  private HttpFront(HttpServer server, ExecutorService executor, PrintStream log) {
    this.server = server;
    this.executor = executor;
    this.log = log;
  }

  /**
   * Takes the port; clients that connect wait until {@link #serve}.
   *
   * @param port 0 for any free one
   * @throws java.net.BindException if the port is taken
   */
  public static HttpFront bind(int port, PrintStream log) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new HttpFront(
        HttpServer.create(address, 128), Executors.newVirtualThreadPerTaskExecutor(), log);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Begins to answer. The last of the sites must have an answer to everything. */
  public void serve(List<Site> sites) {
    server.setExecutor(executor);
    server.createContext("/", exchange -> handle(exchange, sites));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange, List<Site> sites) throws IOException {
    try (exchange) {
      byte[] body = body(exchange.getRequestBody());
      send(exchange, answer(request(exchange, body), sites));
    }
  }

  private Answer answer(Request request, List<Site> sites) {
    try {
      return sites.stream()
          .map(site -> site.answer(request))
          .flatMap(Optional::stream)
          .findFirst()
          .orElseGet(() -> Answer.message(404, "Not Found"));
    } catch (RuntimeException e) {
      // Without the message, which may quote the request.
      log.println("a local page failed: " + e.getClass().getName() + " at " + e.getStackTrace()[0]);
      return Answer.message(500, "Internal Server Error");
    }
  }

  // One byte more than any function takes is enough to refuse it. The rest is read as well: a
  // client that still sends would else see a broken line and not the answer.
  private static byte[] body(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(PayloadFormat2.LIMIT + 1);
    stream.transferTo(OutputStream.nullOutputStream());
    return body;
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        Map.copyOf(exchange.getRequestHeaders()),
        body,
        exchange.getProtocol(),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_THE_CONNECTION.contains(name)) {
                headers.set(name, value);
              }
            });
    answer.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
    byte[] body = answer.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      // The server sends no length of its own to a HEAD.
      headers.set("content-length", String.valueOf(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else if (body.length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
