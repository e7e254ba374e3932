package companion.resource;

import java.time.LocalDate;

/**
 * What was mended in an edition without a new revision, as readers are told.
 *
 * @param note in the edition's language
 */
public record Correction(LocalDate date, String note) {
  public Correction {
    if (note.isBlank()) {
      throw new IllegalArgumentException("a correction says what was corrected");
    }
  }
}
