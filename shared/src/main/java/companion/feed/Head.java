package companion.feed;

import companion.language.LanguageTag;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far an audience's feed goes.
 *
 * @param epoch random, made with the table's data; another one means that cursors are void
 * @param sequence of the last publication that was committed
 * @param sealed up to where every entry is known to be visible: readers go no further
 * @param moves of the last publication, until it is sealed and the places that things have left are
 *     swept
 */
public record Head(String epoch, long sequence, long sealed, List<Step> moves) {
  public Head {
    if (sealed > sequence || (sealed < sequence && moves.isEmpty())) {
      throw new IllegalArgumentException("sealed " + sealed + " against sequence " + sequence);
    }
    moves = List.copyOf(moves);
  }

  public boolean isSealed() {
    return sealed == sequence;
  }

  /** Whether the last publication left nothing to do. */
  boolean isSettled() {
    return isSealed() && moves.isEmpty();
  }

  /**
   * One thing's step to the end of the feed, in all languages.
   *
   * @param from where it stood before
   */
  public record Step(long sequence, OptionalLong from, List<LanguageTag> languages) {
    /** Whether there is an old place to sweep. */
    boolean leaves() {
      return from.isPresent();
    }
  }
}
