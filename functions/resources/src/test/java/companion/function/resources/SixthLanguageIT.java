package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.language.LanguageTag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A language more, by a setting alone. */
@ExtendWith(Catalogues.class)
class SixthLanguageIT {
  private static final String IN_ARABIC = "in-arabic";

  private final PublishedCatalogue catalogue;
  private final Reader reader;

  SixthLanguageIT(Catalogues.Tables tables) {
    catalogue = tables.full();
    reader = catalogue.reader(Map.of("WORKING_LANGUAGES", Samples.SIX_LANGUAGES));
    Publisher publisher = catalogue.publisher(Samples.sixLanguages());
    publisher.publish(Samples.vocabulary());
    publisher.publish(Samples.service("argos", "Argos"));
    publisher.publish(
        IN_ARABIC,
        Samples.facts(
            "statement", List.of("law"), List.of(), "2026-01-01", Audience.PUBLIC, Samples.EN),
        Samples.original(Samples.EN, 1, "News"),
        Samples.translation(Samples.FR, 1, 1, "News"),
        Samples.translation(LanguageTag.of("ar"), 1, 1, "News"));
  }

  @Test
  void shouldServeAnArabicEditionFromRightToLeft() {
    Answer answer = reader.ask(Ask.resource(IN_ARABIC).acceptLanguage("ar-EG"));

    assertThat(answer.at("/title")).isEqualTo("News (ar)");
    assertThat(answer.at("/language/match")).isEqualTo("asked");
    assertThat(answer.at("/language/script")).isEqualTo("Arab");
    assertThat(answer.at("/language/direction")).isEqualTo("rtl");
    assertThat(answer.header("content-language")).isEqualTo("ar");
    assertThat(reader.ask(Ask.list().lang("ar")).at("/items/0/title")).isEqualTo("News (ar)");
  }

  @Test
  void shouldFollowTheConfiguredChainWhereThereIsNoArabic() {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.NO_RUSSIAN).lang("ar"));

    assertThat(answer.at("/language/served")).isEqualTo("fr");
    assertThat(answer.at("/language/match")).isEqualTo("fallback");
  }

  @Test
  void shouldNameTheNewLanguageInItselfAndInOthers() {
    Answer french = reader.ask(Ask.vocabulary().lang("fr"));

    assertThat(french.each("/languages", "language")).contains("ar");
    assertThat(french.each("/languages", "label")).contains("arabe");
    assertThat(french.each("/languages", "direction")).contains("rtl");
  }

  @Test
  void shouldFallBackWhereALabelIsNotTranslatedYet() {
    Answer vocabulary = reader.ask(Ask.vocabulary().lang("ar"));
    Answer services = reader.ask(Ask.languageServices().lang("ar"));
    Answer problem = reader.ask(Ask.list().lang("ar").with("limit", "0"));

    assertThat(vocabulary.each("/types", "label")).doesNotContain("").hasSize(5);
    assertThat(services.at("/items/0/description")).startsWith("Argos described in en");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.at("/title")).isNotEmpty();
  }

  @Test
  void shouldServeAnEditionThatExistsEvenWithoutTheSetting() {
    Answer answer = catalogue.reader().ask(Ask.resource(IN_ARABIC).lang("ar"));

    assertThat(answer.at("/language/match")).isEqualTo("asked");
    assertThat(answer.json().path("language").has("direction")).isFalse();
  }
}
