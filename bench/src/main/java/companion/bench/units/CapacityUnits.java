package companion.bench.units;

import companion.bench.call.Call;
import companion.bench.call.Function;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import companion.engines.EmbeddedDynamoDb;
import companion.resource.ResourceId;
import java.io.IOException;
import java.util.Locale;

/** Asks each route once, and adds up what it read. */
public final class CapacityUnits {
  private static final double MOST_FOR_A_LIST = 0.5;
  private static final double MOST_FOR_A_DETAIL = 1.5;
  private static final double MOST_FOR_A_304 = 0.5;
  private static final int ALONE = 0;
  private static final int RELATED = 19; // supersedes another
  private static final int WITHOUT_FRENCH = 49;

  private final Options options;
  private final CatalogueFiles files;

  public CapacityUnits(Options options, CatalogueFiles files) {
    this.options = options;
    this.files = files;
  }

  public void measure(ResultTable table) throws IOException {
    int size = options.sizes().getFirst();
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.onDisk(files.folder(size))) {
      var meter = new MeteredDynamoDb(engine.client());
      var function = new Function(meter, CatalogueFiles.TABLE);
      ResourceId id = SampleCatalogue.id(ALONE);
      Call list = Call.list("fr");

      String tag = function.answer(list).headers().getOrDefault("etag", "");
      table.add(row("list, cold, " + size + " resources", meter.take()));
      table.add(row("list", function, list, meter, MOST_FOR_A_LIST));
      table.add(row("list, 304", function, list.having(tag), meter, MOST_FOR_A_304));
      table.add(row("detail", function, Call.detail(id, "fr"), meter, MOST_FOR_A_DETAIL));
      ResourceId related = SampleCatalogue.id(RELATED);
      function.answer(Call.detail(related, "fr"));
      table.add(row("detail with a relation", meter.take()));
      function.answer(Call.detail(SampleCatalogue.id(WITHOUT_FRENCH), "fr"));
      table.add(row("detail that falls back", meter.take()));
      function.answer(Call.editions(id, "fr"));
      table.add(row("editions", meter.take()));
      table.add(row("vocabulary", function, Call.vocabulary("fr"), meter, MOST_FOR_A_LIST));
    }
  }

  private static Row row(
      String what, Function function, Call call, MeteredDynamoDb meter, double most) {
    function.answer(call);
    MeteredDynamoDb.Reading reading = meter.take();
    return row(what, reading).atMost(most, reading.units());
  }

  private static Row row(String what, MeteredDynamoDb.Reading reading) {
    return Row.of(Part.UNITS, what, String.format(Locale.ROOT, "%.1f units", reading.units()))
        .with(reading.calls() + (reading.calls() > 1 ? " calls" : " call"));
  }
}
