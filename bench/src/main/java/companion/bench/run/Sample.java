package companion.bench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers measured alike, sorted. */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /** A sample of at least one number. */
  public static Sample of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Sample(numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  /** Durations in milliseconds. */
  public static Sample ofNanoseconds(long[] nanoseconds) {
    return of(Arrays.stream(nanoseconds).mapToObj(time -> time / 1e6).toList());
  }

  /** What each of these is to that of {@code others} at the same place. */
  public static Sample ratios(List<Double> numbers, List<Double> others) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      ratios.add(numbers.get(i) / others.get(i));
    }
    return of(ratios);
  }

  public double median() {
    return quantile(0.5);
  }

  /**
   * The least number that is not smaller than a part of them all.
   *
   * @param part from 0 to 1
   */
  public double quantile(double part) {
    return sorted[Math.clamp((long) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
  }

  public double min() {
    return sorted[0];
  }

  public double max() {
    return sorted[sorted.length - 1];
  }
}
