package companion.resource;

import java.util.Optional;

/** Who or what translated. */
public enum TranslationMethod {
  HUMAN("human"),
  MACHINE("machine"),
  /** By a machine, then read and mended by a person. */
  MACHINE_REVIEWED("machine-reviewed");

  private final String code;

  TranslationMethod(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<TranslationMethod> find(String code) {
    for (TranslationMethod method : values()) {
      if (method.code.equals(code)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
