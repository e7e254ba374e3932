package companion.catalogue;

import companion.feed.Audience;
import companion.feed.Replica;
import companion.feed.Thing;
import companion.language.Fallback;
import companion.language.LanguagePriorityList;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import companion.resource.EditionSummary;
import companion.resource.RenditionKind;
import companion.resource.ResourceEntry;
import companion.resource.ResourceId;
import companion.resource.TranslationStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Entries, shelves and queries for tests. */
final class Entries {
  static final LanguageTag EN = LanguageTag.of("en");
  static final LanguageTag FR = LanguageTag.of("fr");
  static final LanguageTag ZH = LanguageTag.of("zh");
  static final Negotiation NEGOTIATION = new Negotiation(WorkingLanguages.shipped());

  static final ResourceQuery ALL =
      new ResourceQuery(
          EN,
          asked("en"),
          Fallback.CHAIN,
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          OptionalLong.empty());

  private Entries() {}

  static LanguagePriorityList asked(String languages) {
    return LanguagePriorityList.fromParameter(languages).orElseThrow();
  }

  static EditionSummary edition(LanguageTag language, Map<RenditionKind, Long> bytes) {
    return new EditionSummary(language, 1, TranslationStatus.ORIGINAL, bytes);
  }

  static ResourceEntry entry(String id, String date) {
    return entry(id, date, "manual", List.of(), List.of(), edition(EN, Map.of()));
  }

  static ResourceEntry entry(
      String id,
      String date,
      String type,
      List<String> themes,
      List<String> regions,
      EditionSummary... editions) {
    return entry(1, id, date, type, themes, regions, List.of(editions));
  }

  static ResourceEntry entry(
      long version,
      String id,
      String date,
      String type,
      List<String> themes,
      List<String> regions,
      List<EditionSummary> editions) {
    return new ResourceEntry(
        new ResourceId(id),
        version,
        Audience.PUBLIC,
        type,
        themes,
        regions,
        LocalDate.parse(date),
        Optional.empty(),
        List.of(),
        List.of(),
        editions.getFirst().language(),
        "Title of " + id,
        "",
        List.of(),
        editions,
        editions.stream().map(EditionSummary::language).collect(Collectors.toSet()));
  }

  static Replica.Snapshot<CatalogueEntry> snapshot(
      long sealed, LanguageTag language, List<? extends CatalogueEntry> entries) {
    Map<Thing, CatalogueEntry> feed = new HashMap<>();
    for (CatalogueEntry entry : entries) {
      feed.put(thing(entry), entry);
    }
    return new Replica.Snapshot<>("epoch", sealed, Map.of(language, feed));
  }

  private static Thing thing(CatalogueEntry entry) {
    return switch (entry) {
      case CatalogueEntry.OfResource(var resource) -> new Thing("resource", resource.id().value());
      case CatalogueEntry.OfVocabulary _ -> new Thing("vocabulary", "terms");
      case CatalogueEntry.OfLanguageService(var service) ->
          new Thing("language-service", service.id());
    };
  }

  static Replica.Snapshot<CatalogueEntry> resources(List<ResourceEntry> entries) {
    return snapshot(1, EN, entries.stream().map(CatalogueEntry.OfResource::new).toList());
  }

  static Shelf shelf(ResourceEntry... entries) {
    return shelf(List.of(entries));
  }

  static Shelf shelf(List<ResourceEntry> entries) {
    return new Shelf(Map.of(Audience.PUBLIC, resources(entries)), NEGOTIATION);
  }
}
