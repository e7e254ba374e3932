package companion.catalogue;

import companion.feed.Audience;
import companion.feed.Head;
import companion.feed.Replica;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far one audience's feed was published. */
record State(String epoch, long sealed) {
  static State of(Optional<Head> head) {
    return head.map(seen -> new State(seen.epoch(), seen.sealed()))
        .orElseGet(() -> new State("", 0));
  }

  static State of(Replica.Snapshot<?> snapshot) {
    return new State(snapshot.epoch(), snapshot.sealed());
  }

  /** Of two epochs neither is later: the head decides. */
  boolean isLaterThan(State other) {
    return epoch.equals(other.epoch) && sealed > other.sealed;
  }

  static String text(Map<Audience, State> states) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(states)
        .forEach(
            (audience, state) ->
                text.append(audience)
                    .append(' ')
                    .append(state.epoch())
                    .append(' ')
                    .append(state.sealed())
                    .append('\n'));
    return text.toString();
  }
}
