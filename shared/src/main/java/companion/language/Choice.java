package companion.language;

/** The language in which something is served, or that there is none. */
public sealed interface Choice {
  /** The language that is served, or the other one where there is none. */
  LanguageTag languageOr(LanguageTag other);

  /**
   * Served in this language.
   *
   * @param language one of the available languages
   * @param match how it was chosen
   */
  record Served(LanguageTag language, Match match) implements Choice {
    @Override
    public LanguageTag languageOr(LanguageTag other) {
      return language;
    }

    /** Whether the reader must be told that this is not the language asked for first. */
    public boolean isFallback() {
      return switch (match) {
        case ALTERNATIVE, FALLBACK -> true;
        case ASKED, DEFAULT -> false;
      };
    }
  }

  /** Nothing acceptable exists under {@link Fallback#NONE}, or nothing exists at all. */
  record Unavailable() implements Choice {
    @Override
    public LanguageTag languageOr(LanguageTag other) {
      return other;
    }
  }
}
