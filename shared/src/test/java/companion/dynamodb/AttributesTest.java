package companion.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class AttributesTest {
  private static final Attributes ITEM =
      new Attributes(
          Map.of(
              "text", Values.text("a secret"),
              "number", Values.number(-7),
              "texts", Values.texts(List.of("a", "b")),
              "map", AttributeValue.fromM(Map.of("inner", Values.text("b"))),
              "emptyMap", AttributeValue.fromM(Map.of()),
              "emptyList", AttributeValue.fromL(List.of()),
              "maps",
                  AttributeValue.fromL(
                      List.of(AttributeValue.fromM(Map.of("inner", Values.text("c")))))));

  @Test
  void shouldReadAText() {
    assertThat(ITEM.text("text")).isEqualTo("a secret");
  }

  @Test
  void shouldReadANumber() {
    assertThat(ITEM.number("number")).isEqualTo(-7);
  }

  @Test
  void shouldReadAListOfTexts() {
    assertThat(ITEM.texts("texts")).containsExactly("a", "b");
  }

  @Test
  void shouldReadAMap() {
    assertThat(ITEM.map("map").text("inner")).isEqualTo("b");
  }

  @Test
  void shouldReadAListOfMaps() {
    assertThat(ITEM.maps("maps")).extracting(map -> map.text("inner")).containsExactly("c");
  }

  @Test
  void shouldTellAnEmptyMapFromNone() {
    assertThat(ITEM.findMap("emptyMap")).isPresent();
  }

  @Test
  void shouldReadAnEmptyList() {
    assertThat(ITEM.texts("emptyList")).isEmpty();
  }

  @Test
  void shouldFindNoTextThatIsAbsent() {
    assertThat(ITEM.findText("absent")).isEmpty();
  }

  @Test
  void shouldFindNoMapThatIsAbsent() {
    assertThat(ITEM.findMap("absent")).isEmpty();
  }

  static Stream<Function<Attributes, Object>> readingsOfAnotherType() {
    return Stream.of(
        item -> item.text("number"),
        item -> item.text("absent"),
        item -> item.number("text"),
        item -> item.number("absent"),
        item -> item.texts("text"),
        item -> item.map("text"),
        item -> item.map("texts"),
        item -> item.maps("map"));
  }

  @ParameterizedTest
  @MethodSource("readingsOfAnotherType")
  void shouldThrowForWhatIsAbsentOrOfAnotherType(Function<Attributes, Object> reading) {
    assertThatThrownBy(() -> reading.apply(ITEM)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldNameTheAttributeThatIsAbsent() {
    assertThatThrownBy(() -> ITEM.text("absent")).hasMessageContaining("absent");
  }

  @Test
  void shouldNotRepeatTheValueOfAnAttributeOfAnotherType() {
    assertThatThrownBy(() -> ITEM.number("text")).hasMessageNotContaining("secret");
  }
}
