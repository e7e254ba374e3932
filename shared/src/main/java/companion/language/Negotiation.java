package companion.language;

import java.util.Set;

/**
 * The choice of a language for a reader: lookup (RFC 4647, section 3.4) over the reader's list,
 * then the configured fallback chains.
 *
 * <ul>
 *   <li>Simplified and Traditional Chinese are told apart. A range that names or implies one never
 *       fits a tag that means the other: zh-TW reaches a zh in Hans only through a chain, as {@link
 *       Match#FALLBACK}.
 *   <li>"*" takes what is not wanted less and not refused, in the order of the chains of the ranges
 *       before it.
 *   <li>A weight of 0 refuses a language and its more specific tags (RFC 9110, section 12.5.4) in
 *       matching and in chains; under {@link Fallback#CHAIN} a refused language is served only
 *       where there is no other.
 *   <li>After the list come the chains of its ranges in order, the chain "*", the other working
 *       languages, and any other language by alphabet.
 *   <li>Where nothing is asked, the default language is {@link Match#DEFAULT} and any other a
 *       fallback.
 * </ul>
 */
public final class Negotiation {
  private final WorkingLanguages languages;

  /** A negotiation by this configuration. */
  public Negotiation(WorkingLanguages languages) {
    this.languages = languages;
  }

  /** Works a list out once, for many choices: to be made once a request. */
  public Preference prefer(LanguagePriorityList asked, Fallback fallback) {
    return new Preference(Ranking.of(asked, fallback, languages).stages());
  }

  /**
   * Chooses once; {@link #prefer} is cheaper for more.
   *
   * @param available the languages in which the thing exists
   */
  public Choice choose(LanguagePriorityList asked, Set<LanguageTag> available, Fallback fallback) {
    return prefer(asked, fallback).choose(available);
  }

  /** The working language for texts that exist in all of them, such as labels and messages. */
  public LanguageTag workingLanguage(LanguagePriorityList asked) {
    return choose(asked, Set.copyOf(languages.tags()), Fallback.CHAIN)
        .languageOr(languages.first());
  }
}
