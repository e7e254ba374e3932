package companion.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a feed entry is about.
 *
 * @param kind such as {@code resource}; no {@code #}
 * @param id unique within the kind; no {@code #}
 */
public record Thing(String kind, String id) {
  public Thing {
    if (kind.isEmpty() || id.isEmpty() || kind.indexOf('#') >= 0 || id.indexOf('#') >= 0) {
      throw new IllegalArgumentException("kind and id must be non-empty and without #");
    }
  }

  // Written out, as is hashCode: see LanguageTag. A thing is the key of every feed in memory.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing thing && kind.equals(thing.kind) && id.equals(thing.id);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + id.hashCode();
  }
}
