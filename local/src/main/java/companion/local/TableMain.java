package companion.local;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Locale;

/** What {@code mvn -q -Pserve-table} starts: the table of {@code sam local}. */
public final class TableMain {
  private TableMain() {}

  public static void main(String[] arguments) {
    Launch.of(arguments, TableMain::start);
  }

  private static AutoCloseable start(Options options) throws StartFailure, IOException {
    var content = DemoContent.ofProject(new SecureRandom());
    TableServer server = TableServer.start(options, content, System.out);
    announce(options, System.out);
    return server;
  }

  private static void announce(Options options, PrintStream out) {
    out.printf(
        Locale.ROOT,
        """
        Ready: DynamoDB Local, with the content of %s, on port %d.

        WARNING: whoever reaches this computer reaches that port, and may read and write
        everything in it: containers do not reach 127.0.0.1, so it listens on every address.
        Keep to the demonstration content on a network that you share.

        In another window, build the functions and start them:
          mvn package -DskipTests
          sam local start-api

        Then:
          curl 'http://127.0.0.1:3000/v1/resources?lang=ru'

        Stop with Ctrl-C.
        """,
        options.content(),
        options.port());
  }
}
