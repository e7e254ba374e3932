package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreshnessTest {
  private static final Freshness FRESHNESS = Freshness.of("epoch", "12");
  private static final String TAG = FRESHNESS.tag();

  private static boolean matches(String condition) {
    return FRESHNESS.matches(Requests.withHeader("if-none-match", condition.replace("TAG", TAG)));
  }

  @Test
  void shouldBeTheSameForTheSameParts() {
    assertThat(Freshness.of("epoch", "12")).isEqualTo(FRESHNESS);
  }

  @Test
  void shouldDifferForOtherParts() {
    assertThat(Freshness.of("epoch", "13")).isNotEqualTo(FRESHNESS);
  }

  @Test
  void shouldNotLetOnePartRunIntoTheNext() {
    assertThat(Freshness.of("epoch1", "2")).isNotEqualTo(FRESHNESS);
  }

  @Test
  void shouldTellAnEmptyPartFromNone() {
    assertThat(Freshness.of("epoch", "12", "")).isNotEqualTo(FRESHNESS);
  }

  @Test
  void shouldHoldNothingThatATagMayNot() {
    assertThat(TAG).matches("[A-Za-z0-9_-]{20}");
  }

  @Test
  void shouldHaveAnotherTagForTheCompressedForm() {
    assertThat(FRESHNESS.header(true)).isNotEqualTo(FRESHNESS.header(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"TAG\"",
        "W/\"TAG\"",
        "\"TAG-gzip\"",
        "W/\"TAG-gzip\"",
        "\"other\", \"TAG\"",
        "\"other\",W/\"TAG-gzip\" , \"third\"",
        "  \"TAG\"  "
      })
  void shouldMatchItsTagInWhateverForm(String condition) {
    assertThat(matches(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "",
        "TAG",
        "\"other\"",
        "\"TAG",
        "w/\"TAG\"",
        "\"TAG-br\"",
        "\"xTAG\"",
        "\"TAG-gzip-gzip\""
      })
  void shouldNotMatchAnythingElse(String condition) {
    assertThat(matches(condition)).isFalse();
  }

  @Test
  void shouldNotMatchARequestWithoutACondition() {
    assertThat(FRESHNESS.matches(Requests.withHeader("accept", "*/*"))).isFalse();
  }
}
