package companion.resource;

import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Attributes;
import companion.dynamodb.InMemoryDynamoDb;
import companion.dynamodb.Turns;
import companion.feed.Audience;
import companion.feed.FeedEntry;
import companion.feed.FeedStore;
import companion.feed.Head;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.feed.Replica;
import companion.feed.Thing;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.vocabulary.VocabularyPublishing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Publishers, phones that follow the feed and functions that list the catalogue, all at once, on a
 * table whose transactions become visible item by item, which makes up conflicts and kills anybody
 * between any two of its calls. The same seed gives the same run; {@code -Dseeds=10000} runs more
 * of them, {@code -Dseed=7} one.
 */
final class PublishingSimulationTest {
  private static final String TABLE = "table";
  private static final WorkingLanguages LANGUAGES = ResourceSamples.THREE_LANGUAGES;
  private static final List<ResourceId> IDS =
      List.of(new ResourceId("one"), new ResourceId("two"), new ResourceId("three"));
  private static final List<Audience> AUDIENCES = List.of(Audience.PUBLIC, Audience.MEMBER);

  // Turns change hands many thousand times a run: between virtual threads that costs least.
  private static void onVirtualThread(Runnable runs) {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        Thread.ofVirtual().uncaughtExceptionHandler((_, e) -> failure[0] = e).start(runs);
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    if (failure[0] != null) {
      throw new AssertionError(failure[0].getMessage(), failure[0]);
    }
  }

  @Test
  void shouldLoseNothingAndShowEachVersionOnceWhateverGoesWrong() {
    onVirtualThread(PublishingSimulationTest::runSeeds);
  }

