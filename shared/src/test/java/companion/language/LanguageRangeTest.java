package companion.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageRangeTest {
  @ParameterizedTest
  @ValueSource(strings = {"*", "fr", "zh-Hant-TW", "a-b", "abcdefgh-1"})
  void shouldTakeBasicRanges(String value) {
    assertThat(new LanguageRange(value, 500).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FR", "fr-ca", "zh-*", "*-TW", "419", "fr_CA", "fr-", "abcdefghi"})
  void shouldRefuseWhatIsNoBasicRangeInCanonicalCase(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LanguageRange(value, 500));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1001})
  void shouldRefuseWeightsOutOfRange(int thousandths) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LanguageRange("fr", thousandths))
        .withMessageContaining(Integer.toString(thousandths));
  }

  @Test
  void shouldWantATagFully() {
    assertThat(LanguageRange.of(LanguageTag.of("fr-ca")))
        .isEqualTo(new LanguageRange("fr-CA", 1000));
  }
}
