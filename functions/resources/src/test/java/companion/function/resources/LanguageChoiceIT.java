package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Catalogues.class)
class LanguageChoiceIT {
  private static final String TRADITIONAL = "zh-TW, fr;q=0.5";
  private static final String ANYTHING = "de, *;q=0.1";

  /** 4 kB whose only language that exists stands beyond what is read. */
  private static final String LATE = "tlh-x-aaaaaaaa, ".repeat(256) + "fr";

  private static final String EARLY = "fr, " + LATE;

  private final Reader reader;

  LanguageChoiceIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        choice(TRADITIONAL, PublishedCatalogue.ALL_FIVE, "fr", "alternative"),
        choice(TRADITIONAL, PublishedCatalogue.CHINESE_ONLY, "zh", "fallback"),
        choice("zh-TW", PublishedCatalogue.ALL_FIVE, "zh", "fallback"),
        choice("zh-CN", PublishedCatalogue.ALL_FIVE, "zh", "asked"),
        choice("ru-KZ", PublishedCatalogue.ALL_FIVE, "ru", "asked"),
        choice("ru-KZ", PublishedCatalogue.NO_RUSSIAN, "en", "fallback"),
        choice(ANYTHING, PublishedCatalogue.ALL_FIVE, "en", "alternative"),
        choice(ANYTHING, PublishedCatalogue.CHINESE_ONLY, "zh", "alternative"),
        choice("de", PublishedCatalogue.ALL_FIVE, "en", "fallback"),
        choice("xx-bogus;;q=9", PublishedCatalogue.ALL_FIVE, "en", "default"),
        choice("xx-bogus;;q=9", PublishedCatalogue.CHINESE_ONLY, "zh", "fallback"),
        choice(LATE, PublishedCatalogue.ALL_FIVE, "en", "fallback"),
        choice(EARLY, PublishedCatalogue.ALL_FIVE, "fr", "asked"),
        choice("", PublishedCatalogue.ALL_FIVE, "en", "default"),
        choice("", PublishedCatalogue.CHINESE_ONLY, "zh", "fallback"));
  }

  private static Arguments choice(String header, String id, String served, String match) {
    return Arguments.of(header, id, served, match);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void shouldAgreeAboutTheLanguageEverywhereInTheAnswer(
      String header, String id, String served, String match) {
    Ask ask = Ask.resource(id);
    Answer answer = reader.ask(header.isEmpty() ? ask : ask.acceptLanguage(header));

    assertThat(answer.at("/language/served")).isEqualTo(served);
    assertThat(answer.at("/language/match")).isEqualTo(match);
    assertThat(answer.json().at("/language/isFallback").asBoolean())
        .isEqualTo(List.of("alternative", "fallback").contains(match));
    assertThat(answer.at("/title")).endsWith("(" + served + ")");
    assertThat(answer.header("content-language")).isEqualTo(served);
    assertThat(answer.header("content-location"))
        .isEqualTo("/v1/resources/" + id + "?lang=" + served);
    assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
    assertThat(answer.header("vary")).isEqualTo("Accept-Encoding, Accept-Language");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void shouldGiveTheSameEditionAtTheContentLocationForEverybody(
      String header, String id, String served, String match) {
    Ask ask = Ask.resource(id).acceptLanguage(header);
    Answer negotiated = reader.ask(ask);

    Answer explicit = reader.ask(ask.follow(negotiated.header("content-location")));

    assertThat(explicit.at("/title")).isEqualTo(negotiated.at("/title"));
    assertThat(explicit.json().path("renditions")).isEqualTo(negotiated.json().path("renditions"));
    assertThat(explicit.header("content-language")).isEqualTo(served);
    assertThat(explicit.at("/language/match")).isEqualTo("asked");
    assertThat(explicit.header("cache-control")).isEqualTo("public, max-age=60, s-maxage=60");
    assertThat(match).isNotEmpty();
  }

  static Stream<Ask> routes() {
    return Stream.of(
        Ask.list(),
        Ask.resource(PublishedCatalogue.ALL_FIVE),
        Ask.editions(PublishedCatalogue.ALL_FIVE),
        Ask.vocabulary(),
        Ask.languageServices());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldNegotiateAlikeOnEachRoute(Ask route) {
    Answer answer = reader.ask(route.acceptLanguage(TRADITIONAL));

    assertThat(answer.at("/language/served")).isEqualTo("fr");
    assertThat(answer.at("/language/match")).isEqualTo("alternative");
    assertThat(answer.texts("/language/asked")).containsExactly("zh-TW", "fr");
    assertThat(answer.header("content-location")).isEqualTo(route.rawPath() + "?lang=fr");
    assertThat(answer.header("cache-control")).startsWith("private");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldShareWhatNamesExactlyOneLanguageAndNothingElse(Ask route) {
    Answer one = reader.ask(route.lang("fr").acceptLanguage("ru"));
    Answer two = reader.ask(route.lang("fr,es").acceptLanguage("ru"));
    Answer unknown = reader.ask(route.lang("de"));

    assertThat(one.header("cache-control")).isEqualTo("public, max-age=60, s-maxage=60");
    assertThat(unknown.header("cache-control")).isEqualTo("public, max-age=60, s-maxage=60");
    assertThat(two.header("cache-control")).isEqualTo("private, no-cache");
    assertThat(List.of(one, two, unknown))
        .extracting(answer -> answer.header("vary"))
        .containsOnly("Accept-Encoding");
    assertThat(one.at("/language/served")).isEqualTo("fr");
    assertThat(two.at("/language/served")).isEqualTo("fr");
    assertThat(unknown.at("/language/match")).isEqualTo("fallback");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldTakeAnEmptyParameterForAbsent(Ask route) {
    Answer answer = reader.ask(route.lang("").acceptLanguage("es"));

    assertThat(answer.at("/language/served")).isEqualTo("es");
    assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
    assertThat(answer.header("vary")).isEqualTo("Accept-Encoding, Accept-Language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FR", "fr-CA", "fr-Latn-CA-x-private"})
  void shouldFindTheBroaderLanguageInAnyCase(String tag) {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.ALL_FIVE).lang(tag));

    assertThat(answer.at("/language/served")).isEqualTo("fr");
    assertThat(answer.at("/language/match")).isEqualTo("asked");
  }

  @Test
  void shouldNotServeWhatAReaderRefusesWhileThereIsAnother() {
    Answer answer =
        reader.ask(Ask.resource(PublishedCatalogue.ALL_FIVE).acceptLanguage("en;q=0, de"));

    assertThat(answer.at("/language/served")).isNotEqualTo("en");
    assertThat(answer.at("/language/match")).isEqualTo("fallback");
  }

  @Test
  void shouldReadNoMoreThanTwentyRanges() {
    StringBuilder many = new StringBuilder();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      many.append("q").append(letter).append(letter).append(", ");
    }

    Answer answer = reader.ask(Ask.vocabulary().acceptLanguage(many + "fr"));

    assertThat(answer.texts("/language/asked")).hasSize(20);
    assertThat(answer.at("/language/served")).isEqualTo("en");
  }
}
