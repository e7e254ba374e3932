package companion.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Runtime API of Lambda (developer guide, "Using the Lambda runtime API") for one process: it
 * asks for its next event, and posts its reply.
 */
final class RuntimeApi implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  /**
   * What a function posted.
   *
   * @param nanoseconds when it had arrived, by the clock of {@link System#nanoTime}
   */
  record Reply(long nanoseconds, String body) {}

  private sealed interface Posted {
    record Answered(Reply reply) implements Posted {}

    record Failed(String text) implements Posted {}
  }

  private final CountDownLatch restored = new CountDownLatch(1);
  private final CountDownLatch checkpoint = new CountDownLatch(1);
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
  private final StandIn server;

  RuntimeApi(PrintStream log) throws IOException {
    this.server = StandIn.start(this::answer, log);
  }

  String authority() {
    return server.authority();
  }

  /** Hands on an event, or keeps it until the process asks. */
  void send(byte[] event) {
    events.add(event);
  }

  /** The reply to the oldest event that had none. */
  Reply await() throws IOException {
    try {
      return switch (posted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case null -> throw new IOException("no reply in " + PATIENCE_SECONDS + " s");
        case Posted.Answered(Reply reply) -> reply;
        case Posted.Failed(String text) -> throw new IOException("the function failed: " + text);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Waits until the process may be frozen: it is initialised and asks whether it was restored. */
  void awaitCheckpoint() throws IOException {
    try {
      if (!checkpoint.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("not ready for a snapshot in " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Tells the process that it goes on from its snapshot. */
  void restore() {
    restored.countDown();
  }

  /** Says that there will be no more replies. */
  void fail(String reason) {
    posted.add(new Posted.Failed(reason));
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    long now = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/restore/next")) {
      checkpoint.countDown();
      restored.await();
      StandIn.send(exchange, 200, new byte[0]);
    } else if (path.endsWith("/invocation/next")) {
      byte[] event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.set("content-type", "application/json");
      headers.set("lambda-runtime-aws-request-id", "request");
      headers.set("lambda-runtime-deadline-ms", Long.toString(System.currentTimeMillis() + 30_000));
      headers.set(
          "lambda-runtime-invoked-function-arn",
          "arn:aws:lambda:eu-west-2:000000000000:function:bench");
      StandIn.send(exchange, 200, event);
    } else {
      posted.add(
          path.endsWith("/response")
              ? new Posted.Answered(new Reply(now, body))
              : new Posted.Failed(body));
      StandIn.send(exchange, 202, new byte[0]);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
