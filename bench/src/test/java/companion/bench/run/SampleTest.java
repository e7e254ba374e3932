package companion.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleTest {
  private final Sample toHundred =
      Sample.of(IntStream.rangeClosed(1, 100).mapToObj(number -> (double) number).toList());

  @Test
  void shouldTakeQuantilesByNearestRank() {
    assertThat(toHundred.median()).isEqualTo(50);
    assertThat(toHundred.quantile(0.99)).isEqualTo(99);
    assertThat(toHundred.quantile(1)).isEqualTo(100);
  }

  @Test
  void shouldBeTheNumberItselfWhereThereIsOne() {
    assertThat(Sample.of(List.of(3.0)).quantile(0.99)).isEqualTo(3);
  }

  @Test
  void shouldCompareWithinRounds() {
    assertThat(Sample.ratios(List.of(2.0, 30.0, 8.0), List.of(1.0, 10.0, 2.0)).median())
        .isEqualTo(3);
  }
}
