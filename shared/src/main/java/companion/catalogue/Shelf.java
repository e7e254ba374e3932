package companion.catalogue;

import companion.feed.Audience;
import companion.feed.Replica;
import companion.feed.Thing;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.languageservice.LanguageService;
import companion.resource.ResourceEntry;
import companion.resource.ResourceId;
import companion.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The catalogue at one moment. Immutable, but for what it remembers of what it was asked. */
public final class Shelf {
  private static final int REMEMBERED = 64; // lists that differ in filters or languages

  /** Newest first; the id decides between two of one day. */
  static final Comparator<ResourceEntry> ORDER =
      // not composed of others: theirs are serializable lambdas, which no archive of classes holds
      (one, other) -> {
        int days = other.date().compareTo(one.date());
        return days == 0 ? one.id().compareTo(other.id()) : days;
      };

  private final Map<Audience, Replica.Snapshot<CatalogueEntry>> snapshots;
  private final Negotiation negotiation;
  private final Map<LanguageTag, Map<ResourceId, ResourceEntry>> byId = new ConcurrentHashMap<>();
  private final Map<LanguageTag, List<ResourceEntry>> sorted = new ConcurrentHashMap<>();
  private final Map<LanguageTag, Vocabulary> vocabularies = new ConcurrentHashMap<>();

  /** By the canonical text of their query. */
  private final Map<String, Selection> selections =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Selection> eldest) {
          return size() > REMEMBERED;
        }
      };

  Shelf(Map<Audience, Replica.Snapshot<CatalogueEntry>> snapshots, Negotiation negotiation) {
    this.negotiation = negotiation;
    this.snapshots = Map.copyOf(snapshots);
  }

  @SuppressWarnings("ReferenceEquality") // snapshots are swapped whole; equals would compare all
  boolean isOf(Map<Audience, Replica.Snapshot<CatalogueEntry>> others) {
    return snapshots.keySet().equals(others.keySet())
        && snapshots.entrySet().stream()
            .allMatch(snapshot -> snapshot.getValue() == others.get(snapshot.getKey()));
  }

  /** Changes whenever anything was published; as {@link Catalogue.Sighting#state}. */
  public String state() {
    Map<Audience, State> states = new EnumMap<>(Audience.class);
    snapshots.forEach((audience, snapshot) -> states.put(audience, State.of(snapshot)));
    return State.text(states);
  }

  /**
   * Whether nothing was published in {@code language}, as after it has become a working language.
   */
  boolean isEmpty(LanguageTag language) {
    return snapshots.values().stream().allMatch(snapshot -> snapshot.feed(language).isEmpty());
  }

  public boolean holds(Set<LanguageTag> languages) {
    return snapshots.values().stream()
        .allMatch(snapshot -> snapshot.feeds().keySet().containsAll(languages));
  }

  /** Every resource as the feed of {@code language} has it, newest first. */
  List<ResourceEntry> resources(LanguageTag language) {
    return sorted.computeIfAbsent(
        language, tag -> byId(tag).values().stream().sorted(ORDER).toList());
  }

  /** The newest resource that the feed of {@code language} has. */
  public Optional<ResourceEntry> newest(LanguageTag language) {
    return resources(language).stream().findFirst();
  }

  /** A resource as the feed of {@code language} has it. */
  public Optional<ResourceEntry> resource(LanguageTag language, ResourceId id) {
    return Optional.ofNullable(byId(language).get(id));
  }

  /** A thing on its way from one audience to another may be in both: the later version counts. */
  private Map<ResourceId, ResourceEntry> byId(LanguageTag language) {
    return byId.computeIfAbsent(
        language,
        tag -> {
          Map<ResourceId, ResourceEntry> resources = new HashMap<>();
          for (Replica.Snapshot<CatalogueEntry> snapshot : snapshots.values()) {
            for (CatalogueEntry entry : snapshot.feed(tag).values()) {
              if (entry instanceof CatalogueEntry.OfResource(ResourceEntry resource)) {
                resources.merge(
                    resource.id(),
                    resource,
                    (one, other) -> one.version() >= other.version() ? one : other);
              }
            }
          }
          return resources;
        });
  }

  public Vocabulary vocabulary(LanguageTag language) {
    return vocabularies.computeIfAbsent(
        language,
        tag ->
            entries(tag).stream()
                .flatMap(
                    entry ->
                        entry instanceof CatalogueEntry.OfVocabulary(Vocabulary vocabulary)
                            ? Stream.of(vocabulary)
                            : Stream.empty())
                .findFirst()
                .orElse(Vocabulary.EMPTY));
  }

  /** In the order of their names. */
  public List<LanguageService> languageServices(LanguageTag language) {
    List<LanguageService> services = new ArrayList<>();
    for (CatalogueEntry entry : entries(language)) {
      if (entry instanceof CatalogueEntry.OfLanguageService(LanguageService service)) {
        services.add(service);
      }
    }
    services.sort(Comparator.comparing(LanguageService::name).thenComparing(LanguageService::id));
    return services;
  }

  private List<CatalogueEntry> entries(LanguageTag language) {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (Replica.Snapshot<CatalogueEntry> snapshot : snapshots.values()) {
      Map<Thing, CatalogueEntry> feed = snapshot.feed(language);
      entries.addAll(feed.values());
    }
    return entries;
  }

  /** The resources that fit, remembered: the next page of a list costs only its page. */
  public Selection select(ResourceQuery query) {
    synchronized (selections) {
      return selections.computeIfAbsent(
          query.canonical(), _ -> Selection.of(this, query, negotiation));
    }
  }
}
