package companion.loader;

import companion.loader.LoadResult.Counts;
import java.util.ArrayList;
import java.util.List;

/** Counts while loading goes on. */
final class Tally {
  int terms;
  int services;
  int servicesUnchanged;
  int published;
  int corrected;
  int unchanged;
  int withdrawn;
  int withdrawnBefore;
  int uploaded;
  int present;
  final List<String> left = new ArrayList<>();

  Counts counts(int resources) {
    return new Counts(
        terms,
        services,
        servicesUnchanged,
        resources,
        published,
        corrected,
        unchanged,
        withdrawn,
        withdrawnBefore,
        uploaded,
        present,
        left);
  }

  static String number(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
