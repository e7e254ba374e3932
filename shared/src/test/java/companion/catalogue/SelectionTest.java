package companion.catalogue;

import static companion.catalogue.Entries.ALL;
import static companion.catalogue.Entries.EN;
import static companion.catalogue.Entries.FR;
import static companion.catalogue.Entries.NEGOTIATION;
import static companion.catalogue.Entries.ZH;
import static companion.catalogue.Entries.asked;
import static companion.catalogue.Entries.edition;
import static companion.catalogue.Entries.entry;
import static companion.catalogue.Entries.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import companion.catalogue.Selection.Chosen;
import companion.catalogue.Selection.Facet;
import companion.catalogue.Selection.Position;
import companion.language.Choice;
import companion.language.Fallback;
import companion.language.LanguageTag;
import companion.property.Seeds;
import companion.resource.EditionSummary;
import companion.resource.RenditionKind;
import companion.resource.ResourceEntry;
import companion.resource.ResourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SelectionTest {
  private static final ResourceEntry LAW =
      entry(
          "law",
          "2020-05-01",
          "manual",
          List.of("law", "health"),
          List.of("africa"),
          edition(EN, Map.of(RenditionKind.PDF, 900L, RenditionKind.TEXT, 20L)),
          edition(FR, Map.of(RenditionKind.PDF, 700L)));
  private static final ResourceEntry HEALTH =
      entry(
          "health",
          "2021-05-01",
          "paper",
          List.of("health"),
          List.of("europe"),
          edition(EN, Map.of(RenditionKind.PDF, 500L)));
  private static final ResourceEntry WORK =
      entry(
          "work",
          "2021-06-01",
          "paper",
          List.of("work"),
          List.of(),
          edition(FR, Map.of(RenditionKind.AUDIO, 5_000L)));
  private static final Shelf SHELF = shelf(LAW, HEALTH, WORK);

  private static ResourceQuery filtered(
      Set<String> types, Set<String> themes, Set<String> regions, Set<Long> years) {
    return new ResourceQuery(
        EN,
        asked("en"),
        Fallback.CHAIN,
        types,
        themes,
        regions,
        years,
        Optional.empty(),
        OptionalLong.empty());
  }

  private static ResourceQuery weighed(
      String languages, Optional<RenditionKind> rendition, OptionalLong mostBytes) {
    return new ResourceQuery(
        EN,
        asked(languages),
        Fallback.CHAIN,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        rendition,
        mostBytes);
  }

  private static ResourceQuery withoutFallback(String languages) {
    return new ResourceQuery(
        EN,
        asked(languages),
        Fallback.NONE,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private static Selection select(Shelf shelf, ResourceQuery query) {
    return Selection.of(shelf, query, NEGOTIATION);
  }

  private static List<String> ids(ResourceQuery query) {
    return ids(select(SHELF, query).chosen());
  }

  private static List<String> ids(List<Chosen> chosen) {
    return chosen.stream().map(one -> one.entry().id().value()).toList();
  }

  // filters

  @Test
  void shouldListEverythingNewestFirstWithoutAFilter() {
    assertThat(ids(ALL)).containsExactly("work", "health", "law");
  }

  @Test
  void shouldPutTheLowerIdFirstOfTwoFromTheSameDay() {
    Shelf shelf = shelf(entry("bbb", "2020-01-01"), entry("aaa", "2020-01-01"));

    assertThat(ids(select(shelf, ALL).chosen())).containsExactly("aaa", "bbb");
  }

  @Test
  void shouldTakeAnyValueOfOneFilter() {
    assertThat(ids(filtered(Set.of(), Set.of("law", "work"), Set.of(), Set.of())))
        .containsExactly("work", "law");
  }

  @Test
  void shouldAskThatEveryFilterFits() {
    assertThat(ids(filtered(Set.of("paper"), Set.of("health"), Set.of(), Set.of())))
        .containsExactly("health");
  }

  @Test
  void shouldLeaveOutWhatHasNoRegionWhereOneIsWanted() {
    assertThat(ids(filtered(Set.of(), Set.of(), Set.of("africa", "europe"), Set.of())))
        .containsExactly("health", "law");
  }

  @Test
  void shouldFilterByTheYearOfPublication() {
    assertThat(ids(filtered(Set.of(), Set.of(), Set.of(), Set.of(2020L)))).containsExactly("law");
  }

  @Test
  void shouldListWhatHasARenditionInTheLanguageThatIsShown() {
    assertThat(ids(weighed("fr", Optional.of(RenditionKind.PDF), OptionalLong.empty())))
        .containsExactly("health", "law");
  }

  @Test
  void shouldNotListARenditionThatOnlyAnotherLanguageHas() {
    assertThat(ids(weighed("fr", Optional.of(RenditionKind.TEXT), OptionalLong.empty()))).isEmpty();
  }

  @Test
  void shouldWeighTheSmallestRendition() {
    assertThat(ids(weighed("en", Optional.empty(), OptionalLong.of(20)))).containsExactly("law");
  }

  @Test
  void shouldWeighTheRenditionThatIsWanted() {
    assertThat(ids(weighed("en", Optional.of(RenditionKind.PDF), OptionalLong.of(899))))
        .containsExactly("health");
  }

  @Test
  void shouldWeighTheLanguageThatIsShown() {
    assertThat(ids(weighed("fr", Optional.of(RenditionKind.PDF), OptionalLong.of(700))))
        .containsExactly("health", "law");
  }

  // languages

  @Test
  void shouldShowEachResourceInTheLanguageAskedForWhereItExists() {
    assertThat(select(SHELF, weighed("fr", Optional.empty(), OptionalLong.empty())).chosen())
        .extracting(chosen -> chosen.choice().language())
        .containsExactly(FR, EN, FR);
  }

  @Test
  void shouldListOnlyWhatWasAskedForWithoutFallback() {
    assertThat(ids(withoutFallback("fr"))).containsExactly("work", "law");
  }

  @Test
  void shouldListNothingWhereNothingIsInTheLanguageWithoutFallback() {
    assertThat(ids(withoutFallback("ru"))).isEmpty();
  }

  // facets

  @Test
  void shouldCountThemesAsIfTheFilterByThemeWereLeftOut() {
    assertThat(
            select(SHELF, filtered(Set.of("paper"), Set.of("health"), Set.of(), Set.of()))
                .facets()
                .get(Facet.THEME))
        .isEqualTo(Map.of("health", 1, "work", 1));
  }

  @Test
  void shouldCountTypesUnderTheOtherFilters() {
    assertThat(
            select(SHELF, filtered(Set.of("paper"), Set.of("health"), Set.of(), Set.of()))
                .facets()
                .get(Facet.TYPE))
        .isEqualTo(Map.of("manual", 1, "paper", 1));
  }

  @Test
  void shouldCountOnlyWhatIsAvailableToTheReader() {
    assertThat(select(SHELF, withoutFallback("fr")).facets().get(Facet.YEAR))
        .isEqualTo(Map.of("2020", 1, "2021", 1));
  }

  // pages

  @Test
  void shouldSayThatMoreFollows() {
    assertThat(select(SHELF, ALL).page(Optional.empty(), 2).more()).isTrue();
  }

  @Test
  void shouldSayThatNothingFollowsAFullLastPage() {
    assertThat(select(SHELF, ALL).page(Optional.empty(), 3).more()).isFalse();
  }

  @Test
  void shouldGoOnBehindAResourceThatIsGone() {
    Position cursor = Position.of(HEALTH);

    assertThat(ids(select(shelf(LAW, WORK), ALL).page(Optional.of(cursor), 5).chosen()))
        .containsExactly("law");
  }

  @Test
  void shouldGiveAnEmptyPageBehindTheLastResource() {
    assertThat(
            select(SHELF, ALL)
                .page(Optional.of(new Position(LocalDate.of(1999, 1, 1), new ResourceId("zzz"))), 5)
                .chosen())
        .isEmpty();
  }

  // any catalogue

  @Test
  void shouldListWhatABruteForceSearchFinds() {
    Seeds.each(
        500,
        random -> {
          List<ResourceEntry> catalogue = catalogue(random);
          ResourceQuery query = query(random);
          assertThat(select(shelf(catalogue), query).chosen())
              .isEqualTo(model(catalogue, query, facet -> true));
        });
  }

  @Test
  void shouldCountWhatABruteForceSearchFindsWithoutTheFacetsOwnFilter() {
    Seeds.each(
        500,
        random -> {
          List<ResourceEntry> catalogue = catalogue(random);
          ResourceQuery query = query(random);
          assertThat(select(shelf(catalogue), query).facets())
              .isEqualTo(modelFacets(catalogue, query));
        });
  }

  @Test
  void shouldGiveEverythingOnceInPagesOfAnySize() {
    Seeds.each(
        500,
        random -> {
          Selection selection = select(shelf(catalogue(random)), query(random));
          int limit = 1 + random.nextInt(6);
          assertThat(pages(selection, limit)).isEqualTo(selection.chosen());
        });
  }

  @Test
  void shouldGiveEveryRemainingResourceOnceWhenTheOneAtTheCursorGoes() {
    Seeds.each(
        500,
        random -> {
          List<ResourceEntry> catalogue = catalogue(random);
          ResourceQuery query = query(random);
          List<Chosen> all = select(shelf(catalogue), query).chosen();
          if (all.isEmpty()) {
            return;
          }
          int at = random.nextInt(all.size());
          ResourceEntry gone = all.get(at).entry();
          List<ResourceEntry> others =
              catalogue.stream().filter(entry -> !entry.id().equals(gone.id())).toList();
          assertThat(
                  select(shelf(others), query).page(Optional.of(Position.of(gone)), 100).chosen())
              .isEqualTo(all.subList(at + 1, all.size()));
        });
  }

  private static List<Chosen> pages(Selection selection, int limit) {
    List<Chosen> all = new ArrayList<>();
    Optional<Position> after = Optional.empty();
    boolean more = true;
    while (more) {
      Selection.Page page = selection.page(after, limit);
      assertThat(page.chosen()).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page.chosen());
      more = page.more();
      if (more) {
        after = Optional.of(Position.of(page.chosen().getLast().entry()));
      }
    }
    return all;
  }

  /** The list by going through everything; {@code applies} tells which facets' filters count. */
  private static List<Chosen> model(
      List<ResourceEntry> catalogue, ResourceQuery query, Predicate<Facet> applies) {
    List<Chosen> chosen = new ArrayList<>();
    for (ResourceEntry entry : catalogue) {
      boolean fits = true;
      for (Facet facet : Facet.values()) {
        Set<String> wanted = wanted(query, facet);
        fits &=
            !applies.test(facet)
                || wanted.isEmpty()
                || values(entry, facet).stream().anyMatch(wanted::contains);
      }
      if (fits
          && NEGOTIATION.choose(query.asked(), entry.available(), query.fallback())
              instanceof Choice.Served served
          && isLight(entry, served.language(), query)) {
        chosen.add(new Chosen(entry, served));
      }
    }
    chosen.sort(
        Comparator.comparing((Chosen one) -> one.entry().date())
            .reversed()
            .thenComparing(one -> one.entry().id().value()));
    return chosen;
  }

  private static Map<Facet, Map<String, Integer>> modelFacets(
      List<ResourceEntry> catalogue, ResourceQuery query) {
    Map<Facet, Map<String, Integer>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Chosen chosen : model(catalogue, query, other -> other != facet)) {
        values(chosen.entry(), facet).forEach(value -> counts.merge(value, 1, Integer::sum));
      }
      facets.put(facet, counts);
    }
    return facets;
  }

  private static Set<String> wanted(ResourceQuery query, Facet facet) {
    return switch (facet) {
      case TYPE -> query.types();
      case THEME -> query.themes();
      case REGION -> query.regions();
      case YEAR -> query.years().stream().map(Object::toString).collect(Collectors.toSet());
    };
  }

  private static List<String> values(ResourceEntry entry, Facet facet) {
    return switch (facet) {
      case TYPE -> List.of(entry.type());
      case THEME -> entry.themes();
      case REGION -> entry.regions();
      case YEAR -> List.of(entry.date().toString().substring(0, 4));
    };
  }

  private static boolean isLight(ResourceEntry entry, LanguageTag language, ResourceQuery query) {
    if (query.rendition().isEmpty() && query.mostBytes().isEmpty()) {
      return true;
    }
    EditionSummary shown =
        entry.editions().stream()
            .filter(edition -> edition.language().equals(language))
            .findFirst()
            .orElseThrow();
    return shown.bytes().entrySet().stream()
        .filter(one -> query.rendition().isEmpty() || query.rendition().get() == one.getKey())
        .anyMatch(one -> one.getValue() <= query.mostBytes().orElse(Long.MAX_VALUE));
  }

  private static final List<String> CODES = List.of("aa", "bb", "cc");

  private static List<ResourceEntry> catalogue(Random random) {
    List<ResourceEntry> catalogue = new ArrayList<>();
    int size = random.nextInt(25);
    for (int i = 0; i < size; i++) {
      catalogue.add(
          entry(
              "id-" + random.nextInt(10) + "-" + i,
              LocalDate.of(2018, 12, 30).plusDays(random.nextInt(4)).toString(),
              CODES.get(random.nextInt(3)),
              some(random, CODES),
              some(random, CODES),
              editions(random)));
    }
    return catalogue;
  }

  private static EditionSummary[] editions(Random random) {
    List<LanguageTag> languages = new ArrayList<>(some(random, List.of(EN, FR, ZH)));
    if (languages.isEmpty()) {
      languages.add(LanguageTag.of("ru"));
    }
    return languages.stream()
        .map(
            language -> {
              Map<RenditionKind, Long> bytes = new EnumMap<>(RenditionKind.class);
              for (RenditionKind kind : some(random, List.of(RenditionKind.values()))) {
                bytes.put(kind, 1L + random.nextInt(4));
              }
              return edition(language, bytes);
            })
        .toArray(EditionSummary[]::new);
  }

  private static ResourceQuery query(Random random) {
    return new ResourceQuery(
        EN,
        asked(List.of("en", "fr", "zh-TW", "fr,zh", "ru").get(random.nextInt(5))),
        random.nextBoolean() ? Fallback.CHAIN : Fallback.NONE,
        filter(random, CODES),
        filter(random, CODES),
        filter(random, CODES),
        filter(random, List.of(2018L, 2019L)),
        random.nextInt(4) == 0
            ? Optional.of(List.of(RenditionKind.values()).get(random.nextInt(4)))
            : Optional.empty(),
        random.nextInt(4) == 0 ? OptionalLong.of(1 + random.nextInt(4)) : OptionalLong.empty());
  }

  private static <T> Set<T> filter(Random random, List<T> values) {
    return random.nextBoolean() ? Set.of() : Set.copyOf(some(random, values));
  }

  private static <T> List<T> some(Random random, List<T> values) {
    return values.stream().filter(value -> random.nextInt(5) < 2).toList();
  }
}
