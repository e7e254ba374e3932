package companion.feed;

import java.util.Optional;

/** Who may read, from the widest to the narrowest. Each partition key starts with it. */
public enum Audience {
  PUBLIC("public"),
  MEMBER("member"),
  BOARD("board");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  /** As it stands in keys, settings and replies. */
  public String code() {
    return code;
  }

  /** Whether whoever belongs to {@code other} may read what is for this audience. */
  public boolean includes(Audience other) {
    return compareTo(other) <= 0;
  }

  public static Optional<Audience> find(String code) {
    for (Audience audience : values()) {
      if (audience.code.equals(code)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  /** For codes from our own data and settings. */
  public static Audience of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("not an audience: " + code));
  }

  @Override
  public String toString() {
    return code;
  }
}
