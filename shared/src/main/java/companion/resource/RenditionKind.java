package companion.resource;

import java.util.Optional;

/** The forms in which an edition can be had. */
public enum RenditionKind {
  PDF("pdf"),
  /** A PDF of the same pages for a thin line. */
  LITE("lite"),
  /** Text that a phone lays out itself. */
  TEXT("text"),
  AUDIO("audio");

  private final String code;

  RenditionKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<RenditionKind> find(String code) {
    for (RenditionKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
