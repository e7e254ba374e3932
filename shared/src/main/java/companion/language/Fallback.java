package companion.language;

/** Whether a reader takes a language that was not asked for. */
public enum Fallback {
  /** Something is served whenever anything exists. */
  CHAIN,
  /** Only what was asked for is served. */
  NONE
}
