package companion.bench.growth;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.cold.Contestant;
import companion.bench.cold.Stage;
import companion.bench.run.JavaProgram;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import companion.bench.run.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks the same of catalogues of different sizes. */
public final class Growth {
  private static final double MOST_TIMES_SMALLEST = 1.1;
  private static final List<String> FLAGS =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Options options;
  private final CatalogueFiles files;
  private final PrintStream progress;

  public Growth(Options options, CatalogueFiles files, PrintStream progress) {
    this.options = options;
    this.files = files;
    this.progress = progress;
  }

  private record Place(String question, int size) {}

  private static final class Runs {
    private final List<Double> milliseconds = new ArrayList<>();
    private final List<Double> units = new ArrayList<>();
  }

  public void measure(ResultTable table) throws IOException {
    warm(table);
    for (int size : options.sizes()) {
      coldLoad(size, table);
    }
    for (int size : options.sizes()) {
      coldStart(size, table);
    }
  }

  private void warm(ResultTable table) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(options.rounds()));
    for (int size : options.sizes()) {
      arguments.add(Integer.toString(size));
      arguments.add(files.folder(size).toString());
    }
    progress.println("growth: once warm");
    Map<Place, Runs> runs = new LinkedHashMap<>();
    for (String line : output(WarmSizesMain.class, arguments)) {
      String[] fields = line.split("\t", -1);
      Runs place =
          runs.computeIfAbsent(new Place(fields[0], Integer.parseInt(fields[1])), _ -> new Runs());
      place.milliseconds.add(Double.parseDouble(fields[2]));
      place.units.add(Double.parseDouble(fields[3]));
    }
    int smallest = options.sizes().getFirst();
    runs.forEach(
        (place, measured) -> {
          Sample times = Sample.of(measured.milliseconds);
          Row row =
              Row.of(
                      Part.GROWTH,
                      "%s, %,d resources: p50".formatted(place.question(), place.size()),
                      ResultTable.milliseconds(times.median()))
                  .with(
                      String.format(
                          Locale.ROOT,
                          "%.2f–%.2f; %.1f units",
                          times.min(),
                          times.max(),
                          Sample.of(measured.units).median()));
          if (place.size() != smallest) {
            Runs least = runs.getOrDefault(new Place(place.question(), smallest), measured);
            double ratio = Sample.ratios(measured.milliseconds, least.milliseconds).median();
            row = row.against(smallest + " resources", ratio).atMost(MOST_TIMES_SMALLEST, ratio);
          }
          table.add(row);
        });
  }

  private void coldLoad(int size, ResultTable table) throws IOException {
    List<Double> milliseconds = new ArrayList<>();
    double units = 0;
    double bytes = 0;
    for (int round = 0; round < options.rounds(); round++) {
      List<String> folders =
          List.of(
              files.folder(options.sizes().getFirst()).toString(), files.folder(size).toString());
      String[] fields = output(ColdLoadMain.class, folders).getFirst().split(" ", -1);
      milliseconds.add(Double.parseDouble(fields[0]));
      units = Double.parseDouble(fields[1]);
      bytes = Double.parseDouble(fields[2]);
    }
    Sample times = Sample.of(milliseconds);
    progress.printf("growth: loaded %,d%n", size);
    table.add(
        Row.of(
                Part.GROWTH,
                "%,d resources: loading one language".formatted(size),
                ResultTable.milliseconds(times.median()))
            .with(
                String.format(
                    Locale.ROOT,
                    "%.0f–%.0f, embedded engine; %,.1f units; %.1f MB of heap",
                    times.min(),
                    times.max(),
                    units,
                    bytes / 1048576)));
  }

  private void coldStart(int size, ResultTable table) throws IOException {
    try (Stage stage = Stage.open(options.root(), files.folder(size), progress)) {
      Contestant resources = stage.resources();
      List<String> flags = stage.trained(resources);
      Call list = Call.list("fr").gzipped();
      stage.firstReply(resources, flags, list); // the stand-in then has the answers at hand
      List<Double> milliseconds = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        milliseconds.add(stage.firstReply(resources, flags, list));
      }
      Sample times = Sample.of(milliseconds);
      progress.printf("growth: started on %,d%n", size);
      table.add(
          Row.of(
                  Part.GROWTH,
                  "%,d resources: first list of a new process, AOT".formatted(size),
                  ResultTable.milliseconds(times.median()))
              .with(String.format(Locale.ROOT, "%.0f–%.0f", times.min(), times.max())));
    }
  }

  /** The lines that a program prints, run with the flags of a function on Lambda. */
  private static List<String> output(Class<?> program, List<String> arguments) throws IOException {
    Process process = JavaProgram.of(program, FLAGS, arguments).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.onExit().join().exitValue() != 0 || lines.isEmpty()) {
      throw new IOException(program.getSimpleName() + " failed");
    }
    return lines;
  }
}
