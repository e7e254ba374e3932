package companion.feed;

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
}
