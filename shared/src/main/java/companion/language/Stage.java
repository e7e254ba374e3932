package companion.language;

import companion.language.Choice.Served;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Languages of one standing for a reader.
 *
 * @param known those that can be told beforehand, the best first
 * @param settled those that are among the known, or else do not belong here
 * @param others how a language that is not settled would match; empty where it would not
 */
record Stage(
    List<Served> known, Set<LanguageTag> settled, Function<LanguageTag, Optional<Match>> others) {
  /** These languages, the best first, and no others. */
  static Stage of(List<Served> known) {
    return new Stage(known, Set.of(), tag -> Optional.empty());
  }

  /** Every language that matches: these first in their order, then the others by alphabet. */
  static Stage of(Set<LanguageTag> order, Function<LanguageTag, Optional<Match>> matching) {
    List<Served> known =
        order.stream()
            .flatMap(tag -> matching.apply(tag).map(match -> new Served(tag, match)).stream())
            .toList();
    return new Stage(known, order, matching);
  }

  Optional<Served> choose(Set<LanguageTag> available) {
    for (Served served : known) {
      if (available.contains(served.language())) {
        return Optional.of(served);
      }
    }
    Optional<Served> chosen = Optional.empty();
    for (LanguageTag tag : available) {
      Optional<Match> match = settled.contains(tag) ? Optional.empty() : others.apply(tag);
      if (match.isPresent()
          && (chosen.isEmpty() || tag.value().compareTo(chosen.get().language().value()) < 0)) {
        chosen = Optional.of(new Served(tag, match.get()));
      }
    }
    return chosen;
  }
}
