package companion.bench.growth;

import companion.bench.call.Call;
import companion.bench.call.Filters;
import companion.bench.call.Function;
import companion.bench.catalogue.CatalogueFiles;
import companion.bench.catalogue.SampleCatalogue;
import companion.bench.run.JavaProgram;
import companion.bench.run.Sample;
import companion.bench.units.MeteredDynamoDb;
import companion.engines.EmbeddedDynamoDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One process with a function on each catalogue, so that all run the same compiled code. Prints a
 * line for each round, question and size: question, size, milliseconds, units.
 */
public final class WarmSizesMain {
  private static final int WARM_UP_ROUNDS = 3;
  private static final int DETAILS = 100;
  private static final int REMEMBERED = 20; // filters that a shelf remembers
  private static final int FORGOTTEN = 80; // more than it remembers

  private WarmSizesMain() {}

  private record Question(String name, List<Call> calls, int times) {}

  private record Size(int resources, Function function, MeteredDynamoDb meter) {}

  /**
   * Asks in rounds, each of which visits every size.
   *
   * @param arguments rounds, then sizes and the folders of their catalogues in turn
   */
  public static void main(String[] arguments) {
    JavaProgram.run(() -> measure(arguments));
  }

  private static void measure(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    List<Size> sizes = new ArrayList<>();
    for (int i = 1; i < arguments.length; i += 2) {
      var meter = new MeteredDynamoDb(EmbeddedDynamoDb.onDisk(Path.of(arguments[i + 1])).client());
      sizes.add(
          new Size(
              Integer.parseInt(arguments[i]), new Function(meter, CatalogueFiles.TABLE), meter));
    }
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (Question question : questions()) {
        for (Size size : sizes) {
          String line = ask(question, size);
          if (round >= 0) {
            System.out.println(line);
          }
        }
      }
    }
  }

  private static List<Question> questions() {
    return List.of(
        new Question("list", List.of(Call.list("fr")), 400),
        new Question("filtered list", filtered(REMEMBERED), 400),
        new Question("filtered list, never asked before", filtered(FORGOTTEN), 2 * FORGOTTEN),
        new Question(
            "detail",
            IntStream.range(0, DETAILS)
                .mapToObj(number -> Call.detail(SampleCatalogue.id(number), "es"))
                .toList(),
            400));
  }

  private static List<Call> filtered(int count) {
    return Filters.weights(count).stream().map(filter -> Call.list("fr", filter)).toList();
  }

  private static String ask(Question question, Size size) {
    long[] nanoseconds = new long[question.times()];
    size.meter().take();
    for (int i = 0; i < nanoseconds.length; i++) {
      Call call = question.calls().get(i % question.calls().size());
      long start = System.nanoTime();
      size.function().answer(call);
      nanoseconds[i] = System.nanoTime() - start;
    }
    return String.join(
        "\t",
        question.name(),
        Integer.toString(size.resources()),
        Double.toString(Sample.ofNanoseconds(nanoseconds).median()),
        Double.toString(size.meter().take().units() / nanoseconds.length));
  }
}
