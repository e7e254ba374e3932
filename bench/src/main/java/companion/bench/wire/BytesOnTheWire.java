package companion.bench.wire;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.Options;
import companion.bench.run.Part;
import companion.bench.run.ResultTable;
import companion.bench.run.ResultTable.Row;
import companion.bench.warm.Connection;
import companion.bench.warm.Front;
import companion.engines.EmbeddedDynamoDb;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weighs answers as they leave local mode's front. */
public final class BytesOnTheWire {
  private final Options options;
  private final CatalogueFiles files;
  private final PrintStream log;

  public BytesOnTheWire(Options options, CatalogueFiles files, PrintStream log) {
    this.options = options;
    this.files = files;
    this.log = log;
  }

  public void measure(ResultTable table) throws IOException {
    int size = options.sizes().getFirst();
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.onDisk(files.folder(size));
        Front front = Front.ofResources(options.root(), engine.client(), log);
        Connection connection = Connection.open(front.port())) {
      for (Map.Entry<String, Call> call : calls().entrySet()) {
        table.add(row(call.getKey(), connection, call.getValue()));
      }
      Call list = Call.list("fr").gzipped();
      String tag = connection.ask(list.toHttp()).header("etag");
      Connection.Answer unchanged = connection.ask(list.having(tag).toHttp());
      table.add(
          Row.of(Part.WIRE, "list, 304", unchanged.head().length() + " B")
              .with("headers and nothing else"));
    }
  }

  private static Map<String, Call> calls() {
    Map<String, Call> calls = new LinkedHashMap<>();
    for (String language : new String[] {"fr", "ru", "zh"}) {
      calls.put("list of 20, " + language, Call.list(language));
    }
    calls.put("detail, fr", Call.detail(SampleCatalogue.id(0), "fr"));
    calls.put("editions, fr", Call.editions(SampleCatalogue.id(0), "fr"));
    calls.put("vocabulary, fr", Call.vocabulary("fr"));
    return calls;
  }

  private static Row row(String what, Connection connection, Call call) throws IOException {
    int plain = connection.ask(call.toHttp()).bodyLength();
    Connection.Answer answer = connection.ask(call.gzipped().toHttp());
    int sent = answer.bodyLength();
    return Row.of(Part.WIRE, what + ": gzip", ResultTable.number(sent) + " B")
        .with(
            "plain %s B; headers %d B".formatted(ResultTable.number(plain), answer.head().length()))
        .against("plain", (double) sent / plain);
  }
}
