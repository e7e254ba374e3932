package companion.resource;

import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.feed.Thing;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.property.RandomTexts;
import companion.property.Seeds;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is written as an item is read back as it was. */
final class ItemRoundTripTest {
  private static final int RUNS = 300;
  private static final List<LanguageTag> LANGUAGES =
      List.of(LanguageTag.of("en"), LanguageTag.of("fr"), LanguageTag.of("zh-Hant"));
  private static final List<String> CODES = List.of("law", "health", "work");

  @Test
  void shouldReadTheRecordOfALiveResource() {
    Seeds.each(RUNS, random -> assertReadBack(record(random, live(random))));
  }

  @Test
  void shouldReadTheRecordOfAWithdrawnResource() {
    Seeds.each(
        RUNS,
        random ->
            assertReadBack(
                record(
                    random,
                    new Withdrawn(
                        id(random), version(random), oneOf(random, Audience.values()), "legal"))));
  }

  private static void assertReadBack(PublishedResourceItem record) {
    assertThat(PublishedResourceItem.read(record.resource().id(), record.write()))
        .isEqualTo(record);
  }

  @Test
  void shouldReadAPage() {
    Seeds.each(
        RUNS,
        random -> {
          Live resource = live(random);
          EditionPage page = EditionPage.of(resource, anyEdition(random, resource));
          assertThat(EditionPageItem.read(EditionPageItem.write(resource.id(), page)))
              .isEqualTo(page);
        });
  }

  @Test
  void shouldReadAnOverview() {
    Seeds.each(
        RUNS,
        random -> {
          Live resource = live(random);
          ResourceOverview overview = ResourceOverview.Available.of(resource);
          assertThat(
                  OverviewItem.read(
                      OverviewItem.write(resource.audience(), resource.id(), overview)))
              .isEqualTo(overview);
        });
  }

  @Test
  void shouldReadTheOverviewOfWhatIsGone() {
    Seeds.each(
        RUNS,
        random -> {
          ResourceOverview overview = new ResourceOverview.Gone(version(random), "legal");
          assertThat(OverviewItem.read(OverviewItem.write(Audience.MEMBER, id(random), overview)))
              .isEqualTo(overview);
        });
  }

  @Test
  void shouldReadTheIdOfAnOverview() {
    Seeds.each(
        RUNS,
        random -> {
          ResourceId id = id(random);
          assertThat(
                  OverviewItem.id(
                      OverviewItem.write(
                          Audience.BOARD, id, new ResourceOverview.Gone(1, "legal"))))
              .isEqualTo(id);
        });
  }

  @Test
  void shouldReadAnEntry() {
    Seeds.each(
        RUNS,
        random -> {
          Live resource = live(random);
          ResourceEntry entry = ResourceEntry.of(resource, anyEdition(random, resource));
          assertThat(
                  ResourceEntryItem.read(
                      new Thing(ResourceEntry.KIND, resource.id().value()),
                      resource.version(),
                      ResourceEntryItem.write(entry)))
              .isEqualTo(entry);
        });
  }

  private static PublishedResourceItem record(Random random, PublishedResource resource) {
    Map<Audience, Long> places = new EnumMap<>(Audience.class);
    some(random, List.of(Audience.values()))
        .forEach(audience -> places.put(audience, version(random)));
    return new PublishedResourceItem(
        resource, places, some(random, LANGUAGES), random.nextInt(1, 9));
  }

  private static Live live(Random random) {
    SortedMap<LanguageTag, Edition> editions = new TreeMap<>();
    SortedMap<LanguageTag, String> withdrawn = new TreeMap<>();
    for (LanguageTag language : LANGUAGES) {
      if (random.nextBoolean()) {
        editions.put(language, edition(random, language));
      } else if (random.nextBoolean()) {
        withdrawn.put(language, "legal");
      }
    }
    if (editions.isEmpty()) {
      editions.put(LANGUAGES.getLast(), edition(random, LANGUAGES.getLast()));
    }
    return new Live(
        id(random), version(random), facts(random), editions, inverses(random), withdrawn);
  }

  private static Edition anyEdition(Random random, Live resource) {
    List<Edition> editions = List.copyOf(resource.editions().values());
    return editions.get(random.nextInt(editions.size()));
  }

  private static ResourceFacts facts(Random random) {
    return new ResourceFacts(
        CODES.get(random.nextInt(3)),
        some(random, CODES),
        some(random, CODES),
        date(random),
        oneOf(random, Audience.values()),
        LANGUAGES.get(random.nextInt(3)),
        some(random, List.of(RelationKind.values())).stream()
            .map(kind -> new Relation(kind, id(random)))
            .toList(),
        maybe(random, date(random)));
  }

  private static Edition edition(Random random, LanguageTag language) {
    return new Edition(
        language,
        RandomTexts.filled(random, 20),
        RandomTexts.any(random, 100),
        some(random, List.of("A. B.", "ツバメ", RandomTexts.filled(random, 5))),
        1 + random.nextInt(9),
        random.nextBoolean()
            ? new Origin.Original()
            : new Origin.Translated(
                1 + random.nextInt(9), oneOf(random, TranslationMethod.values())),
        maybe(random, new Correction(date(random), RandomTexts.filled(random, 20))),
        some(random, List.of(RenditionKind.values())).stream()
            .map(
                kind ->
                    new Rendition(
                        kind,
                        "application/pdf",
                        1 + random.nextLong(Long.MAX_VALUE - 1),
                        Sha256.of(new byte[] {(byte) random.nextInt()}),
                        random.nextBoolean()
                            ? OptionalInt.of(random.nextInt(1_000))
                            : OptionalInt.empty()))
            .toList());
  }

  private static List<InverseRelation> inverses(Random random) {
    List<InverseRelation> inverses = new ArrayList<>();
    for (RelationKind kind : some(random, Arrays.asList(RelationKind.values()))) {
      inverses.add(new InverseRelation(kind, id(random), oneOf(random, Audience.values())));
    }
    return inverses;
  }

  private static ResourceId id(Random random) {
    return new ResourceId("id-" + random.nextInt(1_000));
  }

  private static long version(Random random) {
    return 1 + random.nextLong(1_000_000_000_000L);
  }

  private static LocalDate date(Random random) {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static <T> List<T> some(Random random, List<T> values) {
    return values.stream().filter(value -> random.nextBoolean()).toList();
  }
}
