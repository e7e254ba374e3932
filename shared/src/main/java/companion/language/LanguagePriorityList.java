package companion.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a reader asks for: a language priority list (RFC 4647, section 2.3).
 *
 * @param ranges ordered by falling weight, those of equal weight in the order given, each range
 *     once; the constructor brings them into this order and keeps of a repeated range the one with
 *     the highest weight, the first of these
 */
public record LanguagePriorityList(List<LanguageRange> ranges) {
  /** No preference stated. */
  public static final LanguagePriorityList NOTHING_ASKED = new LanguagePriorityList(List.of());

  private static final int MOST_TAGS = 10;

  public LanguagePriorityList {
    ranges = inOrder(ranges);
  }

  /**
   * Reads Accept-Language (RFC 9110, section 12.5.4) and never refuses: elements that are not
   * well-formed are skipped, and what holds no well-formed one asks nothing. At most 20 ranges are
   * read, from the first 2,000 characters.
   */
  public static LanguagePriorityList fromHeader(String acceptLanguage) {
    return new LanguagePriorityList(AcceptLanguage.read(acceptLanguage));
  }

  /**
   * Reads one tag or a comma list of tags in order of preference, without weights and spaces.
   *
   * @return empty where any element is not a well-formed tag or there are more than 10
   */
  public static Optional<LanguagePriorityList> fromParameter(String lang) {
    List<LanguageRange> ranges = new ArrayList<>();
    for (String element : lang.split(",", MOST_TAGS + 1)) {
      Optional<LanguageTag> tag = LanguageTag.parse(element);
      if (tag.isEmpty() || ranges.size() == MOST_TAGS) {
        return Optional.empty();
      }
      ranges.add(LanguageRange.of(tag.get()));
    }
    return Optional.of(new LanguagePriorityList(ranges));
  }

  /**
   * A text that says all of this list that a choice depends on, and no more of its weights than
   * their order: lists with the same text are always answered alike. Ranges stand in their order
   * between commas, the first one wanted less than "*" after ">", refused ones last after "!"; what
   * asks nothing is the empty text.
   */
  public String canonical() {
    StringBuilder text = new StringBuilder();
    int wildcard = 0;
    for (LanguageRange range : ranges) {
      if (range.isRefusal()) {
        break;
      }
      boolean lessThanAny = range.thousandths() < wildcard;
      text.append(text.isEmpty() ? "" : lessThanAny ? ">" : ",").append(range.value());
      if (range.isWildcard()) {
        wildcard = range.thousandths();
      } else if (lessThanAny) {
        wildcard = 0;
      }
    }
    ranges.stream()
        .filter(LanguageRange::isRefusal)
        .map(LanguageRange::value)
        .sorted()
        .forEach(refused -> text.append('!').append(refused));
    return text.toString();
  }

  private static List<LanguageRange> inOrder(List<LanguageRange> given) {
    LinkedHashMap<String, LanguageRange> best = new LinkedHashMap<>();
    for (LanguageRange range : given) {
      LanguageRange earlier = best.get(range.value());
      if (earlier == null || earlier.thousandths() < range.thousandths()) {
        // removed first, since a map keeps the place of a key that it already has
        best.remove(range.value());
        best.put(range.value(), range);
      }
    }
    return best.values().stream()
        // not composed of others: a cold start would wait for its serializable lambdas
        .sorted((one, other) -> Integer.compare(other.thousandths(), one.thousandths()))
        .toList();
  }
}
