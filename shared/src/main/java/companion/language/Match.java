package companion.language;

/** How a served language came to be chosen. */
public enum Match {
  /** It fits the reader's first preference. */
  ASKED,
  /** It fits a lower preference, or the reader takes any language. */
  ALTERNATIVE,
  /** The reader did not ask for it: a configured chain, or the last resort. */
  FALLBACK,
  /** Nothing particular was asked. */
  DEFAULT
}
