package companion.catalogue;

import companion.language.Fallback;
import companion.language.LanguagePriorityList;
import companion.language.LanguageTag;
import companion.resource.RenditionKind;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a reader looks for. Within a filter any value fits; all filters must fit; an empty one fits
 * all.
 *
 * @param base whose feed is gone through
 * @param asked decides the language of each resource, with {@code fallback}
 * @param years of publication
 * @param rendition that the chosen edition must have
 * @param mostBytes that its smallest rendition, or that {@code rendition}, may have
 */
public record ResourceQuery(
    LanguageTag base,
    LanguagePriorityList asked,
    Fallback fallback,
    Set<String> types,
    Set<String> themes,
    Set<String> regions,
    Set<Long> years,
    Optional<RenditionKind> rendition,
    OptionalLong mostBytes) {
  public ResourceQuery {
    types = Set.copyOf(types);
    themes = Set.copyOf(themes);
    regions = Set.copyOf(regions);
    years = Set.copyOf(years);
  }

  /** A text that is equal for equal queries, and only for them. */
  public String canonical() {
    return String.join(
        "\n",
        base.value(),
        asked.canonical(),
        fallback.name(),
        sorted(types),
        sorted(themes),
        sorted(regions),
        sorted(years),
        rendition.map(RenditionKind::code).orElse(""),
        mostBytes.isPresent() ? Long.toString(mostBytes.getAsLong()) : "");
  }

  private static String sorted(Set<?> values) {
    return String.join(",", values.stream().map(Object::toString).sorted().toList());
  }
}
