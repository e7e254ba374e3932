package companion.bench.growth;

import companion.bench.call.Call;
import companion.bench.call.Function;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.JavaProgram;
import companion.bench.units.MeteredDynamoDb;
import companion.engines.EmbeddedDynamoDb;
import java.nio.file.Path;

/**
 * A process that has loaded nothing: prints the milliseconds, units and bytes of heap that a first
 * list takes, once everything but the replica has been loaded and used.
 */
public final class ColdLoadMain {
  private static final int COLLECTIONS = 3;

  private ColdLoadMain() {}

  /**
   * Loads a small catalogue first, then the one that is measured.
   *
   * @param arguments the folders of both, which may be the same
   */
  public static void main(String[] arguments) {
    JavaProgram.run(() -> load(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static void load(Path small, Path measured) {
    EmbeddedDynamoDb warm = EmbeddedDynamoDb.onDisk(small);
    // a file takes one engine at a time
    EmbeddedDynamoDb engine = small.equals(measured) ? warm : EmbeddedDynamoDb.onDisk(measured);
    new Function(warm.client(), CatalogueFiles.TABLE).answer(Call.list("fr"));
    var meter = new MeteredDynamoDb(engine.client());
    var function = new Function(meter, CatalogueFiles.TABLE);
    function.answer(Call.detail(SampleCatalogue.id(0), "fr"));
    meter.take();
    long before = heap();
    long start = System.nanoTime();
    function.answer(Call.list("fr"));
    double milliseconds = (System.nanoTime() - start) / 1e6;
    double units = meter.take().units();
    long after = heap();
    System.out.println(milliseconds + " " + units + " " + (after - before));
    function.answer(Call.list("fr")); // the replica is still held when the heap is measured
  }

  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
