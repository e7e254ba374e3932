package companion.feed;

import companion.language.LanguageTag;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A copy of one audience's feeds in memory, for lists and look-ups that would otherwise read the
 * table for every request. Each language is loaded when it is first asked for and caught up when
 * the head has moved on.
 *
 * @param <T> what is kept of an entry
 */
public final class Replica<T> {
  /**
   * The feeds exactly as they were at one seal. Immutable.
   *
   * @param feeds by language; within, by thing; tombstones and kinds without use left out
   */
  public record Snapshot<T>(String epoch, long sealed, Map<LanguageTag, Map<Thing, T>> feeds) {
    public Map<Thing, T> feed(LanguageTag language) {
      return feeds.getOrDefault(language, Map.of());
    }
  }

  private static final String NO_EPOCH = "";

  private final FeedStore store;
  private final Audience audience;
  private final BiFunction<FeedEntry, FeedEntry.Content.Present, Optional<T>> reading;
  private volatile Snapshot<T> current = new Snapshot<>(NO_EPOCH, 0, Map.of());

  /**
   * A replica that has read nothing yet.
   *
   * @param reading what to keep of an entry and what it says; empty for a kind that the owner has
   *     no use for
   */
  public Replica(
      FeedStore store,
      Audience audience,
      BiFunction<FeedEntry, FeedEntry.Content.Present, Optional<T>> reading) {
    this.store = store;
    this.audience = audience;
    this.reading = reading;
  }

  /** The last snapshot taken, whatever the head says now. */
  public Snapshot<T> current() {
    return current;
  }

  /** A snapshot that holds {@code languages} and is at least as new as {@code seen}. */
  public Snapshot<T> at(Optional<Head> seen, Set<LanguageTag> languages) {
    Snapshot<T> snapshot = current;
    if (suffices(snapshot, seen, languages)) {
      return snapshot;
    }
    synchronized (this) {
      if (!suffices(current, seen, languages)) {
        current = caughtUp(current, seen, languages);
      }
      return current;
    }
  }

  private boolean suffices(Snapshot<T> snapshot, Optional<Head> seen, Set<LanguageTag> languages) {
    return snapshot.feeds().keySet().containsAll(languages)
        && seen.map(
                head -> head.epoch().equals(snapshot.epoch()) && head.sealed() <= snapshot.sealed())
            .orElse(true);
  }

  /**
   * The places that things have moved away from are deleted once the seal is visible. Only if the
   * head is the same after the feeds were read are they as they were at that seal; otherwise they
   * are read again from there.
   */
  private Snapshot<T> caughtUp(Snapshot<T> from, Optional<Head> seen, Set<LanguageTag> languages) {
    Set<LanguageTag> wanted = new LinkedHashSet<>(from.feeds().keySet());
    wanted.addAll(languages);
    // whoever asks has just looked: however old that look was, the one afterwards finds it out
    Optional<Head> before = leadsOn(seen, from) ? seen : store.head(audience);
    Snapshot<T> base = from;
    while (true) {
      String epoch = before.map(Head::epoch).orElse(NO_EPOCH);
      long sealed = before.map(Head::sealed).orElse(0L);
      if (!base.epoch().equals(epoch)) {
        base = new Snapshot<>(epoch, 0, Map.of());
      }
      Map<LanguageTag, Map<Thing, T>> feeds = new HashMap<>();
      for (LanguageTag language : wanted) {
        boolean loaded = base.feeds().containsKey(language);
        List<FeedEntry> news =
            store.entries(audience, language, loaded ? base.sealed() : 0, sealed);
        feeds.put(
            language, news.isEmpty() ? base.feed(language) : apply(base.feed(language), news));
      }
      base = new Snapshot<>(epoch, sealed, Map.copyOf(feeds));
      Optional<Head> after = store.head(audience);
      if (after.map(Head::epoch).orElse(NO_EPOCH).equals(epoch)
          && after.map(Head::sealed).orElse(0L) == sealed) {
        return base;
      }
      before = after;
    }
  }

  private static boolean leadsOn(Optional<Head> seen, Snapshot<?> from) {
    return seen.isPresent()
        && (from.epoch().equals(NO_EPOCH)
            || (seen.get().epoch().equals(from.epoch()) && seen.get().sealed() >= from.sealed()));
  }

  private Map<Thing, T> apply(Map<Thing, T> feed, List<FeedEntry> news) {
    Map<Thing, T> next = new HashMap<>(feed);
    for (FeedEntry entry : news) {
      Optional<T> kept =
          entry.content().present().flatMap(present -> reading.apply(entry, present));
      kept.ifPresentOrElse(
          value -> next.put(entry.thing(), value), () -> next.remove(entry.thing()));
    }
    return Map.copyOf(next);
  }
}
