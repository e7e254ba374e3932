package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import companion.feed.Audience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Catalogues.class)
class ListResourcesIT {
  private final Reader reader;

  ListResourcesIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "ru", "zh"})
  void shouldListEverythingNewestFirst(String language) {
    Answer answer = reader.ask(Ask.list().lang(language));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.each("/items", "id")).isEqualTo(PublishedCatalogue.IN_ORDER);
    assertThat(answer.at("/total")).isEqualTo("12");
    assertThat(answer.at("/language/served")).isEqualTo(language);
    assertThat(answer.at("/language/match")).isEqualTo("asked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "ru", "zh"})
  void shouldTellOfEachItemItsLanguageAndWhetherItFallsBack(String language) {
    Answer answer = reader.ask(Ask.list().lang(language));

    for (JsonNode item : answer.json().path("items")) {
      List<String> available = new ArrayList<>();
      item.path("languages").forEach(edition -> available.add(edition.path("language").asText()));
      String served = item.path("language").asText();
      assertThat(available).contains(served);
      assertThat(item.path("isFallback").asBoolean()).isEqualTo(!available.contains(language));
      assertThat(item.path("title").asText()).endsWith("(" + served + ")");
      assertThat(answer.header("content-language")).contains(served);
    }
  }

  @Test
  void shouldGiveEachItemTheStatusOfTheEditionServed() {
    Answer french = reader.ask(Ask.list().lang("fr"));
    Answer russian = reader.ask(Ask.list().lang("ru"));
    Answer chinese = reader.ask(Ask.list().lang("zh"));

    assertThat(item(french, PublishedCatalogue.OUTDATED_FRENCH).path("status").asText())
        .isEqualTo("outdated");
    assertThat(item(french, PublishedCatalogue.NO_RUSSIAN).path("status").asText())
        .isEqualTo("original");
    assertThat(item(russian, PublishedCatalogue.MACHINE).path("status").asText())
        .isEqualTo("machine");
    assertThat(item(chinese, PublishedCatalogue.CORRECTED).path("status").asText())
        .isEqualTo("machine-reviewed");
    assertThat(item(chinese, PublishedCatalogue.ALL_FIVE).path("status").asText())
        .isEqualTo("current");
  }

  private static JsonNode item(Answer answer, String id) {
    for (JsonNode item : answer.json().path("items")) {
      if (item.path("id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  @Test
  void shouldPointToSuccessorsAndShorterVersionsThatThisReaderCanHave() {
    Answer answer = reader.ask(Ask.list().lang("en"));

    assertThat(item(answer, PublishedCatalogue.SUPERSEDED).path("supersededBy"))
        .singleElement()
        .extracting(JsonNode::asText)
        .isEqualTo(PublishedCatalogue.ALL_FIVE);
    JsonNode withShortVersion = item(answer, PublishedCatalogue.LONG);
    assertThat(withShortVersion.path("shortVersion"))
        .singleElement()
        .extracting(JsonNode::asText)
        .isEqualTo(PublishedCatalogue.SHORT);
    assertThat(withShortVersion.has("supersededBy")) // by what is for members
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type=statement                     | statement-2014,statement-2012
          type=statement,journal-issue       | journal-14,statement-2014,statement-2012
          theme=violence&region=africa       | responses-to-violence
          theme=violence,stigma&region=africa| religious-leaders,responses-to-violence
          region=europe                      | know-your-rights
          year=2012                          | statement-2012,media-guide
          year=2012,2015                     | journal-14,legal-aid,statement-2012,media-guide
          year=1999                          | ''
          hasRendition=audio                 | know-your-rights
          hasRendition=audio&maxBytes=899999 | ''
          hasRendition=audio&maxBytes=900005 | know-your-rights
          maxBytes=2999                      | ''
          hasRendition=lite                  | ''
          """)
  void shouldNarrowTheList(String query, String ids) {
    Answer answer = reader.ask(with(Ask.list().lang("ru"), query));

    List<String> found = answer.each("/items", "id");
    assertThat(String.join(",", found)).isEqualTo(ids);
    assertThat(answer.at("/total")).isEqualTo(Integer.toString(found.size()));
  }

  private static Ask with(Ask ask, String query) {
    Ask result = ask;
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      result = result.with(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return result;
  }

  @Test
  void shouldLookAtTheEditionServedWhenAFormIsAskedFor() {
    Answer english = reader.ask(Ask.list().lang("en").with("hasRendition", "audio"));

    assertThat(english.at("/total")).isEqualTo("0");
  }

  @Test
  void shouldListOnlyWhatIsInTheLanguageWhenNothingElseWillDo() {
    Answer answer = reader.ask(Ask.list().lang("ru").with("fallback", "none"));

    assertThat(answer.each("/items", "id"))
        .containsExactly(
            PublishedCatalogue.MACHINE,
            PublishedCatalogue.ALL_FIVE,
            PublishedCatalogue.OUTDATED_FRENCH,
            PublishedCatalogue.WITH_AUDIO);
    assertThat(answer.each("/items", "language")).containsOnly("ru");
  }

  @Test
  void shouldSayInWhichLanguageAnEmptyListIs() {
    Answer answer = reader.ask(Ask.list().lang("ru").with("year", "1999"));

    assertThat(answer.header("content-language")).isEqualTo("ru");
  }

  @Test
  void shouldCountEachFacetWithoutItsOwnFilter() {
    Ask statements = Ask.list().lang("en").with("type", "statement");
    Answer answer = reader.ask(statements);

    Answer everything = reader.ask(Ask.list().lang("en"));
    assertThat(answer.json().at("/facets/type")).isEqualTo(everything.json().at("/facets/type"));
    for (String facet : List.of("theme", "year")) {
      for (Map.Entry<String, JsonNode> count : answer.json().at("/facets/" + facet).properties()) {
        assertThat(reader.ask(statements.with(facet, count.getKey())).at("/total"))
            .isEqualTo(count.getValue().asText());
      }
    }
    assertThat(answer.json().at("/facets/region")).isEmpty();
  }

  @Test
  void shouldPageThroughEverythingWithAnyLimitWithoutDoubles() {
    for (int limit = 1; limit <= 100; limit++) {
      List<Answer> pages =
          reader.pages(Ask.list().lang("fr").with("limit", Integer.toString(limit)));

      List<String> ids = new ArrayList<>();
      pages.forEach(page -> ids.addAll(page.each("/items", "id")));
      assertThat(ids).isEqualTo(PublishedCatalogue.IN_ORDER);
      assertThat(pages).hasSize((12 + limit - 1) / limit);
    }
  }

  @Test
  void shouldTakeAnotherLimitOnTheNextPage() {
    Answer first = reader.ask(Ask.list().lang("fr").with("limit", "2"));

    Answer rest =
        reader.ask(Ask.list().lang("fr").with("limit", "100").with("cursor", first.at("/next")));

    assertThat(rest.each("/items", "id")).isEqualTo(PublishedCatalogue.IN_ORDER.subList(2, 12));
  }

  @Test
  void shouldNeitherRepeatNorSkipWhenSomethingIsPublishedBetweenTwoPages(Catalogues.Tables tables) {
    PublishedCatalogue changing = tables.full();
    Reader turning = changing.reader();
    Ask ask = Ask.list().lang("en").with("limit", "4");
    Answer first = turning.ask(ask);
    changing
        .publisher()
        .publish(
            "brand-new",
            Samples.facts(
                "statement", List.of("law"), List.of(), "2026-01-01", Audience.PUBLIC, Samples.EN),
            Samples.original(Samples.EN, 1, "Brand new"));

    List<String> ids = new ArrayList<>(first.each("/items", "id"));
    turning
        .pages(ask.with("cursor", first.at("/next")))
        .forEach(page -> ids.addAll(page.each("/items", "id")));

    assertThat(ids).isEqualTo(PublishedCatalogue.IN_ORDER);
  }

  @Test
  void shouldGoOnAfterAnItemThatWasWithdrawnMeanwhile(Catalogues.Tables tables) {
    PublishedCatalogue changing = tables.full();
    Reader turning = changing.reader();
    Ask ask = Ask.list().lang("en").with("limit", "1");
    Answer first = turning.ask(ask);
    changing.publisher().withdraw(first.at("/items/0/id"), "not-stated");

    Answer second = turning.ask(ask.with("cursor", first.at("/next")));

    assertThat(second.each("/items", "id")).containsExactly(PublishedCatalogue.IN_ORDER.get(1));
  }

  @Test
  void shouldContinueANegotiatedListAtItsContentLocation() {
    Ask negotiated = Ask.list().acceptLanguage("fr-CA, es;q=0.5").with("limit", "5");
    Answer first = reader.ask(negotiated);
    Answer second = reader.ask(negotiated.with("cursor", first.at("/next")));

    Answer followed = reader.ask(negotiated.follow(second.header("content-location")));

    assertThat(followed.status()).isEqualTo(200);
    assertThat(followed.each("/items", "id")).isEqualTo(second.each("/items", "id"));
    assertThat(followed.header("cache-control")).startsWith("public");
  }

  @Test
  void shouldSayNothingOfWhatIsForMembers() {
    Map<String, String> found = new HashMap<>();
    for (String language : List.of("en", "es", "fr", "ru", "zh")) {
      found.put(language, reader.ask(Ask.list().lang(language)).text());
    }

    assertThat(found.values())
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(
                        PublishedCatalogue.MEMBERS_ONLY,
                        PublishedCatalogue.MEMBERS_TITLE,
                        PublishedCatalogue.NO_LONGER_PUBLIC));
  }

  @Test
  void shouldBeEmptyAndSayInWhichLanguageBeforeAnythingWasPublished(Catalogues.Tables tables) {
    Answer answer = tables.empty().reader().ask(Ask.list().lang("es"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/total")).isEqualTo("0");
    assertThat(answer.at("/language/served")).isEqualTo("es");
  }
}
