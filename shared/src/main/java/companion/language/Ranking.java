package companion.language;

import companion.language.Choice.Served;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out in which order the languages come for one reader. */
final class Ranking {
  private final WorkingLanguages languages;
  private final Lookup lookup;
  private final Fallback fallback;
  private final List<LanguageRange> wanted;
  private final Refusals refusals;

  /** The Chinese scripts that the reader names or implies. */
  private final Set<String> scripts;

  private Ranking(
      WorkingLanguages languages,
      Lookup lookup,
      Fallback fallback,
      List<LanguageRange> wanted,
      Refusals refusals,
      Set<String> scripts) {
    this.languages = languages;
    this.lookup = lookup;
    this.fallback = fallback;
    this.wanted = wanted;
    this.refusals = refusals;
    this.scripts = scripts;
  }

  static Ranking of(LanguagePriorityList asked, Fallback fallback, WorkingLanguages languages) {
    Lookup lookup = new Lookup(languages);
    List<LanguageRange> wanted =
        asked.ranges().stream().filter(range -> !range.isRefusal()).toList();
    Refusals refusals = Refusals.of(asked, languages, lookup);
    Set<String> scripts =
        wanted.stream()
            .flatMap(range -> lookup.script(range.value()).stream())
            .collect(Collectors.toSet());
    return new Ranking(languages, lookup, fallback, wanted, refusals, scripts);
  }

  /** Stages to be tried one after the other. */
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>(asked());
    if (fallback == Fallback.CHAIN) {
      stages.add(
          Stage.of(
              fallbacks(wanted),
              tag -> refusals.contains(tag) ? Optional.empty() : Optional.of(Match.FALLBACK)));
      // last of all what the reader refused: it is told, and better than nothing
      stages.add(Stage.of(fallbacks(wanted), tag -> Optional.of(Match.FALLBACK)));
    }
    return stages;
  }

  private List<Stage> asked() {
    if (wanted.isEmpty()) {
      return List.of(Stage.of(served(Set.of(languages.first()), Match.DEFAULT)));
    }
    List<Stage> stages = new ArrayList<>();
    List<Served> known = new ArrayList<>();
    for (int at = 0; at < wanted.size(); at++) {
      if (wanted.get(at).isWildcard()) {
        stages.add(Stage.of(known));
        stages.add(anything(at));
        known = new ArrayList<>();
      } else {
        known.addAll(
            served(lookup.matches(wanted.get(at)), at == 0 ? Match.ASKED : Match.ALTERNATIVE));
      }
    }
    stages.add(Stage.of(known));
    return stages;
  }

  private List<Served> served(Set<LanguageTag> tags, Match match) {
    return tags.stream()
        .filter(tag -> !refusals.contains(tag))
        .map(tag -> new Served(tag, match))
        .toList();
  }

  /** What "*" at this place takes: all but what is wanted less than "*" and has its own turn. */
  private Stage anything(int wildcard) {
    Set<LanguageTag> later = new HashSet<>();
    for (LanguageRange range : wanted) {
      if (range.thousandths() < wanted.get(wildcard).thousandths()) {
        later.addAll(lookup.matches(range));
      }
    }
    return Stage.of(
        fallbacks(wanted.subList(0, wildcard)),
        tag -> later.contains(tag) ? Optional.empty() : asAny(tag));
  }

  private Optional<Match> asAny(LanguageTag tag) {
    if (refusals.contains(tag)) {
      return Optional.empty();
    }
    if (isInOtherScript(tag)) {
      return fallback == Fallback.CHAIN ? Optional.of(Match.FALLBACK) : Optional.empty();
    }
    return Optional.of(wanted.size() == 1 ? Match.DEFAULT : Match.ALTERNATIVE);
  }

  /** "*" after zh-TW is no request for Hans: who reads both lists both. */
  private boolean isInOtherScript(LanguageTag tag) {
    return !scripts.isEmpty()
        && lookup.script(tag.value()).filter(script -> !scripts.contains(script)).isPresent();
  }

  /** Every working language, in the order of the chains of these ranges. */
  private Set<LanguageTag> fallbacks(List<LanguageRange> ranges) {
    Set<LanguageTag> tags = new LinkedHashSet<>();
    for (LanguageRange range : ranges) {
      tags.addAll(lookup.chain(range));
    }
    if (ranges.stream().allMatch(LanguageRange::isWildcard)) {
      tags.add(languages.first());
    }
    tags.addAll(languages.chain("*").orElse(List.of()));
    tags.addAll(languages.tags());
    return tags;
  }
}
