package companion.vocabulary;

import companion.language.LanguageTag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The terms that other data refers to by code. */
public record Vocabulary(
    List<Term> types,
    List<Term> themes,
    List<Term> regions,
    List<Term> withdrawalReasons,
    List<Term> serviceKinds,
    List<Term> serviceCosts,
    List<Term> servicePrivacy) {
  /**
   * A term.
   *
   * @param code lower-case letters and hyphens
   * @param labels by language
   */
  public record Term(String code, Map<LanguageTag, String> labels) {
    public Term {
      if (code.isEmpty() || !code.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
        throw new IllegalArgumentException("a code has lower-case letters and hyphens: " + code);
      }
      labels = Map.copyOf(labels);
    }

    /** The label in {@code language}; the code itself where there is none. */
    public String label(LanguageTag language) {
      return labels.getOrDefault(language, code);
    }
  }

  public static final Vocabulary EMPTY =
      new Vocabulary(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Vocabulary {
    types = unique(types);
    themes = unique(themes);
    regions = unique(regions);
    withdrawalReasons = unique(withdrawalReasons);
    serviceKinds = unique(serviceKinds);
    serviceCosts = unique(serviceCosts);
    servicePrivacy = unique(servicePrivacy);
  }

  /** The same terms with their labels in one language. */
  Vocabulary in(LanguageTag language) {
    return new Vocabulary(
        in(language, types),
        in(language, themes),
        in(language, regions),
        in(language, withdrawalReasons),
        in(language, serviceKinds),
        in(language, serviceCosts),
        in(language, servicePrivacy));
  }

  private static List<Term> in(LanguageTag language, List<Term> terms) {
    return terms.stream()
        .map(term -> new Term(term.code(), Map.of(language, term.label(language))))
        .toList();
  }

  private static List<Term> unique(List<Term> terms) {
    List<String> codes = terms.stream().map(Term::code).collect(Collectors.toList());
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new IllegalArgumentException("a code is there twice among " + codes);
    }
    return List.copyOf(terms);
  }
}
