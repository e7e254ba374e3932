package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A resource as one language's feed has it: in that language, or in the one that its fallback chain
 * leads to.
 *
 * @param version of the resource
 * @param language in which title, summary and renditions are
 * @param renditions of that edition
 * @param editions all there are
 * @param available their languages
 * @param inverses that this audience may know of
 */
public record ResourceEntry(
    ResourceId id,
    long version,
    Audience audience,
    String type,
    List<String> themes,
    List<String> regions,
    LocalDate date,
    Optional<LocalDate> reviewBy,
    List<Relation> relations,
    List<InverseRelation> inverses,
    LanguageTag language,
    String title,
    String summary,
    List<Rendition> renditions,
    List<EditionSummary> editions,
    Set<LanguageTag> available) {
  /** The kind of these things in feeds. */
  public static final String KIND = "resource";

  static ResourceEntry of(Live resource, Edition served) {
    ResourceFacts facts = resource.facts();
    List<EditionSummary> editions = EditionSummary.all(resource);
    return new ResourceEntry(
        resource.id(),
        resource.version(),
        facts.audience(),
        facts.type(),
        facts.themes(),
        facts.regions(),
        facts.date(),
        facts.reviewBy(),
        facts.relations(),
        resource.inversesToShow(),
        served.language(),
        served.title(),
        served.summary(),
        served.renditions(),
        editions,
        languages(editions));
  }

  static Set<LanguageTag> languages(List<EditionSummary> editions) {
    return editions.stream().map(EditionSummary::language).collect(Collectors.toUnmodifiableSet());
  }
}
