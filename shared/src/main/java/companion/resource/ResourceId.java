package companion.resource;

import java.util.Optional;

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
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
        && !text.startsWith("-")
        && !text.endsWith("-");
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
