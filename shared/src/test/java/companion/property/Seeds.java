package companion.property;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on random values; what fails names its seed, to be given as -Dseed=... */
public final class Seeds {
  private Seeds() {}

  /** Seeds 1 to {@code runs}: the same values at every build. */
  public static void each(int runs, Consumer<Random> property) {
    long first = Long.getLong("seed", 1);
    long last = System.getProperty("seed") == null ? runs : first;
    for (long seed = first; seed <= last; seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
