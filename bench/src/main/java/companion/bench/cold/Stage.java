package companion.bench.cold;

import companion.bench.call.Call;
import companion.bench.catalogue.SampleCatalogue;
import companion.engines.EmbeddedDynamoDb;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table on a line, and the functions that can be started before it. */
public final class Stage implements AutoCloseable {
  private static final int TRAINING_REQUESTS = 50;

  private final Path root;
  private final Jars jars;
  private final EmbeddedDynamoDb engine;
  private final TableEndpoint endpoint;
  private final LambdaProcess.Host host;

  private Stage(
      Path root,
      Jars jars,
      EmbeddedDynamoDb engine,
      TableEndpoint endpoint,
      LambdaProcess.Host host) {
    this.root = root;
    this.jars = jars;
    this.engine = engine;
    this.endpoint = endpoint;
    this.host = host;
  }

  /** Sets out a catalogue; processes write their logs to {@code work}. */
  public static Stage open(Path root, Path catalogue, PrintStream progress) throws IOException {
    Path work = Files.createDirectories(root.resolve("bench/target/cold"));
    var jars = new Jars(root);
    EmbeddedDynamoDb engine = EmbeddedDynamoDb.onDisk(catalogue);
    try {
      var endpoint = new TableEndpoint(engine.client(), progress);
      var host = new LambdaProcess.Host(Jars.ofRuntimeClient(), endpoint.url(), work, progress);
      return new Stage(root, jars, engine, endpoint, host);
    } catch (Throwable e) {
      engine.close();
      throw e;
    }
  }

  Contestant hello() throws IOException {
    return new Contestant(
        "hello",
        "companion.bench.cold.hello.HelloFunction::handleRequest",
        List.of(jars.own("bench")),
        List.of(Call.list("en").gzipped()));
  }

  Contestant plain() throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(jars.own("bench"));
    all.addAll(jars.librariesOf("functions/resources"));
    // ours does without these two
    all.add(Jars.jarOf("com.fasterxml.jackson.databind.ObjectMapper"));
    all.add(Jars.jarOf("com.fasterxml.jackson.annotation.JsonProperty"));
    return new Contestant(
        "plain",
        "companion.bench.cold.plain.PlainFunction::handleRequest",
        all,
        List.of(Call.list("en").gzipped()));
  }

  /** The reading function, trained in another language and on another resource. */
  public Contestant resources() throws IOException {
    return new Contestant(
        "resources",
        "companion.function.resources.ResourcesFunction::handleRequest",
        jars.of("functions/resources"),
        List.of(
            Call.list("en").gzipped(),
            Call.detail(SampleCatalogue.id(1), "en").gzipped(),
            Call.vocabulary("en").gzipped()));
  }

  Path file(String name) {
    return root.resolve("bench/target/cold").resolve(name);
  }

  /** The flags that start a contestant on an AOT cache, which is made here. */
  public List<String> trained(Contestant contestant) throws IOException {
    Path cache = cache(contestant);
    Files.deleteIfExists(cache);
    try (LambdaProcess process =
        start(
            contestant, List.of("-XX:AOTCacheOutput=" + cache), contestant.training().getFirst())) {
      process.firstReply();
      for (int i = 0; i < TRAINING_REQUESTS; i++) {
        process.ask(contestant.training().get(i % contestant.training().size()));
      }
      process.end();
    }
    if (!Files.exists(cache)) {
      throw new IOException("no AOT cache was written; the reason is in " + host.logs());
    }
    // a cache that does not fit is passed over silently otherwise
    return List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
  }

  Path cache(Contestant contestant) {
    return file(contestant.name() + ".aot");
  }

  LambdaProcess start(Contestant contestant, List<String> flags, Call first) throws IOException {
    return LambdaProcess.start(host, contestant, flags, first);
  }

  LambdaProcess initialise(Contestant contestant, Call first) throws IOException {
    return LambdaProcess.initialise(host, contestant, first);
  }

  /** How often the table was asked. */
  int reads() {
    return endpoint.reads();
  }

  /** Milliseconds from the start of a process to its first reply. */
  public double firstReply(Contestant contestant, List<String> flags, Call call)
      throws IOException {
    try (LambdaProcess process = start(contestant, flags, call)) {
      return process.firstReply();
    }
  }

  @Override
  public void close() {
    endpoint.close();
    engine.close();
  }
}
