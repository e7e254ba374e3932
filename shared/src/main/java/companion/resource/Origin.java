package companion.resource;

/** Where the text of an edition comes from. */
public sealed interface Origin {
  /** Written in this language. */
  record Original() implements Origin {}

  /**
   * Translated from the original.
   *
   * @param of the revision of the original that was translated
   */
  record Translated(int of, TranslationMethod method) implements Origin {
    public Translated {
      if (of < 1) {
        throw new IllegalArgumentException("revisions count from 1");
      }
    }
  }
}
