package companion.language;

/** The direction in which a language's lines run. */
public enum Direction {
  /** From left to right. */
  LTR,
  /** From right to left. */
  RTL
}
