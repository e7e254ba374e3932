package companion.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  @Test
  void shouldReadEveryKindOfValue() throws MalformedJson {
    assertThat(JsonText.read("{\"a\":[1,2.50,\"é\",true,null],\"b\":{}}"))
        .isEqualTo(
            Map.of("a", Arrays.asList(1, new BigDecimal("2.50"), "é", true, null), "b", Map.of()));
    assertThat(JsonText.read(" [] ")).isEqualTo(List.of());
    assertThat(JsonText.read("null")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}x",
        "{}{}",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{a:1}",
        "[01]",
        "NaN",
        "[\"\u0001\"]",
        "\"\\x\"",
        "tru",
        "// no\n1",
        "[1 2]",
        "\uFEFF{}x"
      })
  void shouldRefuseWhatIsNotOneValue(String text) {
    assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void shouldRefuseWhatIsNestedWithoutEnd() {
    assertThatThrownBy(() -> JsonText.read("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
  }
}
