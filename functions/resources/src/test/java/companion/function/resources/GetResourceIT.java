package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Catalogues.class)
class GetResourceIT {
  private final Reader reader;

  GetResourceIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "ru", "zh"})
  void shouldServeTheEditionAskedFor(String language) {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.ALL_FIVE).lang(language));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/title")).isEqualTo("Statement of 2014 (" + language + ")");
    assertThat(answer.at("/status")).isEqualTo(language.equals("en") ? "original" : "current");
    assertThat(answer.header("content-language")).isEqualTo(language);
    assertThat(answer.each("/languages", "language")).containsExactly("en", "es", "fr", "ru", "zh");
  }

  @ParameterizedTest
  @CsvSource({
    "religious-leaders,     ru, en, true,  current",
    "religious-leaders,     es, es, false, outdated",
    "responses-to-violence, fr, fr, false, outdated",
    "legal-aid,             ru, ru, false, machine",
    "media-guide,           zh, zh, false, machine-reviewed",
    "media-guide,           en, en, false, original",
    "treatment-access,      es, en, true,  original",
    "street-notes,          fr, zh, true,  original"
  })
  void shouldTellWhatStateTheEditionIsIn(
      String id, String asked, String served, boolean fallback, String status) {
    Answer answer = reader.ask(Ask.resource(id).lang(asked));

    assertThat(answer.at("/language/served")).isEqualTo(served);
    assertThat(answer.json().at("/language/isFallback").asBoolean()).isEqualTo(fallback);
    assertThat(answer.at("/status")).isEqualTo(status);
    assertThat(answer.header("content-location"))
        .isEqualTo("/v1/resources/" + id + "?lang=" + served);
  }

  @Test
  void shouldSayWhatATranslationWasMadeFrom() {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.OUTDATED_FRENCH).lang("fr"));

    assertThat(answer.at("/translation/from")).isEqualTo("en");
    assertThat(answer.at("/translation/ofRevision")).isEqualTo("1");
    assertThat(answer.at("/translation/method")).isEqualTo("human");
    assertThat(answer.at("/languages/0/revision")).isEqualTo("2");
  }

  @Test
  void shouldShowACorrectionInItsEditionOnly() {
    Answer english = reader.ask(Ask.resource(PublishedCatalogue.CORRECTED).lang("en"));
    Answer chinese = reader.ask(Ask.resource(PublishedCatalogue.CORRECTED).lang("zh"));

    assertThat(english.at("/correction/note")).isEqualTo("A name was wrong.");
    assertThat(english.at("/reviewBy")).isEqualTo("2027-01-31");
    assertThat(chinese.json().has("correction")).isFalse();
    assertThat(chinese.at("/status")).isEqualTo("machine-reviewed"); // not outdated by it
  }

  @Test
  void shouldTellOfALanguageThatWasTakenBack() {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.ONE_WITHDRAWN).lang("es"));

    assertThat(answer.at("/withdrawnLanguages/0/language")).isEqualTo("es");
    assertThat(answer.at("/withdrawnLanguages/0/reason")).isEqualTo("consent-withdrawn");
  }

  @Test
  void shouldRelatePublicationsBothWaysInTheReadersLanguage() {
    Answer newer = reader.ask(Ask.resource(PublishedCatalogue.ALL_FIVE).lang("fr"));
    Answer older = reader.ask(Ask.resource(PublishedCatalogue.SUPERSEDED).lang("es"));

    JsonNode supersedes = newer.json().at("/relations/0");
    assertThat(supersedes.path("relation").asText()).isEqualTo("supersedes");
    assertThat(supersedes.path("title").asText()).isEqualTo("Statement of 2012 (fr)");
    JsonNode superseded = older.json().at("/relations/0");
    assertThat(superseded.path("relation").asText()).isEqualTo("supersededBy");
    assertThat(superseded.path("language").asText()).isEqualTo("es");
  }

  @Test
  void shouldSayNothingOfARelationToWhatIsForMembers() {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.LONG).lang("en"));

    assertThat(answer.each("/relations", "id")).containsExactly(PublishedCatalogue.SHORT);
    assertThat(answer.text()).doesNotContain(PublishedCatalogue.MEMBERS_ONLY);
  }

  @Test
  void shouldSayWhichLanguagesExistWhenNothingElseWillDo() {
    Answer answer =
        reader.ask(Ask.resource(PublishedCatalogue.NO_RUSSIAN).lang("ru").with("fallback", "none"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/code")).isEqualTo("language-not-available");
    assertThat(answer.texts("/available")).containsExactly("en", "es", "fr");
    assertThat(answer.at("/title")).isEqualTo("На запрошенном языке этого документа нет.");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void shouldServeASecondChoiceEvenWhenNothingElseWillDo() {
    Answer answer =
        reader.ask(
            Ask.resource(PublishedCatalogue.NO_RUSSIAN).lang("ru,es").with("fallback", "none"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/language/match")).isEqualTo("alternative");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-id",
        "members-strategy",
        "ab",
        "UPPER-CASE",
        "-begins-with-hyphen",
        "ends-with-hyphen-",
        "under_score",
        "../../secrets",
        "statement-2014#edition#fr",
        "статья",
        "a23456789012345678901234567890123456789012345678901234567890-65-x"
      })
  void shouldNotFindAnIdThatIsUnknownOrIllFormed(String id) {
    Answer detail = reader.ask(Ask.resource(id).lang("fr"));
    Answer editions = reader.ask(Ask.editions(id).lang("fr"));

    assertThat(List.of(detail, editions))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.at("/code")).isEqualTo("resource-not-found");
              assertThat(answer.at("/title")).isEqualTo("Ce document n’existe pas ici.");
              assertThat(answer.text()).doesNotContain(id);
            });
  }

  @Test
  void shouldSayGoneWithTheReasonWhenWithdrawn() {
    Answer detail = reader.ask(Ask.resource(PublishedCatalogue.WITHDRAWN).lang("es"));
    Answer editions = reader.ask(Ask.editions(PublishedCatalogue.WITHDRAWN).lang("es"));

    assertThat(List.of(detail, editions))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(410);
              assertThat(answer.at("/code")).isEqualTo("resource-withdrawn");
              assertThat(answer.at("/reason")).isEqualTo("endangers-people");
              assertThat(answer.header("content-language")).isEqualTo("es");
            });
  }

  @Test
  void shouldSayGoneWithoutSayingWhereWhenNoLongerPublic() {
    Answer answer = reader.ask(Ask.resource(PublishedCatalogue.NO_LONGER_PUBLIC).lang("en"));

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.at("/reason")).isEqualTo("not-stated");
    assertThat(answer.text()).doesNotContain("member");
  }

  @Test
  void shouldListEveryEditionWithItsState() {
    Answer answer = reader.ask(Ask.editions(PublishedCatalogue.OUTDATED_FRENCH).lang("ru"));

    assertThat(answer.each("/editions", "language")).containsExactly("en", "fr", "ru");
    assertThat(answer.each("/editions", "status"))
        .containsExactly("original", "outdated", "current");
    assertThat(answer.each("/editions", "script")).containsExactly("Latn", "Latn", "Cyrl");
    assertThat(answer.header("content-language")).isEqualTo("en, fr, ru");
    assertThat(answer.at("/language/served")).isEqualTo("ru");
  }

  @Test
  void shouldListACorrectionAndALanguageTakenBackAmongTheEditions() {
    Answer corrected = reader.ask(Ask.editions(PublishedCatalogue.CORRECTED));
    Answer withdrawn = reader.ask(Ask.editions(PublishedCatalogue.ONE_WITHDRAWN));

    assertThat(corrected.at("/editions/0/correction/note")).isEqualTo("A name was wrong.");
    assertThat(withdrawn.each("/withdrawnLanguages", "reason"))
        .containsExactly("consent-withdrawn");
  }
}
