package companion.dynamodb;

import java.util.random.RandomGenerator;

/** Decides when things go wrong. */
public interface Adversary {
  /** Called before and after each effect; may wait for a turn, may throw to kill the caller. */
  void pass();

  RandomGenerator random();

  /** In one of how many transactions a conflict is made up; 0 for never. */
  int conflictOneIn();

  /** Nothing goes wrong: calls return when all is visible, and every read is of the newest. */
  static Adversary none() {
    RandomGenerator random =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public int nextInt(int bound) {
            return 0;
          }

          @Override
          public boolean nextBoolean() {
            return true;
          }
        };
    return new Adversary() {
      @Override
      public void pass() {}

      @Override
      public RandomGenerator random() {
        return random;
      }

      @Override
      public int conflictOneIn() {
        return 0;
      }
    };
  }
}
