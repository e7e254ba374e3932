package companion.loader;

import java.util.List;

/** What became of loading. */
public sealed interface LoadResult {
  /** All is published as the folder has it. */
  record Loaded(Counts counts) implements LoadResult {}

  /** Nothing was published: the folder is at fault, or contradicts what is published. */
  record Refused(List<Problem> problems) implements LoadResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Some was published; the rest met something that only showed then. */
  record Incomplete(Counts counts, List<Problem> problems) implements LoadResult {
    public Incomplete {
      problems = List.copyOf(problems);
    }
  }

  /**
   * How much there was to do.
   *
   * @param terms of the vocabulary that were published; all or none
   * @param services language services that were published
   * @param servicesUnchanged language services that already were as in the folder
   * @param resources in the folder
   * @param published editions that are new, or whose resource changed
   * @param corrected editions
   * @param unchanged editions that already were as in the folder
   * @param withdrawn resources
   * @param withdrawnBefore resources that already were
   * @param uploaded files that the library did not have
   * @param present files that the library already had
   * @param left what is published and not in the folder: it stays as it is
   */
  record Counts(
      int terms,
      int services,
      int servicesUnchanged,
      int resources,
      int published,
      int corrected,
      int unchanged,
      int withdrawn,
      int withdrawnBefore,
      int uploaded,
      int present,
      List<String> left) {
    public Counts {
      left = List.copyOf(left);
    }

    /** Whether all was as the folder has it before. */
    public boolean changedNothing() {
      return terms + services + published + corrected + withdrawn + uploaded == 0;
    }
  }
}
