package companion.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({
    "EN, en",
    "ZH-hANT-tw, zh-Hant-TW",
    "es-419, es-419",
    "DE-ch-1996, de-CH-1996",
    "sl-ROZAJ-biske, sl-rozaj-biske",
    "zh-CMN-hans-cn, zh-cmn-Hans-CN",
    "en-A-MYEXT-b-ANOTHER, en-a-myext-b-another",
    "en-ca-X-CA-Latn, en-CA-x-ca-latn",
    "X-WHATEVER-t, x-whatever-t",
    "I-Klingon, i-klingon",
    "ZH-Min-NAN, zh-min-nan",
    "en-gb-OED, en-GB-oed",
    "SGN-be-fr, sgn-BE-FR",
    "de-u-CO-phonebk, de-u-co-phonebk",
    "abcd, abcd",
    "abcdefgh-1abc, abcdefgh-1abc",
    "az-arab-x-AZE-derbend, az-Arab-x-aze-derbend",
  })
  void shouldReadWellFormedTagsInAnyCase(String text, String canonical) {
    assertThat(LanguageTag.of(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "e",
        "en-",
        "-en",
        "en--US",
        "en_US",
        "en US",
        " en",
        "en\t",
        "*",
        "en-*",
        "419",
        "e2",
        "abcdefghi",
        "en-abcdefghi",
        "abcd-efg",
        "en-Latn-Cyrl",
        "en-US-GB",
        "en-a",
        "en-a-b",
        "en-a-b-cd",
        "en-x",
        "x",
        "i-nonesuch",
        "en-GB-oeda-oed",
        "zh-abc-def-ghi-jkl",
        "fr,en",
        "fr;q=1",
        "français",
        "еn",
        "en-\u0661\u0662\u0663",
        "ıd",
        "en\u0000",
      })
  void shouldRefuseWhatIsNotWellFormed(String text) {
    assertThat(LanguageTag.parse(text)).isEmpty();
  }

  @Test
  void shouldRefuseTagsBeyondItsLimit() {
    String longest = "en-x" + "-abcdefg".repeat(12);
    assertThat(longest).hasSize(TagSyntax.LONGEST);
    assertThat(LanguageTag.parse(longest)).isPresent();
    assertThat(LanguageTag.parse(longest + "h")).isEmpty();
  }

  @Test
  void shouldNotRepeatInItsMessageWhatAClientSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LanguageTag.of("no tag"))
        .withMessage("not a well-formed language tag (RFC 5646, section 2.1)");
  }

  @Test
  void shouldRefuseOtherThanCanonicalCaseInItsConstructor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LanguageTag("zh-tw"))
        .withMessageContaining("canonical case");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LanguageTag("zh_TW"))
        .withMessageContaining("well-formed");
  }

  @Test
  void shouldReadItsOwnTextAgain() {
    Property.holds(
        20_000,
        random -> {
          String text = random.tag();
          LanguageTag tag = LanguageTag.of(text);
          assertThat(LanguageTag.of(tag.toString())).isEqualTo(tag);
          assertThat(tag.value()).isEqualToIgnoringCase(text);
          assertThat(LanguageTag.of(text.toUpperCase(Locale.ROOT))).isEqualTo(tag);
        });
  }
}
