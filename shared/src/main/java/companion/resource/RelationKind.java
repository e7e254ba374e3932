package companion.resource;

import java.util.Optional;

/**
 * How one resource stands to another. Stored with the one that says it; the other gets the inverse.
 */
public enum RelationKind {
  SUPERSEDES("supersedes", "supersededBy"),
  SHORT_VERSION_OF("shortVersionOf", "longVersion"),
  PART_OF("partOf", "hasPart");

  private final String code;
  private final String inverse;

  RelationKind(String code, String inverse) {
    this.code = code;
    this.inverse = inverse;
  }

  public String code() {
    return code;
  }

  /** What the other resource says of the first. */
  public String inverse() {
    return inverse;
  }

  public static Optional<RelationKind> find(String code) {
    for (RelationKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
