package companion.language;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on random values; what fails names its seed, to be given as -Dseed=... */
final class Property {
  private Property() {}

  static void holds(int runs, Consumer<RandomLanguages> property) {
    long first = Long.getLong("seed", System.nanoTime());
    for (long seed = first; seed < first + runs; seed++) {
      try {
        property.accept(new RandomLanguages(new Random(seed)));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
