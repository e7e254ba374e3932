package companion.language;

/**
 * A language range and how much it is wanted.
 *
 * @param value a basic range (RFC 4647, section 2.1) in the canonical case of tags, at most 100
 *     characters, or "*"
 * @param thousandths the weight (RFC 9110, section 12.4.2) in thousandths, 0 to 1000; 0 is "not
 *     acceptable"
 */
public record LanguageRange(String value, int thousandths) {
  /** The weight of a range that states none. */
  public static final int FULL_WEIGHT = 1000;

  /** Refuses with {@link IllegalArgumentException} what the components' descriptions rule out. */
  public LanguageRange {
    if (!TagSyntax.isRange(value) || !TagSyntax.canonicalCase(value).equals(value)) {
      throw new IllegalArgumentException(
          "not a basic language range in canonical case (RFC 4647, section 2.1)");
    }
    if (thousandths < 0 || thousandths > FULL_WEIGHT) {
      throw new IllegalArgumentException("not a weight of 0 to 1000 thousandths: " + thousandths);
    }
  }

  /** Exactly this language first of all, and lookup's shorter forms of it. */
  public static LanguageRange of(LanguageTag tag) {
    return new LanguageRange(tag.value(), FULL_WEIGHT);
  }

  /** Whether this is "*", any language. */
  public boolean isWildcard() {
    return value.equals("*");
  }

  /** Whether the weight is 0, "not acceptable" (RFC 9110, section 12.4.2). */
  public boolean isRefusal() {
    return thousandths == 0;
  }
}
