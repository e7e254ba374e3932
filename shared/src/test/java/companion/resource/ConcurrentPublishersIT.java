package companion.resource;

import static companion.resource.ResourceSamples.EN;
import static companion.resource.ResourceSamples.THREE_LANGUAGES;
import static companion.resource.ResourceSamples.facts;
import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Attributes;
import companion.dynamodb.EmbeddedTable;
import companion.dynamodb.Pause;
import companion.dynamodb.RawTable;
import companion.feed.Audience;
import companion.feed.FeedEntry;
import companion.feed.FeedStore;
import companion.feed.Head;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import companion.resource.ResourceCommand.PublishEditions;
import companion.vocabulary.VocabularyPublishing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Real threads on a real engine: what the simulation shows step by step holds at speed. */
final class ConcurrentPublishersIT {
  private static final String TABLE = "table";
  private static final int PUBLISHERS = 32;
  private static final int PUBLICATIONS_EACH = 2;
  private static final List<ResourceId> IDS =
      IntStream.range(0, 8).mapToObj(i -> new ResourceId("resource-" + i)).toList();

  private static final EmbeddedTable ENGINE = new EmbeddedTable();
  private static final DynamoDbClient CLIENT = ENGINE.empty(TABLE);

  /** Versions by resource, as publishers were told. */
  private static final Map<ResourceId, Set<Long>> ACKNOWLEDGED = new ConcurrentHashMap<>();

  private static final AtomicInteger PUBLISHING = new AtomicInteger(PUBLISHERS);

  /** One permit for whatever a follower may want to look at. */
  private static final Semaphore NEWS = new Semaphore(0);

  private static final Follower FOLLOWER = new Follower();

  @BeforeAll
  static void publishAllAtOnce() throws InterruptedException, ExecutionException {
    vocabulary(0).publish(ResourceSamples.VOCABULARY);
    IDS.forEach(id -> ACKNOWLEDGED.put(id, ConcurrentHashMap.newKeySet()));
    try (ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS + 1)) {
      List<Future<Boolean>> running = new ArrayList<>();
      running.add(threads.submit(FOLLOWER));
      for (int i = 0; i < PUBLISHERS; i++) {
        int seed = i;
        running.add(threads.submit(() -> publish(seed)));
      }
      for (Future<Boolean> thread : running) {
        assertThat(thread.get()).isTrue();
      }
    }
    FOLLOWER.poll();
  }

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  private static Ledger ledger(int seed) {
    return new Ledger(CLIENT, TABLE, Pause.jittered(new Random(seed)), () -> "epoch");
  }

  private static VocabularyPublishing vocabulary(int seed) {
    return new VocabularyPublishing(new PlainThings(CLIENT, TABLE, ledger(seed)), THREE_LANGUAGES);
  }

  private static boolean publish(int seed) {
    try {
      Random random = new Random(seed);
      ResourcePublishing resources =
          new ResourcePublishing(CLIENT, TABLE, ledger(seed), vocabulary(seed), THREE_LANGUAGES);
      for (int i = 0; i < PUBLICATIONS_EACH; i++) {
        ResourceId id = IDS.get(random.nextInt(IDS.size()));
        LanguageTag language = THREE_LANGUAGES.tags().get(random.nextInt(3));
        ACKNOWLEDGED
            .getOrDefault(id, Set.of())
            .add(publish(resources, id, language, "By " + seed + ", " + i));
        NEWS.release();
      }
      return true;
    } finally {
      PUBLISHING.decrementAndGet();
      NEWS.release();
    }
  }

  /** Publishes the next revision in a language, however often somebody else was first. */
  private static long publish(
      ResourcePublishing resources, ResourceId id, LanguageTag language, String title) {
    while (true) {
      Optional<PublishedResource> now = resources.find(id);
      Expected expected =
          now.<Expected>map(seen -> new Expected.Version(seen.version()))
              .orElseGet(Expected.Absent::new);
      int revision =
          now.flatMap(seen -> ((Live) seen).edition(language)).map(Edition::revision).orElse(0) + 1;
      Origin origin =
          language.equals(EN)
              ? new Origin.Original()
              : new Origin.Translated(1, TranslationMethod.HUMAN);
      Edition edition =
          new Edition(
              language, title, "", List.of(), revision, origin, Optional.empty(), List.of());
      PublishResult result = resources.apply(id, expected, new PublishEditions(facts(), edition));
      if (result instanceof PublishResult.Published(PublishedResource published)) {
        return published.version();
      }
      assertThat(result).isInstanceOf(PublishResult.Stale.class);
    }
  }

  /** A phone that follows the English feed by its head. */
  private static final class Follower implements Callable<Boolean> {
    private final Map<String, Long> copy = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private long cursor;

    @Override
    public Boolean call() throws InterruptedException {
      while (PUBLISHING.get() > 0) {
        poll(); // at news, and now and then in the middle of a publication
        boolean _ = NEWS.tryAcquire(5, TimeUnit.MILLISECONDS);
      }
      return true;
    }

    void poll() {
      Map<ResourceId, Long> told = new HashMap<>();
      ACKNOWLEDGED.forEach(
          (id, versions) ->
              told.put(id, versions.stream().mapToLong(Long::longValue).max().orElse(0)));
      FeedStore feeds = new FeedStore(CLIENT, TABLE);
      long sealed = feeds.head(Audience.PUBLIC).map(Head::sealed).orElse(0L);
      for (FeedEntry entry : feeds.entries(Audience.PUBLIC, EN, cursor, sealed)) {
        String word = entry.thing().id() + " " + entry.version();
        if (!seen.add(word)) {
          twice.add(word);
        }
        copy.put(entry.thing().id(), entry.version());
      }
      cursor = Math.max(cursor, sealed);
      told.forEach(
          (id, version) -> {
            if (copy.getOrDefault(id.value(), 0L) < version) {
              missed.add(id + " " + version);
            }
          });
    }
  }

  @Test
  void shouldLoseNoPublication() {
    assertThat(ACKNOWLEDGED.values().stream().mapToInt(Set::size).sum())
        .isEqualTo(PUBLISHERS * PUBLICATIONS_EACH);
  }

  @Test
  void shouldCountTheVersionsOfAResourceWithoutAGap() {
    assertThat(ACKNOWLEDGED)
        .allSatisfy(
            (id, versions) ->
                assertThat(versions)
                    .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList()));
  }

  @Test
  void shouldShowAFollowerWhateverWasAcknowledgedBeforeItLooked() {
    assertThat(FOLLOWER.missed).isEmpty();
  }

  @Test
  void shouldShowAFollowerNoVersionTwice() {
    assertThat(FOLLOWER.twice).isEmpty();
  }

  @Test
  void shouldEndWithOneEntryAThing() {
    assertThat(new RawTable(CLIENT, TABLE).items("public#feed#en"))
        .extracting(item -> new Attributes(item).text("id"))
        .doesNotHaveDuplicates()
        .hasSize(1 + (int) ACKNOWLEDGED.values().stream().filter(all -> !all.isEmpty()).count());
  }

  @Test
  void shouldEndWithTheLatestVersionInAFollowersCopy() {
    assertThat(ACKNOWLEDGED)
        .allSatisfy(
            (id, versions) ->
                assertThat(FOLLOWER.copy.getOrDefault(id.value(), 0L)).isEqualTo(versions.size()));
  }
}
