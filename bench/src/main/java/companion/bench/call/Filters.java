package companion.bench.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Filters that readers may set, each another one, all with something to find in a large catalogue.
 */
public final class Filters {
  private static final List<String> THEMES = List.of("hiv", "media", "stigma", "privacy-safety");
  private static final int FIRST_YEAR = 2005;
  private static final int YEARS = 20;

  private Filters() {}

  /** The first of them: at most {@value #YEARS} times the themes. */
  public static List<Map<String, String>> some(int count) {
    List<Map<String, String>> filters = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      filters.add(
          Map.of(
              "theme", THEMES.get(number / YEARS),
              "year", Integer.toString(FIRST_YEAR + number % YEARS)));
    }
    return filters;
  }
}
