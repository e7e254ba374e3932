package companion.bench.warm;

import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.JavaProgram;
import companion.bench.run.Sample;
import companion.dynamodb.Attributes;
import companion.engines.EmbeddedDynamoDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The server's process: prints the ports of the API and of the floor, then for each line of its
 * input the milliseconds of so many round trips to the table: GetItem, and BatchGetItem of one key.
 * Ends with its input.
 */
public final class FrontMain {
  private static final int PAGES = 100;

  private FrontMain() {}

  /**
   * Serves until its input ends.
   *
   * @param arguments the project's folder and that of a catalogue
   */
  public static void main(String[] arguments) {
    JavaProgram.run(() -> serve(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static void serve(Path root, Path catalogue) throws IOException {
    PrintStream log = System.err;
    try (EmbeddedDynamoDb engine = EmbeddedDynamoDb.onDisk(catalogue);
        Front api = Front.ofResources(root, engine.client(), log);
        Front floor = Front.ofConstants(root, engine.client(), log)) {
      System.out.println(api.port() + " " + floor.port());
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        int times = Integer.parseInt(line);
        System.out.println(
            roundTrip(times, key -> get(engine.client(), key))
                + " "
                + roundTrip(times, key -> batchGet(engine.client(), key)));
      }
    }
  }

  private static boolean get(DynamoDbClient client, Map<String, AttributeValue> key) {
    return client
        .getItem(get -> get.tableName(CatalogueFiles.TABLE).key(key).consistentRead(true))
        .hasItem();
  }

  private static boolean batchGet(DynamoDbClient client, Map<String, AttributeValue> key) {
    KeysAndAttributes keys =
        KeysAndAttributes.builder().keys(List.of(key)).consistentRead(true).build();
    return client
            .batchGetItem(get -> get.requestItems(Map.of(CatalogueFiles.TABLE, keys)))
            .responses()
            .getOrDefault(CatalogueFiles.TABLE, List.of())
            .size()
        == 1;
  }

  /** The median over reads of what a detail reads. */
  private static double roundTrip(int times, Predicate<Map<String, AttributeValue>> reading) {
    long[] nanoseconds = new long[times];
    for (int i = 0; i < times; i++) {
      Map<String, AttributeValue> key =
          Attributes.key("public#resource#" + SampleCatalogue.id(i % PAGES), "edition#es");
      long start = System.nanoTime();
      boolean found = reading.test(key);
      nanoseconds[i] = System.nanoTime() - start;
      if (!found) {
        throw new IllegalStateException("no such page");
      }
    }
    return Sample.ofNanoseconds(nanoseconds).median();
  }
}
