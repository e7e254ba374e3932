package companion.language;

import static org.assertj.core.api.Assertions.assertThat;

import companion.language.Choice.Served;
import companion.language.Choice.Unavailable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NegotiationPropertyTest {
  private static final WorkingLanguages LANGUAGES = WorkingLanguages.shipped();
  private static final int RUNS = 4_000;

  private final Negotiation negotiation = new Negotiation(LANGUAGES);

  @Test
  void shouldServeOnlyWhatIsAvailable() {
    Property.holds(
        RUNS,
        random -> {
          LanguagePriorityList asked = random.list();
          Set<LanguageTag> available = random.available();
          switch (negotiation.choose(asked, available, random.fallback())) {
            case Served served ->
                assertThat(available).as(asked.canonical()).contains(served.language());
            case Unavailable() -> {}
          }
        });
  }

  @Test
  void shouldServeSomethingUnderAChainExactlyWhenAnythingExists() {
    Property.holds(
        RUNS,
        random -> {
          LanguagePriorityList asked = random.list();
          Set<LanguageTag> available = random.available();
          assertThat(negotiation.choose(asked, available, Fallback.CHAIN) instanceof Served)
              .as("%s of %s", asked.canonical(), available)
              .isEqualTo(!available.isEmpty());
        });
  }

  @Test
  void shouldServeNoFallbackWhereNoneIsWanted() {
    Property.holds(
        RUNS,
        random -> {
          LanguagePriorityList asked = random.list();
          Set<LanguageTag> available = random.available();
          assertThat(match(negotiation.choose(asked, available, Fallback.NONE)))
              .as("%s of %s", asked.canonical(), available)
              .isNotEqualTo(Optional.of(Match.FALLBACK));
        });
  }

  @Test
  void shouldServeWhatWasAskedForWhateverElseIsAvailable() {
    Property.holds(
        RUNS,
        random -> {
          Preference preference = negotiation.prefer(random.list(), random.fallback());
          Set<LanguageTag> available = random.available();
          if (match(preference.choose(available)).equals(Optional.of(Match.ASKED))) {
            Set<LanguageTag> more = new LinkedHashSet<>(random.available());
            more.addAll(available);
            assertThat(match(preference.choose(more))).contains(Match.ASKED);
          }
        });
  }

  @Test
  void shouldNotDependOnTheOrderOfTheAvailableLanguages() {
    Property.holds(
        RUNS,
        random -> {
          Preference preference = negotiation.prefer(random.list(), random.fallback());
          Set<LanguageTag> available = random.available();
          assertThat(
                  preference.choose(new LinkedHashSet<>(random.shuffled(List.copyOf(available)))))
              .isEqualTo(preference.choose(available));
        });
  }

  @Test
  void shouldNeverServeSimplifiedAsAskedToAReaderWhoListsTraditionalOnly() {
    List<String> pool = new ArrayList<>(RandomLanguages.TRADITIONAL);
    pool.addAll(RandomLanguages.OTHERS);
    pool.addAll(List.of("*", "*", "*"));
    Property.holds(
        RUNS,
        random -> {
          List<LanguageRange> ranges = new ArrayList<>(random.listOf(pool).ranges());
          ranges.add(new LanguageRange(random.oneOf(RandomLanguages.TRADITIONAL), 900));
          LanguagePriorityList asked = new LanguagePriorityList(ranges);
          Choice choice = negotiation.choose(asked, random.available(), random.fallback());
          if (choice instanceof Served(LanguageTag language, Match match)
              && language.value().equals("zh")) {
            assertThat(match).as(asked.canonical()).isEqualTo(Match.FALLBACK);
          }
        });
  }

  @Test
  void shouldAnswerListsOfTheSameCanonicalTextAlike() {
    List<Set<LanguageTag>> subsets = subsets(LANGUAGES.tags());
    List<String> pool = List.of("en", "fr-CA", "fr", "zh", "zh-TW", "*");
    Property.holds(
        RUNS,
        random -> {
          LanguagePriorityList asked = random.listOf(pool);
          LanguagePriorityList twin = random.reweighted(asked);
          if (twin.canonical().equals(asked.canonical())) {
            assertThat(choices(twin, subsets))
                .as("%s and %s", asked, twin)
                .isEqualTo(choices(asked, subsets));
          }
        });
  }

  private List<Choice> choices(LanguagePriorityList asked, List<Set<LanguageTag>> subsets) {
    return Stream.of(Fallback.values())
        .map(fallback -> negotiation.prefer(asked, fallback))
        .flatMap(preference -> subsets.stream().map(preference::choose))
        .toList();
  }

  /** Lookup as RFC 4647, section 3.4, tells it, for lists that ask for nothing else. */
  @Test
  void shouldAgreeWithPlainLookupWhereNothingIsSpecial() {
    Property.holds(
        RUNS,
        random -> {
          LanguagePriorityList asked = random.listOf(RandomLanguages.OTHERS);
          Set<LanguageTag> available = random.available();
          if (asked.ranges().isEmpty()
              || asked.ranges().stream().anyMatch(LanguageRange::isRefusal)) {
            return;
          }
          Optional<LanguageTag> expected =
              asked.ranges().stream()
                  .flatMap(range -> plainLookup(range.value(), available).stream())
                  .findFirst();
          Choice choice = negotiation.choose(asked, available, Fallback.NONE);
          assertThat(
                  choice instanceof Served served
                      ? Optional.of(served.language())
                      : Optional.empty())
              .as("%s of %s", asked.canonical(), available)
              .isEqualTo(expected);
        });
  }

  private static Optional<LanguageTag> plainLookup(String range, Set<LanguageTag> available) {
    List<String> subtags = new ArrayList<>(List.of(range.split("-", -1)));
    while (!subtags.isEmpty()) {
      String tag = String.join("-", subtags);
      if (available.stream().anyMatch(each -> each.value().equals(tag))) {
        return LanguageTag.parse(tag);
      }
      subtags.removeLast();
      while (!subtags.isEmpty() && subtags.getLast().length() == 1) {
        subtags.removeLast();
      }
    }
    return Optional.empty();
  }

  private static Optional<Match> match(Choice choice) {
    return switch (choice) {
      case Served served -> Optional.of(served.match());
      case Unavailable() -> Optional.empty();
    };
  }

  private static List<Set<LanguageTag>> subsets(List<LanguageTag> tags) {
    List<Set<LanguageTag>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << tags.size(); bits++) {
      Set<LanguageTag> subset = new LinkedHashSet<>();
      for (int at = 0; at < tags.size(); at++) {
        if ((bits >> at & 1) == 1) {
          subset.add(tags.get(at));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }
}
