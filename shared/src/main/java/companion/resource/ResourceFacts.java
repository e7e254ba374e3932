package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What all editions of a resource share.
 *
 * @param type a code of the vocabulary
 * @param themes codes of the vocabulary
 * @param regions codes of the vocabulary; none means international
 * @param date of publication by the network
 * @param original the language that the others are translated from
 * @param relations at most {@value #MOST_RELATIONS}: each changes another resource in the same
 *     transaction
 * @param reviewBy when its authors mean to look at it again
 */
public record ResourceFacts(
    String type,
    List<String> themes,
    List<String> regions,
    LocalDate date,
    Audience audience,
    LanguageTag original,
    List<Relation> relations,
    Optional<LocalDate> reviewBy) {
  static final int MOST_RELATIONS = 3;

  public ResourceFacts {
    themes = List.copyOf(themes);
    regions = List.copyOf(regions);
    relations = List.copyOf(relations);
    if (relations.size() > MOST_RELATIONS) {
      throw new IllegalArgumentException("at most " + MOST_RELATIONS + " relations");
    }
    if (new HashSet<>(relations).size() < relations.size()
        || new HashSet<>(themes).size() < themes.size()
        || new HashSet<>(regions).size() < regions.size()) {
      throw new IllegalArgumentException("a theme, region or relation is there twice");
    }
  }
}
