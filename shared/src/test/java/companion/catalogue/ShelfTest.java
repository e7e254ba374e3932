package companion.catalogue;

import static companion.catalogue.Entries.ALL;
import static companion.catalogue.Entries.EN;
import static companion.catalogue.Entries.FR;
import static companion.catalogue.Entries.NEGOTIATION;
import static companion.catalogue.Entries.edition;
import static companion.catalogue.Entries.entry;
import static companion.catalogue.Entries.resources;
import static companion.catalogue.Entries.shelf;
import static companion.catalogue.Entries.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.feed.Replica;
import companion.languageservice.LanguageService;
import companion.resource.ResourceEntry;
import companion.resource.ResourceId;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShelfTest {
  private static final ResourceId ONE = new ResourceId("one");

  private static ResourceEntry version(long version) {
    return entry(
        version,
        "one",
        "2020-01-01",
        "manual",
        List.of(),
        List.of(),
        List.of(edition(EN, Map.of())));
  }

  private static Shelf shelfOf(
      Replica.Snapshot<CatalogueEntry> ofPublic, Replica.Snapshot<CatalogueEntry> ofMembers) {
    return new Shelf(Map.of(Audience.PUBLIC, ofPublic, Audience.MEMBER, ofMembers), NEGOTIATION);
  }

  @Test
  void shouldHoldTheResourcesOfEveryAudience() {
    Shelf shelf =
        shelfOf(
            resources(List.of(entry("for-all", "2020-01-01"))),
            resources(List.of(entry("for-members", "2020-01-02"))));

    assertThat(shelf.resources(EN))
        .extracting(resource -> resource.id().value())
        .containsExactly("for-members", "for-all");
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLIC", "MEMBER"})
  void shouldTakeTheLaterVersionOfWhatIsOnItsWayBetweenAudiences(Audience later) {
    Shelf shelf =
        shelfOf(
            resources(List.of(version(later == Audience.PUBLIC ? 2 : 1))),
            resources(List.of(version(later == Audience.MEMBER ? 2 : 1))));

    assertThat(shelf.resource(EN, ONE).map(ResourceEntry::version)).contains(2L);
  }

  @Test
  void shouldListOnceWhatIsOnItsWayBetweenAudiences() {
    Shelf shelf = shelfOf(resources(List.of(version(1))), resources(List.of(version(2))));

    assertThat(shelf.resources(EN)).hasSize(1);
  }

  @Test
  void shouldHaveNothingInALanguageThatIsNotLoaded() {
    assertThat(shelf(version(1)).resources(FR)).isEmpty();
  }

  @Test
  void shouldSayWhichLanguagesItHolds() {
    assertThat(shelf(version(1)).holds(Set.of(EN, FR))).isFalse();
  }

  @Test
  void shouldRememberWhatWasSelected() {
    Shelf shelf = shelf(version(1));

    assertThat(shelf.select(ALL)).isSameAs(shelf.select(ALL));
  }

  @Test
  void shouldChangeItsStateWithEveryPublication() {
    Shelf before = new Shelf(Map.of(Audience.PUBLIC, snapshot(1, EN, List.of())), NEGOTIATION);
    Shelf after = new Shelf(Map.of(Audience.PUBLIC, snapshot(2, EN, List.of())), NEGOTIATION);

    assertThat(after.state()).isNotEqualTo(before.state());
  }

  @Test
  void shouldGiveTheVocabularyOfWhateverAudienceHasIt() {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of(new Term("manual", Map.of(EN, "Manual"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(
            shelfOf(
                    snapshot(1, EN, List.of(new CatalogueEntry.OfVocabulary(vocabulary))),
                    snapshot(1, EN, List.of()))
                .vocabulary(EN))
        .isEqualTo(vocabulary);
  }

  @Test
  void shouldHaveAnEmptyVocabularyBeforeOneWasPublished() {
    assertThat(shelf(version(1)).vocabulary(EN)).isEqualTo(Vocabulary.EMPTY);
  }

  private static CatalogueEntry service(String id, String name) {
    return new CatalogueEntry.OfLanguageService(
        new LanguageService(
            id,
            name,
            "translation",
            List.of(EN),
            "free",
            "offline",
            URI.create("https://service.example/"),
            Map.of()));
  }

  @Test
  void shouldListLanguageServicesByNameThenId() {
    Shelf shelf =
        new Shelf(
            Map.of(
                Audience.PUBLIC,
                snapshot(
                    1,
                    EN,
                    List.of(service("c", "Alpha"), service("a", "Beta"), service("b", "Alpha")))),
            NEGOTIATION);

    assertThat(shelf.languageServices(EN))
        .extracting(LanguageService::id)
        .containsExactly("b", "c", "a");
  }
}
