package companion.catalogue;

import companion.feed.Audience;
import companion.feed.FeedStore;
import companion.feed.Head;
import companion.feed.Replica;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of the audiences that a function may show. Asking what is new costs half a read
 * unit an audience; lists cost nothing more until something was published.
 */
public final class Catalogue {
  private final FeedStore feeds;
  private final Map<Audience, Replica<CatalogueEntry>> replicas = new EnumMap<>(Audience.class);
  private final Negotiation negotiation;
  private volatile Shelf last;

  public Catalogue(FeedStore feeds, List<Audience> audiences, Negotiation negotiation) {
    this.feeds = feeds;
    this.negotiation = negotiation;
    this.last = new Shelf(Map.of(), negotiation);
    for (Audience audience : audiences) {
      replicas.put(audience, new Replica<>(feeds, audience, CatalogueEntry::read));
    }
  }

  /** How far each audience's feed may be read, as a glance at the heads shows it. */
  public Sighting look() {
    Map<Audience, Optional<Head>> heads = new EnumMap<>(Audience.class);
    Map<Audience, State> states = new EnumMap<>(Audience.class);
    replicas.forEach(
        (audience, replica) -> {
          Optional<Head> head = feeds.glance(audience);
          heads.put(audience, head);
          State seen = State.of(head);
          State known = State.of(replica.current());
          // the glance may be older than what was read before
          states.put(audience, known.isLaterThan(seen) ? known : seen);
        });
    return new Sighting(heads, State.text(states));
  }

  /**
   * What a look at the heads showed.
   *
   * @param state text that changes whenever anything was published
   */
  public record Sighting(Map<Audience, Optional<Head>> heads, String state) {}

  /** The shelf that holds {@code languages}, at least as new as {@code sighting}. */
  public Shelf shelf(Sighting sighting, Set<LanguageTag> languages) {
    Map<Audience, Replica.Snapshot<CatalogueEntry>> snapshots = new EnumMap<>(Audience.class);
    replicas.forEach(
        (audience, replica) ->
            snapshots.put(
                audience,
                replica.at(sighting.heads().getOrDefault(audience, Optional.empty()), languages)));
    Shelf shelf = last;
    if (!shelf.isOf(snapshots)) {
      shelf = new Shelf(snapshots, negotiation);
      last = shelf;
    }
    return shelf;
  }

  /**
   * {@code wanted}, unless nothing was published in it yet, as after it has become a working
   * language, and something in {@code otherwise}: no list is empty without a word.
   */
  public LanguageTag filled(Sighting sighting, LanguageTag wanted, LanguageTag otherwise) {
    return shelf(sighting, Set.of(wanted)).isEmpty(wanted)
            && !shelf(sighting, Set.of(otherwise)).isEmpty(otherwise)
        ? otherwise
        : wanted;
  }
}
