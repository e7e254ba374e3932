package companion.dynamodb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Waits before a contended write is tried again. */
@FunctionalInterface
public interface Pause {
  /**
   * Returns when the next attempt may be made.
   *
   * @param attempts how many have been made, from 1
   */
  void after(int attempts);

  /**
   * Full jitter: a random time up to a bound that doubles from 20 ms to 640 ms (AWS Architecture
   * Blog, "Exponential Backoff And Jitter").
   */
  static Pause jittered(RandomGenerator random) {
    return attempts -> {
      Duration bound = Duration.ofMillis(20L << Math.min(attempts - 1, 5));
      LockSupport.parkNanos(random.nextLong(bound.toNanos()));
    };
  }
}
