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
import org.junit.jupiter.params.provider.EnumSource;

final class NegotiationTest {
  private static final String ALL = "en fr es ru zh";

  private final Negotiation negotiation = new Negotiation(WorkingLanguages.shipped());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // header | available | chosen
        "fr|" + ALL + "|fr ASKED",
        "fr-CA|" + ALL + "|fr ASKED",
        "FR-ca|" + ALL + "|fr ASKED",
        "fr-CA|fr-CA fr|fr-CA ASKED",
        "fr|fr-CA en|en FALLBACK",
        "ru-KZ|" + ALL + "|ru ASKED",
        "es-419|" + ALL + "|es ASKED",
        "fr-CH, fr;q=0.9, en;q=0.8|" + ALL + "|fr ASKED",
        "fr, ru;q=0.9, en;q=0.8|en ru|ru ALTERNATIVE",
        "en;q=0.8, ru;q=0.9|en ru|ru ASKED",
        "fr|en es|en FALLBACK",
        "fr|ru zh|ru FALLBACK",
        "de|" + ALL + "|en FALLBACK",
        "de|ru zh|ru FALLBACK",
        "xx, ru|" + ALL + "|ru ALTERNATIVE",
        "sr-Latn|" + ALL + "|en FALLBACK",
        "x-home|" + ALL + "|en FALLBACK",
        "en-x-home|" + ALL + "|en ASKED",
        "i-klingon|" + ALL + "|en FALLBACK",
        "en-GB-oed|" + ALL + "|en ASKED",
        "pt-BR|pt|pt ASKED",
        "fr|pt ar|ar FALLBACK",
        "ru, fr|es|es FALLBACK",
        "xx-bogus;;q=9|" + ALL + "|en DEFAULT",
      })
  void shouldChooseByLookupAndThenByChains(String header, String available, String chosen) {
    assertThat(choose(header, available, Fallback.CHAIN)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|" + ALL + "|en DEFAULT",
        "''|zh fr|fr FALLBACK",
        "''|pt|pt FALLBACK",
        "garbage!|" + ALL + "|en DEFAULT",
        "*|" + ALL + "|en DEFAULT",
        "*;q=0.1|" + ALL + "|en DEFAULT",
        "*|zh fr|fr DEFAULT",
        "*|pt|pt DEFAULT",
        "*, en;q=0|" + ALL + "|fr DEFAULT",
        "en;q=0|" + ALL + "|fr FALLBACK",
      })
  void shouldServeTheDefaultWhenNothingParticularIsAsked(
      String header, String available, String chosen) {
    assertThat(choose(header, available, Fallback.CHAIN)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de, *;q=0.1|" + ALL + "|en ALTERNATIVE",
        "ru, *;q=0.1|es zh|es ALTERNATIVE",
        "de, *;q=0.1|pt it|it ALTERNATIVE",
        "*, ru|ru fr|fr ALTERNATIVE",
        "fr, *;q=0.5, en;q=0.1|" + ALL + "|fr ASKED",
        "fr, *;q=0.5, en;q=0.1|en es ru|es ALTERNATIVE",
        "fr, *;q=0.5, en;q=0.1|en pt|pt ALTERNATIVE",
        "fr, *;q=0.5, en;q=0.1|en|en ALTERNATIVE",
        "fr, *;q=0.5, en;q=0|en es|es ALTERNATIVE",
      })
  void shouldTakeAnyLanguageForAnAsterisk(String header, String available, String chosen) {
    assertThat(choose(header, available, Fallback.CHAIN)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr, en;q=0|en ru|ru FALLBACK",
        "fr, en;q=0|en|en FALLBACK",
        "fr, en;q=0, es;q=0|es en|en FALLBACK",
        "en-GB, en;q=0|en fr|fr FALLBACK",
        "en-GB, en;q=0|en-GB en|en-GB ASKED",
        "en;q=0, *;q=0.5|en-GB pt|pt DEFAULT",
        "en-GB;q=0, en|en-GB en|en ASKED",
        "fr, pt;q=0|pt-BR sw|sw FALLBACK",
        "fr, pt;q=0|pt-BR pt|pt FALLBACK",
        "fr-CA, *;q=0|fr en|fr ASKED",
        "ru, *;q=0|en fr|en FALLBACK",
        "*;q=0|ru fr|fr FALLBACK",
      })
  void shouldServeRefusedLanguagesLastOfAll(String header, String available, String chosen) {
    assertThat(choose(header, available, Fallback.CHAIN)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|" + ALL + "|fr ASKED",
        "fr|en es ru zh|unavailable",
        "fr, ru|en ru|ru ALTERNATIVE",
        "de|" + ALL + "|unavailable",
        "zh-TW|zh en|unavailable",
        "zh-TW, *;q=0.5|zh|unavailable",
        "''|" + ALL + "|en DEFAULT",
        "''|fr|unavailable",
        "*|fr|fr DEFAULT",
        "de, *|fr|fr ALTERNATIVE",
        "de, *|pt|pt ALTERNATIVE",
        "en;q=0|" + ALL + "|unavailable",
        "*;q=0|" + ALL + "|unavailable",
      })
  void shouldServeNothingThatWasNotAskedWithoutFallback(
      String header, String available, String chosen) {
    assertThat(choose(header, available, Fallback.NONE)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @EnumSource(Fallback.class)
  void shouldServeNothingWhereNothingExists(Fallback fallback) {
    assertThat(choose("fr, *", "", fallback)).isEqualTo("unavailable");
  }

  @Test
  void shouldReadFourKilobytesOfHeader() {
    String header = "de;q=0.9," + "x-abcdefgh, ;;q=7 ,".repeat(240) + "ru";
    assertThat(header.length()).isGreaterThan(4_096);
    assertThat(choose(header, ALL, Fallback.CHAIN)).isEqualTo("en FALLBACK");
    assertThat(choose("ru, " + header, ALL, Fallback.CHAIN)).isEqualTo("ru ASKED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CA|fr",
        "de, ru|ru",
        "de|en",
        "zh-TW|zh",
        "''|en",
        "en;q=0|fr",
        "*;q=0|en",
      })
  void shouldHaveAWorkingLanguageForEveryReader(String header, String language) {
    assertThat(negotiation.workingLanguage(LanguagePriorityList.fromHeader(header)))
        .hasToString(language);
  }

  @Test
  void shouldTellTheReaderOfAnyOtherThanTheLanguageAskedFor() {
    LanguageTag tag = LanguageTag.of("fr");
    assertThat(new Served(tag, Match.ALTERNATIVE).isFallback()).isTrue();
    assertThat(new Served(tag, Match.FALLBACK).isFallback()).isTrue();
    assertThat(new Served(tag, Match.ASKED).isFallback()).isFalse();
    assertThat(new Served(tag, Match.DEFAULT).isFallback()).isFalse();
  }

  @Test
  void shouldTakeANewLanguageFromTheConfigurationAlone() {
    Negotiation arabic =
        new Negotiation(
            WorkingLanguages.read(
                """
                {"languages": [
                   {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
                   {"tag": "fr", "script": "Latn", "direction": "ltr", "endonym": "Français"},
                   {"tag": "ar", "script": "Arab", "direction": "rtl", "endonym": "العربية"}],
                 "default": "en",
                 "fallbacks": {"ar": ["fr", "en"], "*": ["en", "fr", "ar"]}}
                """));
    LanguagePriorityList egyptian = LanguagePriorityList.fromHeader("ar-EG");
    assertThat(arabic.choose(egyptian, tags("en fr ar"), Fallback.CHAIN))
        .isEqualTo(new Served(LanguageTag.of("ar"), Match.ASKED));
    assertThat(arabic.choose(egyptian, tags("en fr"), Fallback.CHAIN))
        .isEqualTo(new Served(LanguageTag.of("fr"), Match.FALLBACK));
  }

  private String choose(String header, String available, Fallback fallback) {
    return switch (negotiation.choose(
        LanguagePriorityList.fromHeader(header), tags(available), fallback)) {
      case Served served -> served.language() + " " + served.match();
      case Unavailable() -> "unavailable";
    };
  }

  private static Set<LanguageTag> tags(String tags) {
    return Arrays.stream(tags.split(" ", -1))
        .flatMap(tag -> LanguageTag.parse(tag).stream())
        .collect(Collectors.toSet());
  }
}
