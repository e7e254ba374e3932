package companion.bench.cold;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import companion.bench.run.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Starts our function, a plain one and an empty one, in turn and many times. */
public final class ColdStart {
  private static final double MOST_TIMES_PLAIN = 1.15;
  private static final double MOST_TIMES_HELLO = 1.8;

  /** What one list holds, and so what the plain function reads; larger ones are part of growth. */
  private static final int RESOURCES = 20;

  private final Options options;
  private final CatalogueFiles files;
  private final PrintStream progress;

  public ColdStart(Options options, CatalogueFiles files, PrintStream progress) {
    this.options = options;
    this.files = files;
    this.progress = progress;
  }

  private enum Mode {
    /** The JDK's own class data archive. */
    CDS("CDS"),
    /** A cache of our own. */
    AOT("AOT"),
    /** An initialised process goes on; what Lambda needs to restore its memory is not in it. */
    SNAPSHOT("snapshot");

    private final String code;

    Mode(String code) {
      this.code = code;
    }
  }

  /** What is started, how, and what came of it. */
  private static final class Entry {
    private final String name;
    private final Mode mode;
    private final Contestant contestant;
    private final List<String> flags;
    private final Call call;
    private final List<Double> firstReplies = new ArrayList<>();
    private final List<Double> later = new ArrayList<>();
    private final List<Double> megabytes = new ArrayList<>();

    Entry(String name, Mode mode, Contestant contestant, List<String> flags, Call call) {
      this.name = name;
      this.mode = mode;
      this.contestant = contestant;
      this.flags = flags;
      this.call = call;
    }
  }

  /** The contestants of one way of starting, which are compared with each other only. */
  private record Field(Mode mode, Entry hello, Entry plain, Entry list, Entry detail) {
    List<Entry> entries() {
      return List.of(hello, plain, list, detail);
    }
  }

  public void measure(ResultTable table) throws IOException {
    try (Stage stage = Stage.open(options.root(), files.folder(RESOURCES), progress)) {
      List<Field> fields = new ArrayList<>();
      for (Mode mode : Mode.values()) {
        fields.add(field(mode, stage));
      }
      for (int round = 1; round <= options.rounds(); round++) {
        for (Field field : fields) {
          for (Entry entry : field.entries()) {
            run(stage, entry);
          }
        }
        progress.printf("cold start: round %d of %d%n", round, options.rounds());
      }
      fields.forEach(field -> report(field, table));
      sizes(stage, table);
    }
  }

  private static Field field(Mode mode, Stage stage) throws IOException {
    Contestant hello = stage.hello();
    Contestant plain = stage.plain();
    Contestant resources = stage.resources();
    List<String> ours = flags(mode, stage, resources);
    Call list = Call.list("fr").gzipped();
    return new Field(
        mode,
        new Entry("hello", mode, hello, flags(mode, stage, hello), list),
        new Entry("plain", mode, plain, flags(mode, stage, plain), list),
        new Entry("resources, list", mode, resources, ours, list),
        new Entry(
            "resources, detail",
            mode,
            resources,
            ours,
            Call.detail(SampleCatalogue.id(0), "fr").gzipped()));
  }

  private static List<String> flags(Mode mode, Stage stage, Contestant contestant)
      throws IOException {
    return mode == Mode.AOT ? stage.trained(contestant) : List.of();
  }

  private static LambdaProcess start(Stage stage, Entry entry) throws IOException {
    if (entry.mode != Mode.SNAPSHOT) {
      return stage.start(entry.contestant, entry.flags, entry.call);
    }
    LambdaProcess process = stage.initialise(entry.contestant, entry.call);
    process.restore();
    return process;
  }

  private void run(Stage stage, Entry entry) throws IOException {
    try (LambdaProcess process = start(stage, entry)) {
      entry.firstReplies.add(process.firstReply());
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < options.requests(); i++) {
        times.add(process.ask(entry.call));
      }
      // the first half still warms up
      entry.later.add(Sample.of(times.subList(times.size() / 2, times.size())).median());
      OptionalLong resident = process.residentBytes();
      if (resident.isPresent()) {
        entry.megabytes.add(resident.getAsLong() / 1048576.0);
      }
    }
  }

  private void report(Field field, ResultTable table) {
    boolean trained = field.mode() == Mode.AOT;
    for (Entry entry : field.entries()) {
      Sample first = Sample.of(entry.firstReplies);
      Row row =
          Row.of(
                  Part.COLD,
                  "%s, %s: first reply".formatted(field.mode().code, entry.name),
                  ResultTable.milliseconds(first.median()))
              .with(
                  String.format(
                      Locale.ROOT,
                      "%.0f–%.0f; then %.2f ms a request; %s MB resident after %d",
                      first.min(),
                      first.max(),
                      Sample.of(entry.later).median(),
                      entry.megabytes.isEmpty()
                          ? "?"
                          : ResultTable.number(Sample.of(entry.megabytes).median()),
                      options.requests() + 1));
      if (entry != field.hello()) {
        double times = Sample.ratios(entry.firstReplies, field.hello().firstReplies).median();
        row = row.against("hello", times);
        if (trained && entry != field.plain()) {
          row = row.atMost(MOST_TIMES_HELLO, times);
        }
      }
      table.add(row);
    }
    for (Entry entry : List.of(field.list(), field.detail())) {
      double times = Sample.ratios(entry.firstReplies, field.plain().firstReplies).median();
      Row row =
          Row.of(Part.COLD, "%s, %s beside plain".formatted(field.mode().code, entry.name), "")
              .against("plain", times)
              .with("median of the rounds");
      table.add(trained ? row.atMost(MOST_TIMES_PLAIN, times) : row);
    }
  }

  private static void sizes(Stage stage, ResultTable table) throws IOException {
    for (Contestant contestant : List.of(stage.hello(), stage.plain(), stage.resources())) {
      table.add(
          Row.of(
                  Part.COLD,
                  contestant.name() + ": jars",
                  String.format(Locale.ROOT, "%.1f MB", Jars.bytes(contestant.jars()) / 1048576.0))
              .with(
                  String.format(
                      Locale.ROOT,
                      "%d jars; AOT cache %.0f MB",
                      contestant.jars().size(),
                      Files.size(stage.cache(contestant)) / 1048576.0)));
    }
  }
}
