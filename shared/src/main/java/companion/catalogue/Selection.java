package companion.catalogue;

import companion.language.Choice;
import companion.language.Negotiation;
import companion.language.Preference;
import companion.resource.EditionSummary;
import companion.resource.RenditionKind;
import companion.resource.ResourceEntry;
import companion.resource.ResourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The resources that fit a query, newest first, each with the language to show it in.
 *
 * @param facets counts by facet and value: of what would be listed if that facet's own filter were
 *     left out
 */
public record Selection(List<Chosen> chosen, Map<Facet, Map<String, Integer>> facets) {
  /** What lists can be narrowed by. */
  public enum Facet {
    TYPE("type"),
    THEME("theme"),
    REGION("region"),
    YEAR("year");

    private final String code;

    Facet(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** A resource and the language to show it in. */
  public record Chosen(ResourceEntry entry, Choice.Served choice) {}

  static Selection of(Shelf shelf, ResourceQuery query, Negotiation negotiation) {
    Preference preference = negotiation.prefer(query.asked(), query.fallback());
    List<Chosen> chosen = new ArrayList<>();
    Map<Facet, Map<String, Integer>> facets = new TreeMap<>();
    for (Facet facet : Facet.values()) {
      facets.put(facet, new TreeMap<>());
    }
    for (ResourceEntry entry : shelf.resources(query.base())) {
      if (!(preference.choose(entry.available()) instanceof Choice.Served served)
          || !isLightEnough(entry, served, query)) {
        continue;
      }
      boolean type = fits(query.types(), List.of(entry.type()));
      boolean theme = fits(query.themes(), entry.themes());
      boolean region = fits(query.regions(), entry.regions());
      boolean year = fits(query.years(), List.of((long) entry.date().getYear()));
      if (theme && region && year) {
        count(facets, Facet.TYPE, List.of(entry.type()));
      }
      if (type && region && year) {
        count(facets, Facet.THEME, entry.themes());
      }
      if (type && theme && year) {
        count(facets, Facet.REGION, entry.regions());
      }
      if (type && theme && region) {
        count(facets, Facet.YEAR, List.of(Integer.toString(entry.date().getYear())));
      }
      if (type && theme && region && year) {
        chosen.add(new Chosen(entry, served));
      }
    }
    return new Selection(Collections.unmodifiableList(chosen), facets);
  }

  private static <T> boolean fits(Set<T> wanted, List<T> values) {
    return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
  }

  private static boolean isLightEnough(
      ResourceEntry entry, Choice.Served served, ResourceQuery query) {
    if (query.rendition().isEmpty() && query.mostBytes().isEmpty()) {
      return true;
    }
    long most = query.mostBytes().orElse(Long.MAX_VALUE);
    for (EditionSummary edition : entry.editions()) {
      if (edition.language().equals(served.language())) {
        for (Map.Entry<RenditionKind, Long> rendition : edition.bytes().entrySet()) {
          if (query.rendition().map(rendition.getKey()::equals).orElse(true)
              && rendition.getValue() <= most) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void count(
      Map<Facet, Map<String, Integer>> facets, Facet facet, List<String> values) {
    Map<String, Integer> counts = facets.getOrDefault(facet, Map.of());
    for (String value : values) {
      counts.merge(value, 1, Integer::sum);
    }
  }

  /**
   * The page after a position.
   *
   * @param after the last resource of the page before; need not exist any more
   */
  public Page page(Optional<Position> after, int limit) {
    int from = after.map(this::firstAfter).orElse(0);
    int to = Math.min(chosen.size(), from + limit);
    return new Page(chosen.subList(from, to), to < chosen.size());
  }

  /**
   * A part of a selection.
   *
   * @param more whether anything comes after it
   */
  public record Page(List<Chosen> chosen, boolean more) {}

  /** A place in the order of lists. */
  public record Position(LocalDate date, ResourceId id) {
    public static Position of(ResourceEntry entry) {
      return new Position(entry.date(), entry.id());
    }

    private boolean isBefore(ResourceEntry entry) {
      int days = date.compareTo(entry.date());
      return days > 0 || (days == 0 && id.compareTo(entry.id()) < 0);
    }
  }

  private int firstAfter(Position position) {
    int low = 0;
    int high = chosen.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (position.isBefore(chosen.get(middle).entry())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
