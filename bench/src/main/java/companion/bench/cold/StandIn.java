package companion.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback address, on any free port. */
final class StandIn implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService executor;

  private StandIn(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  static StandIn start(Answering answering, PrintStream log) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", exchange -> handle(exchange, answering, log));
    server.start();
    return new StandIn(server, executor);
  }

  private static void handle(HttpExchange exchange, Answering answering, PrintStream log)
      throws IOException {
    try (exchange) {
      answering.answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the stand-in is being closed
    } catch (RuntimeException e) {
      e.printStackTrace(log);
      throw e;
    }
  }

  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
