package companion.language;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagePriorityListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fr|fr 1000",
        "FR-ca|fr-CA 1000",
        "zh-TW, fr;q=0.5|zh-TW 1000, fr 500",
        "fr;q=0.5, zh-TW|zh-TW 1000, fr 500",
        "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5|fr-CH 1000, fr 900, en 800, de 700, * 500",
        "\" \tfr\t;\tQ=0.5 ,\ten \"|en 1000, fr 500",
        ",,fr,, ,en,|fr 1000, en 1000",
        "fr;q=1, en;q=1.000, es;q=1., ru;q=0., zh;q=0.001|fr 1000, en 1000, es 1000, zh 1, ru 0",
        "fr;q=0.5, en, fr;q=0.7, fr;q=0.6|en 1000, fr 700",
        "fr;q=0.7, en;q=0.9, fr;q=0.9|en 900, fr 900",
        "en;q=0, fr|fr 1000, en 0",
        "en, en;q=0|en 1000",
        "xx-bogus;;q=9, fr|fr 1000",
        "i-klingon, zh-min-nan, x-home, sr-Latn|i-klingon 1000, zh-min-nan 1000, x-home 1000,"
            + " sr-Latn 1000",
      })
  void shouldReadHeadersInOrderOfWeight(String header, String ranges) {
    assertThat(text(LanguagePriorityList.fromHeader(header))).isEqualTo(ranges);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fr;q=1.001",
        "fr;q=2",
        "fr;q=-1",
        "fr;q=.5",
        "fr;q=0.1234",
        "fr;q=",
        "fr;q",
        "fr;",
        "fr;q =0.5",
        "fr;q= 0.5",
        "fr;q=0.5;q=0.6",
        "fr;level=1;q=0.5",
        "fr;q=1e0",
        "fr;q=00.5",
        "fr;q=NaN",
        "fr;q=\u0661",
        "fr_CA",
        "fr-*",
        "fr\u00A0",
        "fr\n",
        "f r",
        "",
        ",",
        ";q=0.5",
        "q=0.5",
        "🏳",
      })
  void shouldSkipElementsThatAreIllFormed(String header) {
    assertThat(LanguagePriorityList.fromHeader(header))
        .isEqualTo(LanguagePriorityList.NOTHING_ASKED);
  }

  @Test
  void shouldReadTwentyRanges() {
    String header = IntStream.range(0, 30).mapToObj(n -> "x-" + n + ";q=0.5").collect(joining(","));
    assertThat(LanguagePriorityList.fromHeader(header).ranges())
        .hasSize(20)
        .last()
        .isEqualTo(new LanguageRange("x-19", 500));
  }

  @Test
  void shouldLookNoFurtherThanTwoThousandCharacters() {
    assertThat(text(LanguagePriorityList.fromHeader("fr" + " ".repeat(1_994) + ",ru," + "en")))
        .as("ends with a comma at the limit")
        .isEqualTo("fr 1000, ru 1000");
    assertThat(text(LanguagePriorityList.fromHeader("fr," + ",".repeat(4_000) + "en")))
        .isEqualTo("fr 1000");
    assertThat(text(LanguagePriorityList.fromHeader("f".repeat(4_000)))).isEmpty();
  }

  @Test
  void shouldNotReadHalfAnElementAtTheLimit() {
    String header = "fr" + " ".repeat(1_991) + ",zh-Hant";
    assertThat(header).hasSize(2_001);
    assertThat(text(LanguagePriorityList.fromHeader(header))).isEqualTo("fr 1000");
    assertThat(text(LanguagePriorityList.fromHeader(header.substring(1))))
        .isEqualTo("r 1000, zh-Hant 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|fr 1000",
        "zh-tw|zh-TW 1000",
        "zh-TW,fr,en|zh-TW 1000, fr 1000, en 1000",
        "fr,en,fr|fr 1000, en 1000",
        "de|de 1000",
        "x-home|x-home 1000",
      })
  void shouldReadParametersInTheirOrder(String lang, String ranges) {
    assertThat(LanguagePriorityList.fromParameter(lang))
        .hasValueSatisfying(list -> assertThat(text(list)).isEqualTo(ranges));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "fr,",
        ",fr",
        "fr,,en",
        "fr, en",
        " fr",
        "*",
        "fr,*",
        "fr;q=1",
        "fr_CA",
        "a-b",
        "en-fr-es-ru-zh-ar",
        "de,en,fr,es,ru,zh,ar,pt,sw,hi,th",
      })
  void shouldRefuseParametersThatAreNotAllTags(String lang) {
    assertThat(LanguagePriorityList.fromParameter(lang)).isEmpty();
  }

  @Test
  void shouldTakeTenTagsInAParameter() {
    assertThat(LanguagePriorityList.fromParameter("de,en,fr,es,ru,zh,ar,pt,sw,hi"))
        .hasValueSatisfying(list -> assertThat(list.ranges()).hasSize(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FR-ca, en;q=0.3|fr-CA,en",
        "en;q=0.001, fr-ca;q=0.002|fr-CA,en",
        "fr, ru;q=0, en;q=0|fr!en!ru",
        "fr, *;q=0.5, es;q=0.5, en;q=0.4, ru;q=0.3|fr,*,es>en,ru",
        "fr, *;q=0.5, en;q=0.4, ru;q=0.3|fr,*>en,ru",
        "*|*",
        "*;q=0|!*",
        "en;q=0|!en",
        "nonsense!|''",
      })
  void shouldKeepOnlyTheOrderInItsCanonicalText(String header, String canonical) {
    assertThat(LanguagePriorityList.fromHeader(header).canonical()).isEqualTo(canonical);
  }

  @Test
  void shouldKeepTheOrderOfRangesOfEqualWeight() {
    Property.holds(
        2_000,
        random -> {
          List<String> ranges = random.shuffled(List.of("en", "fr", "zh-TW", "*", "x-home", "ru"));
          String header = ranges.stream().map(range -> range + ";q=0.7").collect(joining(", "));
          assertThat(LanguagePriorityList.fromHeader(header).ranges())
              .extracting(LanguageRange::value)
              .isEqualTo(ranges);
        });
  }

  @Test
  void shouldNotDependOnTheOrderOfRangesOfDifferentWeight() {
    Property.holds(
        2_000,
        random -> {
          List<String> elements =
              List.of("en;q=0", "fr;q=0.125", "zh-TW;q=1", "*;q=0.01", "ru;q=0.9", "zh;q=0.5");
          assertThat(LanguagePriorityList.fromHeader(String.join(",", random.shuffled(elements))))
              .isEqualTo(LanguagePriorityList.fromHeader(String.join(",", elements)));
        });
  }

  @Test
  @Timeout(60)
  void shouldReadAnyTextWithoutFailing() {
    Property.holds(
        100_000,
        random -> {
          List<LanguageRange> ranges = LanguagePriorityList.fromHeader(random.garbage()).ranges();
          assertThat(ranges.size()).isLessThanOrEqualTo(20);
        });
  }

  private static String text(LanguagePriorityList list) {
    return list.ranges().stream()
        .map(range -> range.value() + ' ' + range.thousandths())
        .collect(joining(", "));
  }
}
