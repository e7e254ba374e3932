package companion.bench.cold;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts the classes that are loaded until the first reply, by package, and where they come from.
 */
public final class ClassLoading {
  private static final List<String> GROUPS =
      List.of(
          "companion.",
          "com.amazonaws.services.lambda.runtime.serialization.events",
          "com.amazonaws.services.lambda.runtime.serialization",
          "com.amazonaws.services.lambda.runtime.events",
          "com.amazonaws.",
          "com.fasterxml.jackson.databind",
          "com.fasterxml.jackson.",
          "software.amazon.awssdk.auth",
          "software.amazon.awssdk.awscore",
          "software.amazon.awssdk.core",
          "software.amazon.awssdk.endpoints",
          "software.amazon.awssdk.http",
          "software.amazon.awssdk.identity",
          "software.amazon.awssdk.metrics",
          "software.amazon.awssdk.profiles",
          "software.amazon.awssdk.protocols",
          "software.amazon.awssdk.regions",
          "software.amazon.awssdk.retries",
          "software.amazon.awssdk.services.dynamodb.endpoints",
          "software.amazon.awssdk.services.dynamodb",
          "software.amazon.awssdk.thirdparty",
          "software.amazon.awssdk.utils",
          "software.amazon.awssdk.",
          "java.lang.invoke",
          "java.",
          "jdk.",
          "sun.");

  private final Options options;
  private final CatalogueFiles files;
  private final PrintStream progress;

  public ClassLoading(Options options, CatalogueFiles files, PrintStream progress) {
    this.options = options;
    this.files = files;
    this.progress = progress;
  }

  private static final class Count {
    private int fromArchive;
    private int fromElsewhere;

    private int total() {
      return fromArchive + fromElsewhere;
    }
  }

  public void measure(ResultTable table) throws IOException {
    int size = options.sizes().getFirst();
    try (Stage stage = Stage.open(options.root(), files.folder(size), progress)) {
      Contestant resources = stage.resources();
      Call list = Call.list("fr").gzipped();
      Call detail = Call.detail(SampleCatalogue.id(0), "fr").gzipped();
      report("hello", profile(stage, stage.hello(), List.of(), list), table);
      report("plain", profile(stage, stage.plain(), List.of(), list), table);
      report("list", profile(stage, resources, List.of(), list), table);
      report("detail", profile(stage, resources, List.of(), detail), table);
      List<String> trained = stage.trained(resources);
      report("list with AOT cache", profile(stage, resources, trained, list), table);
    }
  }

  private static Map<String, Count> profile(
      Stage stage, Contestant contestant, List<String> flags, Call call) throws IOException {
    Path log = stage.file("classes.log");
    List<String> logging = List.of("-Xlog:class+load:file=" + log);
    stage.firstReply(contestant, Stream.concat(flags.stream(), logging.stream()).toList(), call);
    Map<String, Count> counts = new TreeMap<>();
    for (String line : Files.readAllLines(log)) {
      int source = line.indexOf(" source: ");
      if (source > 0) {
        String name = line.substring(line.lastIndexOf(' ', source - 1) + 1, source);
        Count count = counts.computeIfAbsent(group(name), _ -> new Count());
        if (line.contains("shared objects file")) {
          count.fromArchive++;
        } else {
          count.fromElsewhere++;
        }
      }
    }
    return counts;
  }

  private static String group(String className) {
    return GROUPS.stream().filter(className::startsWith).findFirst().orElse("others");
  }

  private static void report(String name, Map<String, Count> counts, ResultTable table) {
    int total = counts.values().stream().mapToInt(Count::total).sum();
    int elsewhere = counts.values().stream().mapToInt(count -> count.fromElsewhere).sum();
    table.add(
        Row.of(Part.CLASSES, name + ": all", ResultTable.number(total))
            .with(elsewhere + " not from an archive"));
    counts.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().total()))
        .forEach(
            entry ->
                table.add(
                    Row.of(
                            Part.CLASSES,
                            name + ": " + entry.getKey(),
                            ResultTable.number(entry.getValue().total()))
                        .with(entry.getValue().fromElsewhere + " not from an archive")));
  }
}
