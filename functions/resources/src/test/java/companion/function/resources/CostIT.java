package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import companion.function.resources.WatchedDynamoDb.Read;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What answers cost, in reads of the table. */
@ExtendWith(Catalogues.class)
class CostIT {
  private static final Read GLANCE = new Read("GetItem", false, List.of("public#head -"));

  private final Reader reader;

  CostIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @BeforeEach
  void warmUp() {
    for (String language : List.of("en", "es", "fr", "ru", "zh")) {
      reader.ask(Ask.list().lang(language));
    }
  }

  static Stream<Ask> routesFromMemory() {
    return Stream.of(Ask.list(), Ask.vocabulary(), Ask.languageServices());
  }

  @ParameterizedTest
  @MethodSource("routesFromMemory")
  void shouldTakeOneWeakReadToConfirmACopyOfWhatComesFromMemory(Ask route) {
    Ask conditional = route.lang("fr").ifNoneMatch(reader.ask(route.lang("fr")).tag());

    assertThat(reader.readsOf(conditional)).containsExactly(GLANCE);
    assertThat(reader.readsOf(conditional.head())).containsExactly(GLANCE);
  }

  @Test
  void shouldTakeOneWeakReadToConfirmACopyOfAListEvenAtAColdStart(PublishedCatalogue catalogue) {
    Ask ask = Ask.list().lang("fr");
    Ask conditional = ask.ifNoneMatch(reader.ask(ask).tag());

    assertThat(catalogue.reader().readsOf(conditional)).containsExactly(GLANCE);
  }

  @Test
  void shouldTakeNoMoreToConfirmACopyOfAnEditionThanToSendIt() {
    Ask ask = Ask.resource(PublishedCatalogue.CHINESE_ONLY).lang("zh");

    assertThat(reader.readsOf(ask.ifNoneMatch(reader.ask(ask).tag())))
        .isEqualTo(reader.readsOf(ask));
  }

  @Test
  void shouldTakeOneWeakReadForAListHoweverItIsFiltered() {
    assertThat(reader.readsOf(Ask.list().lang("ru"))).containsExactly(GLANCE);
    assertThat(reader.readsOf(Ask.list().lang("zh").with("theme", "law").with("year", "2014")))
        .containsExactly(GLANCE);
    assertThat(reader.readsOf(Ask.list().acceptLanguage("zh-TW, fr;q=0.5").with("limit", "3")))
        .containsExactly(GLANCE);
  }

  @Test
  void shouldTakeOneWeakReadForLabels() {
    assertThat(reader.readsOf(Ask.vocabulary().lang("es"))).containsExactly(GLANCE);
    assertThat(reader.readsOf(Ask.languageServices().lang("es"))).containsExactly(GLANCE);
  }

  @Test
  void shouldTakeOneStrongReadForAnEditionThatExists() {
    List<Read> reads = reader.readsOf(Ask.resource(PublishedCatalogue.CHINESE_ONLY).lang("zh"));

    assertThat(reads)
        .containsExactly(
            new Read("GetItem", true, List.of("public#resource#street-notes edition#zh")));
  }

  @Test
  void shouldTakeOneStrongReadMoreForTheTitlesOfRelatedPublications() {
    List<Read> reads = reader.readsOf(Ask.resource(PublishedCatalogue.ALL_FIVE).lang("zh"));

    assertThat(reads)
        .containsExactly(
            new Read("GetItem", true, List.of("public#resource#statement-2014 edition#zh")),
            new Read("GetItem", true, List.of("public#resource#statement-2012 facts")));
  }

  @Test
  void shouldLookAtTheOverviewOnlyWhenTheEditionIsNotThere() {
    List<Read> reads = reader.readsOf(Ask.resource(PublishedCatalogue.CHINESE_ONLY).lang("fr"));

    assertThat(reads)
        .containsExactly(
            new Read("GetItem", true, List.of("public#resource#street-notes edition#fr")),
            new Read("GetItem", true, List.of("public#resource#street-notes facts")),
            new Read("GetItem", true, List.of("public#resource#street-notes edition#zh")));
  }

  @Test
  void shouldTakeOneStrongReadForTheEditions() {
    assertThat(reader.readsOf(Ask.editions(PublishedCatalogue.ALL_FIVE)))
        .containsExactly(
            new Read("GetItem", true, List.of("public#resource#statement-2014 facts")));
  }

  @Test
  void shouldReadNothingForAnIdOrAParameterThatCannotBe() {
    assertThat(reader.readsOf(Ask.resource("NOT AN ID").lang("fr"))).isEmpty();
    assertThat(reader.readsOf(Ask.editions("NOT AN ID").lang("fr"))).isEmpty();
    assertThat(reader.readsOf(Ask.vocabulary().lang("not a tag"))).isEmpty();
    assertThat(reader.readsOf(Ask.resource("some-id").with("fallback", "x"))).isEmpty();
  }

  @Test
  void shouldReadOnlyWhatIsNewWhenSomethingWasPublished(Catalogues.Tables tables) {
    PublishedCatalogue catalogue = tables.full();
    Reader warm = catalogue.reader();
    warm.ask(Ask.list().lang("fr").with("fallback", "none"));
    catalogue.publisher().publish(Samples.service("new-service", "New"));

    List<Read> reads = warm.readsOf(Ask.list().lang("fr").with("fallback", "none"));

    assertThat(reads)
        .containsExactly(
            GLANCE,
            new Read("Query", true, List.of("public#feed#fr")),
            new Read("GetItem", true, List.of("public#head -")));
  }
}
