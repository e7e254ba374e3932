package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What is known of a resource whatever the language. */
public sealed interface ResourceOverview {
  /** Rises with every publication that touches the resource. */
  long version();

  /**
   * There are editions to read.
   *
   * @param withdrawnEditions languages that were there and are no more, with the reason's code
   */
  record Available(
      long version,
      Audience audience,
      LanguageTag original,
      List<Line> editions,
      SortedMap<LanguageTag, String> withdrawnEditions)
      implements ResourceOverview {
    static Available of(Live resource) {
      return new Available(
          resource.version(),
          resource.audience(),
          resource.facts().original(),
          resource.editions().values().stream()
              .map(
                  edition ->
                      new Line(
                          edition.language(),
                          edition.title(),
                          edition.revision(),
                          resource.status(edition),
                          edition.correction(),
                          edition.renditions()))
              .toList(),
          resource.withdrawnEditions());
    }
  }

  /**
   * Taken back, or no longer for this audience.
   *
   * @param reason a code of the vocabulary
   */
  record Gone(long version, String reason) implements ResourceOverview {}

  /** An edition without its text. */
  record Line(
      LanguageTag language,
      String title,
      int revision,
      TranslationStatus status,
      Optional<Correction> correction,
      List<Rendition> renditions) {}
}
