package companion.bench;

import companion.bench.catalogue.CatalogueFiles;
import companion.bench.cold.ClassLoading;
import companion.bench.cold.ColdStart;
import companion.bench.growth.Growth;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.units.CapacityUnits;
import companion.bench.warm.WarmPath;
import companion.bench.wire.BytesOnTheWire;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What {@code mvn -q -Pbench} starts. Ends with one table, also in {@code bench/target}. */
public final class BenchMain {
  private BenchMain() {}

  public static void main(String[] arguments) {
    // Exits by hand: a thread of an engine may linger.
    try {
      run(Options.parse(List.of(arguments), Path.of("").toAbsolutePath()));
      System.exit(0);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(Options options) throws IOException {
    PrintStream progress = System.err;
    var files = new CatalogueFiles(options.root(), progress);
    var table = new ResultTable();
    String before = machine();
    String text = "";
    for (Part part : options.parts()) {
      progress.println("measuring: " + part.code());
      switch (part) {
        case COLD -> new ColdStart(options, files, progress).measure(table);
        case CLASSES -> new ClassLoading(options, files, progress).measure(table);
        case WARM -> new WarmPath(options, files, progress).measure(table);
        case UNITS -> new CapacityUnits(options, files).measure(table);
        case WIRE -> new BytesOnTheWire(options, files, progress).measure(table);
        case GROWTH -> new Growth(options, files, progress).measure(table);
      }
      // after each part: a later one that fails loses nothing
      text =
          "%s; at the end load average %s%n%n%s"
              .formatted(before, load(), table.toMarkdown())
              .replace("\r", "");
      Files.writeString(options.work().resolve("results.md"), text);
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text);
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, JDK %s, %d processors, load average %s"
        .formatted(
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            Runtime.version(),
            runtime.availableProcessors(),
            load());
  }

  /** Of the last minute; beyond the number of processors, durations are worth little. */
  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
