package companion.bench.warm;

import companion.bench.call.Call;
import companion.bench.call.Filters;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import companion.bench.run.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lists, details and 304s through local mode, each beside the floor, on one connection and on many.
 */
public final class WarmPath {
  private static final List<Integer> CONNECTIONS = List.of(1, 16);
  private static final int ROUND_TRIPS = 2_000;
  private static final int DETAILS = 100;
  private static final double MOST_TIMES_FLOOR_AND_READ = 2;
  // forty times what a content server does that was measured on such a machine and catalogue
  private static final double LEAST_FILTERED_LISTS = 2_920;

  private final Options options;
  private final CatalogueFiles files;
  private final PrintStream progress;

  public WarmPath(Options options, CatalogueFiles files, PrintStream progress) {
    this.options = options;
    this.files = files;
    this.progress = progress;
  }

  private record Scenario(String name, List<byte[]> requests, int status) {}

  private record Place(Scenario scenario, int connections, boolean floor) {
    private Place beside() {
      return new Place(scenario, connections, !floor);
    }
  }

  private static final class Runs {
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> p99s = new ArrayList<>();

    private void add(Load.Result result) {
      perSecond.add(result.perSecond());
      medians.add(result.milliseconds().median());
      p99s.add(result.milliseconds().quantile(0.99));
    }
  }

  public void measure(ResultTable table) throws IOException {
    int size = options.sizes().get(options.sizes().size() > 1 ? 1 : 0);
    try (FrontProcess server = FrontProcess.start(options.root(), files.folder(size))) {
      List<Scenario> scenarios = scenarios(server);
      List<Place> places = new ArrayList<>();
      for (int connections : CONNECTIONS) {
        for (Scenario scenario : scenarios) {
          places.add(new Place(scenario, connections, true));
          places.add(new Place(scenario, connections, false));
        }
      }
      for (Place place : places) { // compiles what is hot
        run(server, place);
      }
      server.roundTrip(ROUND_TRIPS);
      Map<Place, Runs> runs = new LinkedHashMap<>();
      List<FrontProcess.RoundTrip> roundTrips = new ArrayList<>();
      for (int round = 1; round <= options.rounds(); round++) {
        for (Place place : places) {
          runs.computeIfAbsent(place, _ -> new Runs()).add(run(server, place));
        }
        roundTrips.add(server.roundTrip(ROUND_TRIPS));
        progress.printf("warm path: round %d of %d%n", round, options.rounds());
      }
      report(runs, roundTrips, table);
    }
  }

  private static List<Scenario> scenarios(FrontProcess server) throws IOException {
    Call list = Call.list("fr");
    byte[] held;
    try (Connection connection = Connection.open(server.api())) {
      String tag = connection.ask(list.toHttp()).header("etag");
      held = list.having(tag).toHttp();
    }
    return List.of(
        new Scenario("list", List.of(list.toHttp()), 200),
        new Scenario("list, gzip", List.of(list.gzipped().toHttp()), 200),
        new Scenario(
            "filtered list",
            Filters.themes().stream().map(filter -> Call.list("fr", filter).toHttp()).toList(),
            200),
        new Scenario(
            "detail",
            IntStream.range(0, DETAILS)
                .mapToObj(number -> Call.detail(SampleCatalogue.id(number), "es").toHttp())
                .toList(),
            200),
        new Scenario("304", List.of(held), 304));
  }

  private Load.Result run(FrontProcess server, Place place) throws IOException {
    return new Load(
            place.floor() ? server.floor() : server.api(),
            place.connections(),
            place.scenario().requests(),
            place.scenario().status())
        .run(Duration.ofSeconds(options.seconds()));
  }

  private static void report(
      Map<Place, Runs> runs, List<FrontProcess.RoundTrip> roundTrips, ResultTable table) {
    List<Double> reads = roundTrips.stream().map(FrontProcess.RoundTrip::get).toList();
    List<Double> batches = roundTrips.stream().map(FrontProcess.RoundTrip::batchGet).toList();
    table.add(
        Row.of(
            Part.WARM,
            "one GetItem on the embedded engine, alone: p50",
            ResultTable.milliseconds(Sample.of(reads).median())));
    table.add(
        Row.of(
                Part.WARM,
                "one BatchGetItem of one key, alone: p50",
                ResultTable.milliseconds(Sample.of(batches).median()))
            .against("GetItem", Sample.ratios(batches, reads).median()));
    runs.forEach(
        (place, measured) -> {
          Row row = row(place, measured);
          if (!place.floor()) {
            Runs floor = runs.getOrDefault(place.beside(), measured);
            row = row.against("floor", Sample.ratios(measured.medians, floor.medians).median());
            if (place.connections() > 1 && place.scenario().name().equals("filtered list")) {
              row = row.atLeast(LEAST_FILTERED_LISTS, Sample.of(measured.perSecond).median());
            }
          }
          table.add(row);
          if (place.connections() == 1
              && !place.floor()
              && place.scenario().name().equals("detail")) {
            table.add(
                besideFloorAndRead(measured, runs.getOrDefault(place.beside(), measured), reads));
          }
        });
  }

  private static Row row(Place place, Runs runs) {
    return Row.of(
            Part.WARM,
            "%s%s, %d connection%s: p50"
                .formatted(
                    place.floor() ? "floor of " : "",
                    place.scenario().name(),
                    place.connections(),
                    place.connections() > 1 ? "s" : ""),
            ResultTable.milliseconds(Sample.of(runs.medians).median()))
        .with(
            String.format(
                Locale.ROOT,
                "p99 %.2f ms; %,.0f requests/s (%,.0f–%,.0f)",
                Sample.of(runs.p99s).median(),
                Sample.of(runs.perSecond).median(),
                Sample.of(runs.perSecond).min(),
                Sample.of(runs.perSecond).max()));
  }

  private static Row besideFloorAndRead(Runs detail, Runs floor, List<Double> reads) {
    List<Double> least = new ArrayList<>();
    for (int round = 0; round < reads.size(); round++) {
      least.add(floor.medians.get(round) + reads.get(round));
    }
    double times = Sample.ratios(detail.medians, least).median();
    return Row.of(Part.WARM, "detail beside its floor and one GetItem", "")
        .against("floor + GetItem", times)
        .atMost(MOST_TIMES_FLOOR_AND_READ, times);
  }
}
