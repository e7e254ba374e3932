package companion.resource;

import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import java.util.List;
import java.util.SortedMap;

/**
 * One edition with all that its reader is told: a single item, so that a detail is a single read.
 *
 * @param version of the resource
 * @param editions of the resource, this one among them
 * @param inverses that this audience may know of
 * @param withdrawnEditions languages that were there and are no more, with the reason's code
 */
public record EditionPage(
    long version,
    ResourceFacts facts,
    Edition edition,
    List<EditionSummary> editions,
    List<InverseRelation> inverses,
    SortedMap<LanguageTag, String> withdrawnEditions) {
  static EditionPage of(Live resource, Edition edition) {
    return new EditionPage(
        resource.version(),
        resource.facts(),
        edition,
        EditionSummary.all(resource),
        resource.inversesToShow(),
        resource.withdrawnEditions());
  }

  public TranslationStatus status() {
    return editions.stream()
        .filter(summary -> summary.language().equals(edition.language()))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
