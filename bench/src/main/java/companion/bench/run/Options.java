package companion.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param root the project's folder
 * @param rounds each visits everything that is compared once
 * @param seconds for which a load lasts
 * @param requests that a function answers after its first one
 * @param sizes of catalogues, growing
 */
public record Options(
    Path root, List<Part> parts, int rounds, int seconds, int requests, List<Integer> sizes) {
  private static final Set<String> KNOWN = Set.of("part", "rounds", "seconds", "requests", "sizes");

  public static Options parse(List<String> arguments, Path root) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("unknown argument " + argument);
      }
      given.put(name, argument.substring(equals + 1));
    }
    return new Options(
        root,
        Part.parse(given.getOrDefault("part", "all")),
        positive("rounds", given.getOrDefault("rounds", "5")),
        positive("seconds", given.getOrDefault("seconds", "3")),
        positive("requests", given.getOrDefault("requests", "100")),
        Arrays.stream(given.getOrDefault("sizes", "200,2000,20000").split(",", -1))
            .map(size -> positive("sizes", size))
            .sorted()
            .toList());
  }

  private static int positive(String name, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other number that is not positive
    }
    throw new IllegalArgumentException("-D" + name + " takes positive whole numbers, not " + text);
  }

  /** Where things are written. */
  public Path work() throws IOException {
    return Files.createDirectories(root.resolve("bench/target"));
  }
}
