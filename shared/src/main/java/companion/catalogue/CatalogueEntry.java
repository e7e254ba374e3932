package companion.catalogue;

import companion.feed.FeedEntry;
import companion.languageservice.LanguageService;
import companion.languageservice.LanguageServiceItem;
import companion.languageservice.LanguageServicePublishing;
import companion.resource.ResourceEntry;
import companion.resource.ResourceEntryItem;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.VocabularyItem;
import companion.vocabulary.VocabularyPublishing;
import java.util.Optional;

/** What a feed entry becomes in memory. */
sealed interface CatalogueEntry {
  record OfResource(ResourceEntry resource) implements CatalogueEntry {}

  record OfVocabulary(Vocabulary vocabulary) implements CatalogueEntry {}

  record OfLanguageService(LanguageService service) implements CatalogueEntry {}

  /** Empty for kinds that other functions serve. */
  static Optional<CatalogueEntry> read(FeedEntry entry, FeedEntry.Content.Present content) {
    return switch (entry.thing().kind()) {
      case ResourceEntry.KIND ->
          Optional.of(
              new OfResource(
                  ResourceEntryItem.read(entry.thing(), entry.version(), content.body())));
      case VocabularyPublishing.KIND ->
          Optional.of(new OfVocabulary(VocabularyItem.read(content.body())));
      case LanguageServicePublishing.KIND ->
          Optional.of(new OfLanguageService(LanguageServiceItem.read(content.body())));
      default -> Optional.empty();
    };
  }
}
