package companion.engines;

import java.io.IOException;
import java.nio.file.Path;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * DynamoDB Local behind a port, telemetry off. It takes any credentials and any region.
 *
 * <p>It listens on every address of this computer and cannot be told otherwise. It needs Jetty,
 * which whoever uses this class must bring: no other use of this module does.
 */
public final class DynamoDbServer implements AutoCloseable {
  private final DynamoDBProxyServer server;

  private DynamoDbServer(DynamoDBProxyServer server) {
    this.server = server;
  }

  /**
   * Serves what {@link EmbeddedDynamoDb} keeps in {@code directory}, and is no longer open there.
   *
   * @param port a free one, from 1
   */
  public static DynamoDbServer start(Path directory, int port) throws IOException {
    String[] arguments = {
      "-sharedDb", // one file, whoever asks
      "-dbPath",
      directory.toString(),
      "-port",
      Integer.toString(port),
      "-disableTelemetry"
    };
    try {
      DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments);
      server.start();
      return new DynamoDbServer(server);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
