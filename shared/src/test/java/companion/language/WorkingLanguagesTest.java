package companion.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingLanguagesTest {
  private static final String EN =
      "{'tag': 'en', 'script': 'Latn', 'direction': 'ltr', 'endonym': 'English'}";
  private static final String AR =
      "{'tag': 'ar', 'script': 'Arab', 'direction': 'rtl', 'endonym': 'العربية'}";

  @Test
  void shouldShipFiveLanguages() {
    WorkingLanguages languages = WorkingLanguages.shipped();
    assertThat(languages.tags()).hasToString("[en, fr, es, ru, zh]");
    assertThat(languages.first()).hasToString("en");
    assertThat(languages.find(LanguageTag.of("zh")))
        .contains(new WorkingLanguage(LanguageTag.of("zh"), "Hans", Direction.LTR, "中文"));
    assertThat(languages.find(LanguageTag.of("zh-CN"))).isEmpty();
  }

  @Test
  void shouldLeadEveryShippedLanguageToAllTheOthers() {
    WorkingLanguages languages = WorkingLanguages.shipped();
    for (LanguageTag tag : languages.tags()) {
      assertThat(languages.chain(tag.value()).orElseThrow())
          .hasSize(4)
          .isSubsetOf(languages.tags());
    }
    assertThat(languages.chain("*").orElseThrow())
        .containsExactlyInAnyOrderElementsOf(languages.tags());
  }

  @Test
  void shouldTakeALanguageThatRunsFromRightToLeft() {
    WorkingLanguages languages = read(EN + "," + AR, "ar", "'en': ['ar']");
    assertThat(languages.all())
        .last()
        .isEqualTo(new WorkingLanguage(LanguageTag.of("ar"), "Arab", Direction.RTL, "العربية"));
    assertThat(languages.first()).hasToString("ar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|$: not JSON",
        "{} {}|$: not JSON",
        "{'default': 'en', 'default': 'fr'}|$: not JSON",
        "[]|$: must be an object",
        "{}|$.default: is missing",
        "{'language': []}|$.language: is not a field",
      })
  void shouldNameWhatIsWrongWithTheWhole(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkingLanguages.read(json.replace('\'', '"')))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|$.languages: must be an array that is not empty",
        "3|$.languages[0]: must be an object",
        "{}|$.languages[0].direction: is missing",
        "{'tag': 'en', 'name': 'English'}|$.languages[0].name: is not a field",
        "EN, EN|$.languages[1].tag: en is there already",
      })
  void shouldNameTheLanguageThatIsWrong(String languages, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(languages.replace("EN", EN), "en", ""))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'en'|5|$.languages[0].tag: must be a string",
        "'en'|'e n'|$.languages[0].tag: \"e n\" is not a well-formed language tag",
        "'en'|'EN'|$.languages[0].tag: \"EN\" must be written en",
        "'en'|'en-Cyrl'|$.languages[0]: script must be Cyrl, as in the tag en-Cyrl, but is Latn",
        "'Latn'|'latn'|$.languages[0]: script must be an ISO 15924 code such as Latn",
        "'Latn'|'Latin'|$.languages[0]: script must be an ISO 15924 code such as Latn",
        "'ltr'|'LTR'|$.languages[0].direction: must be ltr or rtl, but is \"LTR\"",
        "'English'|' '|$.languages[0]: endonym must not be blank",
        "'English'|null|$.languages[0].endonym: must be a string",
      })
  void shouldNameTheFieldThatIsWrong(String right, String wrong, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(EN.replace(right, wrong), "en", ""))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'en': 'ar'|$.fallbacks[\"en\"]: must be an array that is not empty",
        "'en': []|$.fallbacks[\"en\"]: must be an array that is not empty",
        "'en': ['fr']|$.fallbacks[\"en\"][0]: fr is not among $.languages",
        "'en': ['ar', 'en']|$.fallbacks[\"en\"][1]: en cannot be its own fallback",
        "'*': ['ar', 'ar']|$.fallbacks[\"*\"][1]: ar is there already",
        "'*': [1]|$.fallbacks[\"*\"][0]: must be a string",
        "'zh-hant': ['ar']|$.fallbacks[\"zh-hant\"]: \"zh-hant\" must be written zh-Hant",
        "'zh-*': ['ar']|$.fallbacks[\"zh-*\"]: \"zh-*\" is not a well-formed language tag",
      })
  void shouldNameTheChainThatIsWrong(String fallbacks, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(EN + "," + AR, "en", fallbacks))
        .withMessageStartingWith(message);
  }

  @Test
  void shouldNameADefaultThatIsNoWorkingLanguage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(EN, "fr", ""))
        .withMessage("$.default: fr is not among $.languages");
  }

  private static WorkingLanguages read(String languages, String first, String fallbacks) {
    String json =
        "{'languages': [%s], 'default': '%s', 'fallbacks': {%s}}"
            .formatted(languages, first, fallbacks);
    return WorkingLanguages.read(json.replace('\'', '"'));
  }
}
