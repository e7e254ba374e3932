package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import companion.function.resources.WatchedDynamoDb.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a function knows that starts from a snapshot taken after its rehearsal. */
@ExtendWith(Catalogues.class)
class RehearsalIT {
  private static final List<Ask> LISTS =
      List.of("en", "es", "fr", "ru", "zh").stream()
          .map(language -> Ask.list().lang(language))
          .toList();

  @Test
  void shouldHaveTheWholeCatalogueInTheSnapshot(PublishedCatalogue catalogue) {
    Reader reader = catalogue.reader();

    reader.rehearse();

    for (Ask list : LISTS) {
      assertThat(reader.readsOf(list))
          .containsExactly(new Read("GetItem", false, List.of("public#head -")));
    }
  }

  @Test
  void shouldRehearseEveryKindOfRead(PublishedCatalogue catalogue) {
    assertThat(catalogue.reader().readsOfRehearsal())
        .extracting(Read::operation)
        .contains("GetItem", "Query");
  }

  @Test
  void shouldServeWhatWasPublishedAndWithdrawnSinceTheSnapshot(Catalogues.Tables tables) {
    PublishedCatalogue catalogue = tables.full();
    Reader restored = catalogue.reader();
    restored.rehearse();
    catalogue.publisher().withdraw(PublishedCatalogue.LONG, "endangers-people");

    for (Ask list : LISTS) {
      assertThat(restored.ask(list.with("limit", "100")).text())
          .isEqualTo(catalogue.reader().ask(list.with("limit", "100")).text())
          .doesNotContain('"' + PublishedCatalogue.LONG + '"');
    }
  }

  @Test
  void shouldRehearseBeforeAnythingWasPublished(Catalogues.Tables tables) {
    PublishedCatalogue catalogue = tables.empty();
    Reader reader = catalogue.reader();
    reader.rehearse();
    catalogue.publisher().publish(Samples.vocabulary());

    assertThat(reader.ask(Ask.vocabulary().lang("fr")).text())
        .isEqualTo(catalogue.reader().ask(Ask.vocabulary().lang("fr")).text());
  }
}
