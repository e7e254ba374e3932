package companion.language;

import static org.assertj.core.api.Assertions.assertThat;

import companion.language.Choice.Served;
import companion.language.Choice.Unavailable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class ChineseNegotiationTest {
  private static final WorkingLanguages SHIPPED = WorkingLanguages.shipped();

  private static final WorkingLanguages WITH_TRADITIONAL =
      configured(
          """
          {"tag": "zh", "script": "Hans", "direction": "ltr", "endonym": "简体中文"},
          {"tag": "zh-Hant", "script": "Hant", "direction": "ltr", "endonym": "繁體中文"}
          """,
          """
          "zh-Hant": ["zh", "en"], "zh": ["zh-Hant", "en"]
          """);

  /** A network that means Traditional by zh. */
  private static final WorkingLanguages PLAIN_IS_TRADITIONAL =
      configured(
          """
          {"tag": "zh", "script": "Hant", "direction": "ltr", "endonym": "中文"}
          """,
          """
          "zh-Hans": ["zh", "en"]
          """);

  static final Iterable<String> traditional = RandomLanguages.TRADITIONAL;
  static final Iterable<String> simplified = RandomLanguages.SIMPLIFIED;

  @ParameterizedTest
  @FieldSource("traditional")
  void shouldTellTraditionalReadersThatSimplifiedIsAFallback(String range) {
    assertThat(choose(SHIPPED, range, "en fr es ru zh")).isEqualTo("zh FALLBACK");
  }

  @ParameterizedTest
  @FieldSource("traditional")
  void shouldServeTraditionalToTraditionalReaders(String range) {
    assertThat(choose(SHIPPED, range, "en zh zh-Hant")).isEqualTo("zh-Hant ASKED");
    assertThat(choose(WITH_TRADITIONAL, range, "en zh zh-Hant")).isEqualTo("zh-Hant ASKED");
    assertThat(choose(WITH_TRADITIONAL, range, "en zh")).isEqualTo("zh FALLBACK");
    assertThat(choose(PLAIN_IS_TRADITIONAL, range, "en zh")).isEqualTo("zh ASKED");
  }

  @ParameterizedTest
  @FieldSource("simplified")
  void shouldServeSimplifiedToSimplifiedReaders(String range) {
    assertThat(choose(SHIPPED, range, "en fr es ru zh")).isEqualTo("zh ASKED");
    assertThat(choose(WITH_TRADITIONAL, range, "en zh zh-Hant")).isEqualTo("zh ASKED");
    assertThat(choose(WITH_TRADITIONAL, range, "en zh-Hant")).isEqualTo("zh-Hant FALLBACK");
    assertThat(choose(SHIPPED, range, "en zh-Hant")).isEqualTo("en FALLBACK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-TW, fr;q=0.5|en fr zh|fr ALTERNATIVE",
        "zh-TW, fr;q=0.5|en zh|zh FALLBACK",
        "zh-TW, zh;q=0.9|en zh|zh ALTERNATIVE",
        "zh-TW, zh-CN;q=0.9|en zh|zh ALTERNATIVE",
        "zh-TW, zh;q=0.9|zh zh-Hant|zh-Hant ASKED",
        "zh-TW, zh-Hant;q=0.9, zh;q=0.8|zh-TW zh-Hant|zh-TW ASKED",
        "zh-HK|zh-TW en|en FALLBACK",
        "zh-HK|zh-Hant-HK zh-Hant|zh-Hant-HK ASKED",
        "zh-Hant-TW|zh-TW zh|zh-TW ASKED",
        "zh-Hans-CN|zh-CN en|zh-CN ASKED",
        "zh-CN|zh-Hans en|zh-Hans ASKED",
        "zh|zh-Hans zh-Hant|zh-Hans ASKED",
        "zh|zh-Hant en|en FALLBACK",
        "zh-yue-HK|yue zh-Hant|yue ASKED",
        "zh-US|zh|zh ASKED",
      })
  void shouldTellTheScriptsApart(String header, String available, String chosen) {
    assertThat(choose(SHIPPED, header, available)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-TW, *;q=0.5|en zh|zh FALLBACK",
        "*, zh-TW;q=0.5|zh|zh FALLBACK",
        "zh-TW, *;q=0.5|en fr|en ALTERNATIVE",
        "zh-TW, zh;q=0.1, *;q=0.5|zh|zh ALTERNATIVE",
        "de, *;q=0.5|zh|zh ALTERNATIVE",
        "zh-CN, *;q=0.5|zh-Hant|zh-Hant FALLBACK",
      })
  void shouldNotTakeAnAsteriskForARequestOfTheOtherScript(
      String header, String available, String chosen) {
    assertThat(choose(SHIPPED, header, available)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-TW, zh;q=0|zh en|en FALLBACK",
        "zh-TW, zh-Hans;q=0|zh en|en FALLBACK",
        "zh-TW, zh-Hans;q=0|zh zh-Hant|zh-Hant ASKED",
        "zh-TW, cmn;q=0|zh en|en FALLBACK",
        "zh-Hant, zh;q=0|zh zh-TW zh-Hant|zh-Hant ASKED",
        "zh-Hant, zh;q=0|zh zh-TW fr|fr FALLBACK",
        "zh, zh-Hant;q=0|zh-TW fr|fr FALLBACK",
        "zh, zh-Hans;q=0|zh fr|fr FALLBACK",
        "zh-TW, *;q=0|zh zh-Hant|zh-Hant ASKED",
        "zh-TW, *;q=0|zh|zh FALLBACK",
      })
  void shouldRefuseAScriptUnderEachOfItsNames(String header, String available, String chosen) {
    assertThat(choose(SHIPPED, header, available)).isEqualTo(chosen);
  }

  @Test
  void shouldFitAWorkingLanguageThatIsTaggedByItsRegion() {
    WorkingLanguages taiwan =
        configured(
            """
            {"tag": "zh-TW", "script": "Hant", "direction": "ltr", "endonym": "繁體中文"}
            """,
            "");
    assertThat(choose(taiwan, "zh-Hant-TW", "en zh-TW")).isEqualTo("zh-TW ASKED");
    assertThat(choose(taiwan, "zh-CN", "en zh-TW")).isEqualTo("en FALLBACK");
  }

  private static String choose(WorkingLanguages languages, String header, String available) {
    Set<LanguageTag> tags =
        Arrays.stream(available.split(" ", -1)).map(LanguageTag::of).collect(Collectors.toSet());
    LanguagePriorityList asked = LanguagePriorityList.fromHeader(header);
    return switch (new Negotiation(languages).choose(asked, tags, Fallback.CHAIN)) {
      case Served served -> served.language() + " " + served.match();
      case Unavailable() -> "unavailable";
    };
  }

  private static WorkingLanguages configured(String languages, String fallbacks) {
    return WorkingLanguages.read(
        """
        {"languages": [
           {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
           %s],
         "default": "en",
         "fallbacks": {%s}}
        """
            .formatted(languages, fallbacks));
  }
}
