package companion.resource;

import java.util.Optional;

/** How an edition stands to the original, as readers are told. */
public enum TranslationStatus {
  ORIGINAL("original"),
  CURRENT("current"),
  /** The original has moved on since, whoever translated. */
  OUTDATED("outdated"),
  MACHINE("machine"),
  MACHINE_REVIEWED("machine-reviewed");

  private final String code;

  TranslationStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Optional<TranslationStatus> find(String code) {
    for (TranslationStatus status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /**
   * The status that follows from the revision that a translation was made from.
   *
   * @param original the published original; where there is none, nothing is known to be outdated
   */
  static TranslationStatus of(Edition edition, Optional<Edition> original) {
    return switch (edition.origin()) {
      case Origin.Original() -> ORIGINAL;
      case Origin.Translated(int of, TranslationMethod method) ->
          original.filter(source -> source.revision() > of).isPresent()
              ? OUTDATED
              : switch (method) {
                case HUMAN -> CURRENT;
                case MACHINE -> MACHINE;
                case MACHINE_REVIEWED -> MACHINE_REVIEWED;
              };
    };
  }
}
