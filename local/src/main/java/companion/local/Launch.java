package companion.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** How a program of this module fails, and how it ends. */
final class Launch {
  private Launch() {}

  /** What has started when {@link #start} returns goes on until it is closed. */
  @FunctionalInterface
  interface Program {
    AutoCloseable start(Options options) throws StartFailure, IOException;
  }

  /** Starts a program. Exits with 2 if it cannot start and says why in one line. */
  static void of(String[] arguments, Program program) {
    // Exits by hand: what has started is closed, but a thread of an engine may linger.
    try {
      Options options = Options.parse(List.of(arguments), Path.of("").toAbsolutePath());
      AutoCloseable started = program.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "stop"));
      if (options.stopAtEndOfInput()) {
        Thread.ofPlatform().daemon().name("input").start(Launch::stopAtEndOfInput);
      }
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void close(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  // Ctrl-C reaches Maven and this process, but a signal to Maven alone is not passed on by its exec
  // plugin. What is passed on is the end of the pipe between the two.
  private static void stopAtEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    } catch (IOException e) {
      // Without a standard input there is no end to wait for.
    }
  }
}
