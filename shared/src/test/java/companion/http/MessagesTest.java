package companion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessagesTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}");

  static List<LanguageTag> shipped() {
    return WorkingLanguages.shipped().tags();
  }

  /** The file itself, not as the code reads it. */
  private static JsonNode file(LanguageTag language) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Messages.class.getResourceAsStream("messages.json"))) {
      return new ObjectMapper().readTree(file).path(language.value());
    }
  }

  private static Set<String> codes() {
    return Stream.concat(
            Arrays.stream(Failure.values()).map(Failure::code),
            Arrays.stream(ParameterError.Code.values()).map(ParameterError.Code::text))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldHaveATextForEveryCodeAndForNothingElse(LanguageTag language) throws IOException {
    List<String> keys = new ArrayList<>();
    file(language).fieldNames().forEachRemaining(keys::add);

    assertThat(keys).containsExactlyInAnyOrderElementsOf(codes());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldHaveNoBlankText(LanguageTag language) throws IOException {
    assertThat(file(language)).allSatisfy(text -> assertThat(text.asText()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldHaveThePlaceholdersOfTheEnglishText(LanguageTag language) throws IOException {
    JsonNode texts = file(language);
    JsonNode english = file(EN);

    assertThat(codes())
        .allSatisfy(
            code ->
                assertThat(placeholders(texts.get(code).asText()))
                    .as(code)
                    .isEqualTo(placeholders(english.get(code).asText())));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldFillEveryPlaceholderOfWhatParametersSay() {
    Parameters parameters =
        new Parameters(
            Requests.withQuery(
                Map.of(
                    "limit",
                    "x",
                    "year",
                    "0",
                    "size",
                    "huge",
                    "lang",
                    "?",
                    "extra",
                    "1",
                    "q",
                    "a".repeat(3_000))));
    parameters.wholeNumber("limit", 1, 9);
    parameters.wholeNumber("year", 1, 9);
    parameters.choice("size", List.of("small"));
    parameters.languages();
    parameters.text("q");
    parameters.reject(ParameterError.of("cursor", ParameterError.Code.MALFORMED_CURSOR));
    parameters.reject(ParameterError.of("cursor", ParameterError.Code.CURSOR_OF_ANOTHER_LIST));

    assertThat(parameters.errors())
        .hasSize(ParameterError.Code.values().length)
        .allSatisfy(
            error ->
                assertThat(Messages.read().text(EN, error.code().text(), error.details()))
                    .doesNotContain("{", "}"));
  }

  @Test
  void shouldSpeakEnglishWhereALanguageHasNoMessagesYet() {
    assertThat(Messages.read().text(LanguageTag.of("sw"), "route-not-found", Map.of()))
        .isEqualTo(Messages.read().text(EN, "route-not-found", Map.of()));
  }

  @Test
  void shouldNameAKeyThatHasNoMessage() {
    assertThatThrownBy(() -> Messages.read().text(EN, "no-such-thing", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-thing");
  }
}
