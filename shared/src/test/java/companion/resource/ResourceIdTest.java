package companion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceIdTest {
  private static final String LONGEST = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-b", "2014", "sex-work-and-the-law", "a--b"})
  void shouldReadAWellFormedId(String text) {
    assertThat(ResourceId.parse(text)).contains(new ResourceId(text));
  }

  @Test
  void shouldReadTheLongestId() {
    assertThat(ResourceId.parse(LONGEST)).isPresent();
  }

  @Test
  void shouldNotReadALongerOne() {
    assertThat(ResourceId.parse(LONGEST + "a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "ab", "-ab", "ab-", "Abc", "a_b", "a b", "a.b", "a/b", "a#b", "é-é", "abc\n", "ａｂｃ",
        "١٢٣"
      })
  void shouldReadNothingElse(String text) {
    assertThat(ResourceId.parse(text)).isEmpty();
  }

  @Test
  void shouldRefuseToBeAnythingElse() {
    assertThatThrownBy(() -> new ResourceId("a#b")).isInstanceOf(IllegalArgumentException.class);
  }
}
