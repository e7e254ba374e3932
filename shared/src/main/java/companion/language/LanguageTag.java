package companion.language;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A BCP 47 tag in canonical case (zh-Hant-TW). Well-formed means the grammar of RFC 5646, section
 * 2.1, with its grandfathered tags; whether the subtags are registered is not asked. Only case is
 * canonicalised (section 2.1.1): i-klingon stays i-klingon. Tags longer than 100 characters are
 * refused (section 4.4.1 allows a limit).
 *
 * @param value the tag's text; what is ill-formed or not in canonical case is refused with an
 *     {@link IllegalArgumentException}, whose message does not repeat it
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {
  public LanguageTag {
    if (!TagSyntax.isTag(value)) {
      throw new IllegalArgumentException("not a well-formed language tag (RFC 5646, section 2.1)");
    }
    if (!TagSyntax.canonicalCase(value).equals(value)) {
      throw new IllegalArgumentException(
          "not a language tag in canonical case (RFC 5646, section 2.1.1)");
    }
  }

  /**
   * The tag that the text is in any case.
   *
   * @throws IllegalArgumentException if the text is not well-formed
   */
  public static LanguageTag of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not a well-formed language tag (RFC 5646, section 2.1)"));
  }

  /** The tag that the text is in any case, or empty where it is not well-formed. */
  public static Optional<LanguageTag> parse(String text) {
    return TagSyntax.isTag(text)
        ? Optional.of(new LanguageTag(TagSyntax.canonicalCase(text)))
        : Optional.empty();
  }

  // Written out, as is hashCode: those of a record are made at run time, and no archive of classes
  // holds what is made. A tag is a key of nearly every map, and a cold start waited for it.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LanguageTag tag && value.equals(tag.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** By text. */
  @Override
  public int compareTo(LanguageTag other) {
    return value.compareTo(other.value);
  }

  /** The tag's text, as {@link #value()}. */
  @Override
  public String toString() {
    return value;
  }
}
