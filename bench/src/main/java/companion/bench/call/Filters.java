package companion.bench.call;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Filters that readers may set. */
public final class Filters {
  private static final int BYTES =
      2_000_000; // what more than half of the documents weigh less than

  private Filters() {}

  /** Some of the themes, each with more than a page to find among thousands of resources. */
  public static List<Map<String, String>> themes() {
    return Stream.of("hiv", "media", "stigma", "privacy-safety")
        .map(theme -> Map.of("theme", theme))
        .toList();
  }

  /** So many that no two are alike, each with more than a page to find among two hundred. */
  public static List<Map<String, String>> weights(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> Map.of("hasRendition", "pdf", "maxBytes", Integer.toString(BYTES + number)))
        .toList();
  }
}