  private static void runSeeds() {
    int seeds = Integer.getInteger("seeds", 300);
    int first = Integer.getInteger("seed", 1);
    int last = System.getProperty("seed") == null ? seeds : first;
    for (int seed = first; seed <= last; seed++) {
      try {
        new Run(seed, 2 + seed % 4, 4).play();
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + " (repeat it with -Dseed=" + seed + ")", e);
      }
    }
  }

  @Test
  void shouldLoseNothingUnderThirtyTwoConcurrentPublishers() {
    onVirtualThread(PublishingSimulationTest::runCrowds);
  }

  private static void runCrowds() {
    int seeds = Math.max(3, Integer.getInteger("seeds", 300) / 100);
    for (int seed = 1; seed <= seeds; seed++) {
      try {
        new Run(seed, 32, 2).play();
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + " with 32 publishers", e);
      }
    }
  }

  /** One simulated world. */
  private static final class Run {
    private final Turns turns;
    private final InMemoryDynamoDb table;
    private final Random random;
    private final int publishers;
    private final int commands;
    private final AtomicInteger publishing = new AtomicInteger();
    private final Map<String, TreeMap<Long, Entry>> committed = new TreeMap<>();
    private final Map<ResourceId, List<Long>> versions = new TreeMap<>();
    private final Set<Acknowledged> acknowledged = new LinkedHashSet<>();
    private final List<Phone> phones = new ArrayList<>();

    Run(long seed, int publishers, int commands) {
      this.random = new Random(seed * 31);
      this.turns =
          new Turns(seed, random.nextBoolean() ? 0 : 60 + random.nextInt(200), random.nextInt(6));
      this.table = new InMemoryDynamoDb(turns);
      this.publishers = publishers;
      this.commands = commands;
    }

    private record Acknowledged(ResourceId id, long version) {}

    private record Entry(String thing, long version, boolean gone) {}

    void play() {
      table.onCommit(this::witness);
      vocabulary().publish(ResourceSamples.VOCABULARY);
      while (table.settleOne()) {}
      for (int i = 0; i < publishers; i++) {
        publishing.incrementAndGet();
        addPublisher(commands);
      }
      for (Audience audience : AUDIENCES) {
        for (LanguageTag language : LANGUAGES.tags()) {
          Phone phone = new Phone(audience, language);
          phones.add(phone);
          addPhone(phone);
        }
      }
      addLister();
      turns.run(table::settleOne);
      while (table.settleOne()) {}
      for (int step = 0; step < 3; step++) { // seal, sweep, and nothing left
        AUDIENCES.forEach(ledger()::settle);
        while (table.settleOne()) {}
      }
      checkEnd();
    }

    private Ledger ledger() {
      return new Ledger(table, TABLE, attempts -> {}, () -> Long.toHexString(random.nextLong()));
    }

    private VocabularyPublishing vocabulary() {
      return new VocabularyPublishing(new PlainThings(table, TABLE, ledger()), LANGUAGES);
    }

    private void addPublisher(int left) {
      ResourceId id = IDS.get(random.nextInt(IDS.size()));
      long choices = random.nextLong();
      turns.add(
          () -> {
            try {
              publish(id, choices, left);
              publishing.decrementAndGet();
            } catch (Turns.Killed e) {
              addPublisher(left); // somebody comes back and goes on
              throw e;
            }
          });
    }

    private void publish(ResourceId id, long choices, int count) {
      ResourcePublishing resources =
          new ResourcePublishing(table, TABLE, ledger(), vocabulary(), LANGUAGES);
      Random choosing = new Random(choices);
      for (int i = 0; i < count; i++) {
        for (int attempt = 0; attempt < 6; attempt++) {
          Optional<PublishedResource> now = resources.find(id);
          ResourceCommand command = ResourceSamples.anyCommand(choosing, id, now, IDS, LANGUAGES);
          Expected expected =
              now.<Expected>map(seen -> new Expected.Version(seen.version()))
                  .orElseGet(Expected.Absent::new);
          PublishResult result = resources.apply(id, expected, command);
          if (result instanceof PublishResult.Published(PublishedResource published)) {
            assertThat(acknowledged.add(new Acknowledged(id, published.version())))
                .as("version %d of %s was acknowledged once", published.version(), id)
                .isTrue();
          }
          if (!(result instanceof PublishResult.Stale)) {
            break;
          }
        }
      }
    }

    private void addPhone(Phone phone) {
      turns.add(
          () -> {
            try {
              while (publishing.get() > 0) {
                phone.poll(table, false);
              }
            } catch (Turns.Killed e) {
              addPhone(phone); // a phone keeps its copy and its cursor
              throw e;
            }
          });
    }

    private void addLister() {
      turns.add(
          () -> {
            FeedStore feeds = new FeedStore(table, TABLE);
            List<Replica<Long>> replicas =
                AUDIENCES.stream()
                    .map(
                        audience ->
                            new Replica<>(
                                feeds, audience, (entry, present) -> Optional.of(entry.version())))
                    .toList();
            try {
              while (publishing.get() > 0) {
                int which = random.nextInt(AUDIENCES.size());
                Audience audience = AUDIENCES.get(which);
                LanguageTag language = LANGUAGES.tags().get(random.nextInt(3));
                Optional<Head> seen = feeds.glance(audience);
                Replica.Snapshot<Long> snapshot = replicas.get(which).at(seen, Set.of(language));
                assertThat(snapshot.sealed())
                    .isGreaterThanOrEqualTo(seen.map(Head::sealed).orElse(0L));
                snapshot
                    .feeds()
                    .forEach(
                        (tag, feed) ->
                            assertThat(named(feed))
                                .as("%s feed in %s at %d", audience, tag, snapshot.sealed())
                                .isEqualTo(stateAt(audience, tag, snapshot.sealed())));
              }
            } catch (Turns.Killed e) {
              addLister();
              throw e;
            }
          });
    }

    private static Map<String, Long> named(Map<Thing, Long> feed) {
      Map<String, Long> named = new TreeMap<>();
      feed.forEach((thing, version) -> named.put(thing.kind() + " " + thing.id(), version));
      return named;
    }

    /** What was committed up to a sequence, without tombstones. */
    private Map<String, Long> stateAt(Audience audience, LanguageTag language, long sealed) {
      Map<String, Long> state = new TreeMap<>();
      committed
          .getOrDefault(audience + "#feed#" + language, new TreeMap<>())
          .headMap(sealed, true)
          .values()
          .forEach(
              entry -> {
                if (entry.gone()) {
                  state.remove(entry.thing());
                } else {
                  state.put(entry.thing(), entry.version());
                }
              });
      return state;
    }

    private void witness(List<Map<String, AttributeValue>> items) {
      for (Map<String, AttributeValue> item : items) {
        Attributes attributes = new Attributes(item);
        String partition = attributes.text("pk");
        if (partition.contains("#feed#")) {
          committed
              .computeIfAbsent(partition, key -> new TreeMap<>())
              .put(
                  Long.parseLong(attributes.text("sk")),
                  new Entry(
                      attributes.text("kind") + " " + attributes.text("id"),
                      attributes.number("version"),
                      item.containsKey("reason")));
        } else if (partition.startsWith("secretariat#resource#")) {
          versions
              .computeIfAbsent(
                  new ResourceId(partition.substring("secretariat#resource#".length())),
                  id -> new ArrayList<>())
              .add(attributes.number("version"));
        }
      }
    }

    private void checkEnd() {
      versions.forEach(
          (id, all) -> {
            for (int i = 0; i < all.size(); i++) {
              assertThat(all.get(i)).as("versions of %s: %s", id, all).isEqualTo(i + 1L);
            }
          });
      acknowledged.forEach(
          publication ->
              assertThat(versions.get(publication.id()))
                  .as("what was acknowledged is there")
                  .contains(publication.version()));
      FeedStore feeds = new FeedStore(table, TABLE);
      for (Phone phone : phones) {
        phone.poll(table, true);
        Head head = feeds.head(phone.audience).orElse(null);
        long sealed = head == null ? 0 : head.sealed();
        assertThat(head == null || head.moves().isEmpty()).isTrue();
        Map<String, Long> state = stateAt(phone.audience, phone.language, sealed);
        assertThat(phone.present()).as("a phone's copy").isEqualTo(state);
        List<FeedEntry> entries = feeds.entries(phone.audience, phone.language, 0, sealed);
        assertThat(entries.stream().map(FeedEntry::thing).distinct().count())
            .as(
                "one entry a thing in %s %s: %s",
                phone.audience,
                phone.language,
                entries.stream()
                    .map(
                        entry ->
                            entry.sequence() + " " + entry.thing().id() + " " + entry.version())
                    .toList())
            .isEqualTo(entries.size());
      }
      checkDetails();
    }

    private void checkDetails() {
      ResourcePublishing resources =
          new ResourcePublishing(table, TABLE, ledger(), vocabulary(), LANGUAGES);
      for (ResourceId id : IDS) {
        Optional<PublishedResource> now = resources.find(id);
        for (Audience audience : AUDIENCES) {
          ResourceStore store = new ResourceStore(table, TABLE, List.of(audience));
          boolean here =
              now.filter(
                      resource ->
                          resource instanceof PublishedResource.Live
                              && resource.audience() == audience)
                  .isPresent();
          for (LanguageTag language : LANGUAGES.tags()) {
            Optional<EditionPage> page = store.page(id, language);
            boolean expected =
                here && ((PublishedResource.Live) now.orElseThrow()).edition(language).isPresent();
            assertThat(page.isPresent())
                .as("%s in %s for %s", id, language, audience)
                .isEqualTo(expected);
            page.ifPresent(
                read -> assertThat(read.version()).isEqualTo(now.orElseThrow().version()));
          }
          store
              .overview(id)
              .ifPresent(
                  overview ->
                      assertThat(overview instanceof ResourceOverview.Available).isEqualTo(here));
        }
      }
    }
  }

  /** A phone that follows one feed by what readers are promised. */
  private static final class Phone {
    final Audience audience;
    final LanguageTag language;
    private final Map<String, Long> latest = new TreeMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private long cursor;

    Phone(Audience audience, LanguageTag language) {
      this.audience = audience;
      this.language = language;
    }

    void poll(InMemoryDynamoDb table, boolean strongly) {
      FeedStore feeds = new FeedStore(table, TABLE);
      Optional<Head> head = strongly ? feeds.head(audience) : feeds.glance(audience);
      long sealed = head.map(Head::sealed).orElse(0L);
      for (FeedEntry entry : feeds.entries(audience, language, cursor, sealed)) {
        String thing = entry.thing().kind() + " " + entry.thing().id();
        if (entry.sequence() <= cursor) {
          throw new AssertionError("an entry from before the cursor");
        }
        assertThat(seen.add(thing + " " + entry.version()))
            .as("%s %d shown once", thing, entry.version())
            .isTrue();
        assertThat(entry.version()).isGreaterThan(latest.getOrDefault(thing, 0L));
        latest.put(thing, entry.version());
        if (entry.content() instanceof FeedEntry.Content.Gone) {
          gone.add(thing);
        } else {
          gone.remove(thing);
        }
        cursor = entry.sequence();
      }
      cursor = Math.max(cursor, sealed);
    }

    Map<String, Long> present() {
      Map<String, Long> present = new TreeMap<>(latest);
      present.keySet().removeAll(gone);
      return present;
    }
  }
}
