package companion.bench.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en", "fr", "ru", "es"})
  void shouldStayWithinWhatAnEditionTakes(String language) {
    var text = new SampleText(language);
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      assertThat(text.title(random)).hasSizeBetween(10, 300);
      assertThat(text.summary(random)).hasSizeBetween(50, 1_200);
    }
  }

  @Test
  void shouldSayTheSameForTheSameSeed() {
    var text = new SampleText("fr");
    assertThat(text.summary(new Random(7))).isEqualTo(text.summary(new Random(7)));
  }
}
