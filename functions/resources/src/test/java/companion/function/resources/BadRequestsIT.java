package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Catalogues.class)
class BadRequestsIT {
  private final Reader reader;

  BadRequestsIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type         | brief         | unknown-value      | statement
          type         | statement,    | unknown-value      | statement
          theme        | Law           | unknown-value      | law
          region       | asia          | unknown-value      | africa
          fallback     | maybe         | unknown-value      | none
          hasRendition | epub          | unknown-value      | audio
          year         | MMXIV         | not-a-whole-number |
          year         | 2014-12       | not-a-whole-number |
          year         | 1899          | out-of-range       |
          year         | 2012,2101     | out-of-range       |
          maxBytes     | 0             | out-of-range       |
          maxBytes     | 1e6           | not-a-whole-number |
          maxBytes     | 1099511627777 | out-of-range       |
          limit        | 0             | out-of-range       |
          limit        | 101           | out-of-range       |
          limit        | -1            | not-a-whole-number |
          limit        | ten           | not-a-whole-number |
          limit        | ٣             | not-a-whole-number |
          limit        | 1,2           | not-a-whole-number |
          limit        | 9999999999999999999 | not-a-whole-number |
          cursor       | garbage       | malformed-cursor   |
          cursor       | !!!           | malformed-cursor   |
          """)
  void shouldNameTheFieldAndSayWhatIsAccepted(
      String field, String value, String code, String accepted) {
    Answer answer = reader.ask(Ask.list().lang("en").with(field, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/code")).isEqualTo("invalid-parameter");
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    if (accepted != null) {
      assertThat(answer.texts("/errors/0/accepted")).contains(accepted);
      assertThat(answer.at("/errors/0/detail")).contains(accepted);
    }
    assertThat(answer.at("/errors/0/detail")).contains(field);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "en, limit is a whole number from 1 to 100.",
    "es, limit es un número entero de 1 a 100.",
    "fr, limit est un nombre entier de 1 à 100.",
    "ru, limit — целое число от 1 до 100.",
    "zh, limit 应为 1 到 100 之间的整数。",
    "ru-KZ, limit — целое число от 1 до 100.",
    "zh-TW, limit 应为 1 到 100 之间的整数。",
    "de, limit is a whole number from 1 to 100."
  })
  void shouldExplainInTheReadersLanguage(String language, String detail) {
    Answer byParameter = reader.ask(Ask.list().lang(language).with("limit", "0"));
    Answer byHeader = reader.ask(Ask.list().acceptLanguage(language).with("limit", "0"));

    assertThat(byParameter.at("/errors/0/detail")).isEqualTo(detail);
    assertThat(byHeader.text()).isEqualTo(byParameter.text());
    assertThat(byHeader.header("content-language"))
        .isEqualTo(byParameter.header("content-language"))
        .isEqualTo(language.equals("de") ? "en" : language.substring(0, 2));
  }

  @Test
  void shouldExplainInTheLanguageOfTheHeaderWhenTheParameterIsWrong() {
    Answer answer = reader.ask(Ask.vocabulary().lang("français!").acceptLanguage("fr"));

    assertThat(answer.at("/errors/0/field")).isEqualTo("lang");
    assertThat(answer.at("/errors/0/code")).isEqualTo("malformed-language");
    assertThat(answer.at("/title")).startsWith("Quelque chose");
    assertThat(answer.text()).doesNotContain("français!");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en_GB
          fr,
          fr, es
          fr;q=0.5
          *
          toolongsubtag
          a,b
          en,fr,es,ru,zh,de,it,pt,ar,sw,tr
          """)
  void shouldRefuseAnIllFormedLanguageOnEachRoute(String lang) {
    for (Ask route : LanguageChoiceIT.routes().toList()) {
      Answer answer = reader.ask(route.lang(lang));

      assertThat(answer.status()).as(lang).isEqualTo(400);
      assertThat(answer.at("/errors/0/code")).isEqualTo("malformed-language");
    }
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of(
            Ask.list(),
            List.of(
                "cursor",
                "fallback",
                "hasRendition",
                "lang",
                "limit",
                "maxBytes",
                "region",
                "theme",
                "type",
                "year")),
        Arguments.of(Ask.resource(PublishedCatalogue.ALL_FIVE), List.of("fallback", "lang")),
        Arguments.of(Ask.editions(PublishedCatalogue.ALL_FIVE), List.of("lang")),
        Arguments.of(Ask.vocabulary(), List.of("lang")),
        Arguments.of(Ask.languageServices(), List.of("lang")));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void shouldNotRepeatAParameterThatIsNoName(Ask route, List<String> accepted) {
    Answer answer = reader.ask(route.lang("en").with("<script>", "1"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo("query");
    assertThat(answer.at("/errors/0/code")).isEqualTo("unknown-parameter");
    assertThat(answer.texts("/errors/0/accepted")).isEqualTo(accepted);
    assertThat(answer.text()).doesNotContain("script");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void shouldNameAnUnknownParameterAndSayWhichThereAre(Ask route, List<String> accepted) {
    Answer answer = reader.ask(route.lang("en").with("languge", "fr"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo("languge");
    assertThat(answer.at("/errors/0/code")).isEqualTo("unknown-parameter");
    assertThat(answer.texts("/errors/0/accepted")).isEqualTo(accepted);
  }

  @Test
  void shouldTellEverythingThatIsWrongAtOnce() {
    Answer answer =
        reader.ask(
            Ask.list()
                .with("limit", "0")
                .with("year", "never")
                .with("type", "poem")
                .with("sort", "title"));

    assertThat(answer.each("/errors", "field"))
        .containsExactlyInAnyOrder("limit", "year", "type", "sort");
  }

  @Test
  void shouldRefuseACursorOfAnotherList() {
    String cursor = reader.ask(Ask.list().lang("fr").with("limit", "1")).at("/next");

    for (Ask other :
        List.of(
            Ask.list().lang("es"),
            Ask.list().lang("fr").with("theme", "law"),
            Ask.list().lang("fr").with("fallback", "none"),
            Ask.list().lang("fr").with("maxBytes", "5"),
            Ask.list().acceptLanguage("fr, es"))) {
      Answer answer = reader.ask(other.with("cursor", cursor));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("/errors/0/field")).isEqualTo("cursor");
      assertThat(answer.at("/errors/0/code")).isEqualTo("cursor-of-another-list");
    }
  }

  @Test
  void shouldRefuseACursorThatWasChangedAnywhereOrCut() {
    String cursor = reader.ask(Ask.list().lang("fr").with("limit", "1")).at("/next");
    for (int at = 0; at < cursor.length(); at++) {
      char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
      String cut = cursor.substring(0, at);

      for (String wrong : List.of(changed, cut)) {
        if (wrong.isEmpty() || at == cursor.length() - 1) {
          continue; // an empty one is absent; the last character's last bits mean nothing
        }
        Answer answer = reader.ask(Ask.list().lang("fr").with("cursor", wrong));

        assertThat(answer.at("/errors/0/code")).as(wrong).isEqualTo("malformed-cursor");
      }
    }
  }

  @Test
  void shouldRefuseAValueThatIsTooLong() {
    Answer answer = reader.ask(Ask.list().lang("en").with("theme", "law,".repeat(501)));

    assertThat(answer.at("/errors/0/code")).isEqualTo("too-long");
    assertThat(answer.at("/errors/0/detail")).contains("2000");
  }
}
