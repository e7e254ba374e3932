package companion.bench.cold;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function in a process of its own, under Lambda's runtime client, with the variables it has
 * there.
 */
final class LambdaProcess implements AutoCloseable {
  /** How a function comes to its first event. */
  enum Start {
    /** A new process. */
    COLD("on-demand"),
    /** A process that has been initialised before (SnapStart). */
    SNAPSHOT("snap-start");

    private final String initializationType;

    Start(String initializationType) {
      this.initializationType = initializationType;
    }

    /** What java25 is run with on Lambda; the collector is what one processor gets. */
    private List<String> flags() {
      return switch (this) {
        case COLD -> List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        case SNAPSHOT -> List.of("-XX:+UseSerialGC");
      };
    }
  }

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** What all processes have in common. */
  record Host(List<Path> runtimeClient, String tableUrl, Path logs, PrintStream progress) {}

  private final RuntimeApi api;
  private final Process process;
  private long started;

  private LambdaProcess(RuntimeApi api, Process process, long started) {
    this.api = api;
    this.process = process;
    this.started = started;
    var _ = process.onExit().thenRun(() -> api.fail("its process ended"));
  }

  /** Starts it with one event waiting. */
  static LambdaProcess start(Host host, Contestant contestant, List<String> flags, Call first)
      throws IOException {
    return start(host, contestant, Start.COLD, flags, first);
  }

  /** Initialises it, with one event waiting until {@link #restore}. */
  static LambdaProcess initialise(Host host, Contestant contestant, Call first) throws IOException {
    LambdaProcess process = start(host, contestant, Start.SNAPSHOT, List.of(), first);
    try {
      process.api.awaitCheckpoint();
      return process;
    } catch (Throwable e) {
      process.close();
      throw e;
    }
  }

  private static LambdaProcess start(
      Host host, Contestant contestant, Start start, List<String> flags, Call first)
      throws IOException {
    var api = new RuntimeApi(host.progress());
    try {
      api.send(first.toJson());
      ProcessBuilder builder = new ProcessBuilder(command(host, contestant, start, flags));
      builder.environment().clear();
      builder.environment().putAll(environment(host, contestant, start, api));
      builder
          .redirectErrorStream(true)
          .redirectOutput(host.logs().resolve(contestant.name() + ".log").toFile());
      long started = System.nanoTime();
      return new LambdaProcess(api, builder.start(), started);
    } catch (Throwable e) {
      api.close();
      throw e;
    }
  }

  private static List<String> command(
      Host host, Contestant contestant, Start start, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(start.flags());
    command.addAll(flags);
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"); // as on Lambda
    command.add("-classpath");
    command.add(
        Stream.concat(host.runtimeClient().stream(), contestant.jars().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(contestant.handler());
    return command;
  }

  private static Map<String, String> environment(
      Host host, Contestant contestant, Start start, RuntimeApi api) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", api.authority()),
        Map.entry("_HANDLER", contestant.handler()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "bench"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", start.initializationType),
        Map.entry("AWS_REGION", "eu-west-2"),
        Map.entry("AWS_DEFAULT_REGION", "eu-west-2"),
        Map.entry("AWS_ACCESS_KEY_ID", "bench"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "bench"),
        Map.entry("AWS_SESSION_TOKEN", "bench"),
        Map.entry("LAMBDA_TASK_ROOT", host.logs().toString()),
        Map.entry("LANG", "en_US.UTF-8"),
        Map.entry("TZ", "UTC"),
        Map.entry("PATH", "/usr/bin:/bin"),
        Map.entry("TABLE", CatalogueFiles.TABLE),
        Map.entry("AUDIENCES", "public"),
        Map.entry("DYNAMODB_ENDPOINT", host.tableUrl()));
  }

  /** Lets an initialised process go on, as it would from its snapshot. */
  void restore() {
    started = System.nanoTime();
    api.restore();
  }

  /** Milliseconds from the start of the process, or from its restoring, to its first reply. */
  double firstReply() throws IOException {
    return (checked(api.await()).nanoseconds() - started) / 1e6;
  }

  /** Asks once more; milliseconds from the event's departure to the reply. */
  double ask(Call call) throws IOException {
    long sent = System.nanoTime();
    api.send(call.toJson());
    return (checked(api.await()).nanoseconds() - sent) / 1e6;
  }

  private static RuntimeApi.Reply checked(RuntimeApi.Reply reply) throws IOException {
    String text = reply.body();
    if (!text.contains("\"statusCode\":200")) {
      throw new IOException("not a 200: " + text.substring(0, Math.min(400, text.length())));
    }
    return reply;
  }

  /** Its resident memory, where the system tells (Linux). */
  OptionalLong residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /** Lets it end by itself, as an AOT cache is written only then. */
  void end() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        throw new IOException("the process does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.close();
  }
}
