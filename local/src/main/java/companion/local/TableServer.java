package companion.local;

import companion.deployment.Template;
import companion.engines.DynamoDbServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.ServerSocket;

/**
 * The table, filled with content and behind a port. Files are loaded beside it, as publishing wants
 * it, and are not served.
 */
final class TableServer implements AutoCloseable {
  // a token is never checked here, so any will do
  private static final String NO_ISSUER = "http://127.0.0.1";

  private final DataFolder data;
  private final DynamoDbServer server;

  private TableServer(DataFolder data, DynamoDbServer server) {
    this.data = data;
    this.server = server;
  }

  /** Returns when requests are answered; a failure leaves nothing open. */
  static TableServer start(Options options, ContentLoading content, PrintStream out)
      throws StartFailure, IOException {
    Template template = LocalSystem.template(options.root(), NO_ISSUER);
    DataFolder data = DataFolder.open(options.data(), options.fresh());
    try {
      requireFree(options.port()); // now, and not after a minute of loading
      try (Storage storage = Storage.start(data, template)) {
        content.load(options.content(), storage, out::println);
      }
      return new TableServer(
          data, DynamoDbServer.start(data.folder(Storage.TABLES), options.port()));
    } catch (Throwable e) {
      data.close();
      throw e;
    }
  }

  private static void requireFree(int port) throws StartFailure, IOException {
    if (port == 0) {
      throw new StartFailure("-Dport must be a port that env.json can name, not 0.");
    }
    try (var socket = new ServerSocket(port)) {
      assert socket.isBound();
    } catch (BindException e) {
      throw LocalSystem.portInUse(port, e);
    }
  }

  @Override
  public void close() {
    server.close();
    data.close();
  }
}
