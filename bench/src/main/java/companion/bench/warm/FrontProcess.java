package companion.bench.warm;

import companion.bench.run.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The server's process, from outside. */
final class FrontProcess implements AutoCloseable {
  // a function under a snapshot has the JVM's own choice of compilers; nodelay: see
  // docs/performance.md
  private static final List<String> FLAGS =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-Dsun.net.httpserver.nodelay=true");

  private final Process process;
  private final BufferedReader output;
  private final Writer input;
  private final int api;
  private final int floor;

  private FrontProcess(Process process) throws IOException {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    String[] ports = line().split(" ", -1);
    this.api = Integer.parseInt(ports[0]);
    this.floor = Integer.parseInt(ports[1]);
  }

  static FrontProcess start(Path root, Path catalogue) throws IOException {
    Process process =
        JavaProgram.of(FrontMain.class, FLAGS, List.of(root.toString(), catalogue.toString()))
            .start();
    try {
      return new FrontProcess(process);
    } catch (Throwable e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the server's process ended");
    }
    return line;
  }

  int api() {
    return api;
  }

  int floor() {
    return floor;
  }

  /**
   * Medians over reads inside that process, in milliseconds.
   *
   * @param get of one GetItem
   * @param batchGet of one BatchGetItem of one key
   */
  record RoundTrip(double get, double batchGet) {}

  RoundTrip roundTrip(int times) throws IOException {
    input.write(times + "\n");
    input.flush();
    String[] medians = line().split(" ", -1);
    return new RoundTrip(Double.parseDouble(medians[0]), Double.parseDouble(medians[1]));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
