package companion.resource;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource's name in addresses, chosen by whoever publishes it and never used again for another.
 *
 * @param value 3 to 64 of {@code a-z 0-9 -}, not beginning or ending with a hyphen
 */
public record ResourceId(String value) implements Comparable<ResourceId> {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 64;

  public ResourceId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a resource id has 3 to 64 of a-z, 0-9 and hyphens, and no hyphen at its ends");
    }
  }

  public static Optional<ResourceId> parse(String text) {
    return isWellFormed(text) ? Optional.of(new ResourceId(text)) : Optional.empty();
  }

  private static boolean isWellFormed(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && hasOnlyLettersDigitsAndHyphens(text)
        && !text.startsWith("-")
        && !text.endsWith("-");
  }

  private static boolean hasOnlyLettersDigitsAndHyphens(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  // Written out, as is hashCode: see LanguageTag. Lists look resources up by their ids.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(ResourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
