package companion.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.dynamodb.Adversary;
import companion.dynamodb.Attributes;
import companion.dynamodb.ForwardingDynamoDb;
import companion.dynamodb.InMemoryDynamoDb;
import companion.dynamodb.Values;
import companion.feed.FeedEntry.Content;
import companion.language.LanguageTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

final class ReplicaTest {
  private static final String TABLE = "table";
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag FR = LanguageTag.of("fr");
  private static final Set<LanguageTag> ENGLISH = Set.of(EN);
  private static final Set<LanguageTag> FRENCH = Set.of(FR);

  private World world = new World("epoch");
  private final Counting client = new Counting();
  private final FeedStore feeds = new FeedStore(client, TABLE);
  private final Replica<String> replica =
      new Replica<>(
          feeds,
          Audience.PUBLIC,
          (entry, present) ->
              entry.thing().kind().equals("note")
                  ? Optional.of(new Attributes(present.body()).text("text"))
                  : Optional.empty());

  /** A table and whoever publishes to it. */
  private static final class World {
    final InMemoryDynamoDb table = new InMemoryDynamoDb(Adversary.none());
    private final Map<Thing, Long> places = new HashMap<>();
    private final Ledger ledger;
    private long sequence;

    World(String epoch) {
      ledger = new Ledger(table, TABLE, attempts -> {}, () -> epoch);
    }

    void publish(Thing thing, Content english, Content french) {
      Long place = places.get(thing);
      ledger.publish(
          List.of(
              new Move(
                  Audience.PUBLIC,
                  thing,
                  place == null ? OptionalLong.empty() : OptionalLong.of(place),
                  ++sequence,
                  Map.of(EN, english, FR, french))),
          sequences -> List.of());
      places.put(thing, sequence);
    }
  }

  /** Counts what the replica reads of the present world's table. */
  private final class Counting extends ForwardingDynamoDb {
    private int gets;
    private final List<String> queries = new ArrayList<>();
    private Runnable beforeQuery = () -> {};

    Counting() {
      super(new InMemoryDynamoDb(Adversary.none()));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      gets++;
      return world.table.getItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      Runnable before = beforeQuery;
      beforeQuery = () -> {};
      before.run();
      Attributes values = new Attributes(request.expressionAttributeValues());
      queries.add(values.text(":pk") + " from " + Long.parseLong(values.text(":first")));
      return world.table.query(request);
    }
  }

  private static Thing note(String id) {
    return new Thing("note", id);
  }

  private static Content text(String text) {
    return new Content.Present(Map.of("text", Values.text(text)));
  }

  private void publish(String id, String text) {
    world.publish(note(id), text("en " + text), text("fr " + text));
  }

  private Replica.Snapshot<String> caughtUp(Set<LanguageTag> languages) {
    return replica.at(feeds.head(Audience.PUBLIC), languages);
  }

  @Test
  void shouldHoldALanguageOnceItWasAskedFor() {
    publish("a", "one");

    assertThat(caughtUp(FRENCH).feed(FR)).isEqualTo(Map.of(note("a"), "fr one"));
  }

  @Test
  void shouldNotLoadALanguageThatNobodyAskedFor() {
    publish("a", "one");

    assertThat(caughtUp(FRENCH).feeds()).containsOnlyKeys(FR);
  }

  @Test
  void shouldKeepTheLanguagesThatItHasWhenAnotherIsAskedFor() {
    publish("a", "one");
    caughtUp(FRENCH);

    assertThat(caughtUp(ENGLISH).feeds()).containsOnlyKeys(EN, FR);
  }

  @Test
  void shouldHoldALanguageThatHasNothing() {
    assertThat(caughtUp(ENGLISH).feeds()).containsOnlyKeys(EN);
  }

  @Test
  void shouldReadNothingWhereNothingIsNew() {
    publish("a", "one");
    Optional<Head> head = feeds.head(Audience.PUBLIC);
    replica.at(head, ENGLISH);
    int gets = client.gets;
    client.queries.clear();

    replica.at(head, ENGLISH);

    assertThat(client.queries.size() + client.gets - gets).isZero();
  }

  @Test
  void shouldGiveTheSameSnapshotWhereNothingIsNew() {
    publish("a", "one");

    assertThat(caughtUp(ENGLISH)).isSameAs(caughtUp(ENGLISH));
  }

  @Test
  void shouldCatchUpWithTheNewsAlone() {
    for (int i = 0; i < 20; i++) {
      publish("a" + i, "one");
    }
    caughtUp(ENGLISH);
    client.queries.clear();
    publish("b", "one");

    caughtUp(ENGLISH);

    assertThat(client.queries).containsExactly("public#feed#en from 21");
  }

  @Test
  void shouldReadALanguageThatIsNewFromItsBeginning() {
    publish("a", "one");
    caughtUp(ENGLISH);
    client.queries.clear();

    caughtUp(FRENCH);

    assertThat(client.queries).containsExactly("public#feed#fr from 1");
  }

  @Test
  void shouldHaveEveryLanguageAsItWasAtOneSeal() {
    publish("a", "one");
    caughtUp(ENGLISH);
    publish("a", "two");

    assertThat(caughtUp(FRENCH).feed(EN)).isEqualTo(Map.of(note("a"), "en two"));
  }

  @Test
  void shouldShowTheLatestWordAboutAThing() {
    publish("a", "one");
    caughtUp(ENGLISH);
    publish("b", "one");
    publish("a", "two");

    assertThat(caughtUp(ENGLISH).feed(EN))
        .isEqualTo(Map.of(note("a"), "en two", note("b"), "en one"));
  }

  @Test
  void shouldDropWhatWasWithdrawn() {
    publish("a", "one");
    publish("b", "one");
    caughtUp(ENGLISH);
    world.publish(note("a"), new Content.Gone("legal"), new Content.Gone("legal"));

    assertThat(caughtUp(ENGLISH).feed(EN)).containsOnlyKeys(note("b"));
  }

  @Test
  void shouldLeaveOutKindsThatItsOwnerHasNoUseFor() {
    world.publish(new Thing("other", "a"), text("en"), text("fr"));

    assertThat(caughtUp(ENGLISH).feed(EN)).isEmpty();
  }

  @Test
  void shouldStartAnewUnderANewEpoch() {
    publish("a", "one");
    publish("b", "one");
    caughtUp(ENGLISH);
    world = new World("another epoch");
    publish("c", "one");

    assertThat(caughtUp(ENGLISH).feed(EN)).containsOnlyKeys(note("c"));
  }

  @Test
  void shouldLoadEveryLanguageAnewUnderANewEpoch() {
    publish("a", "one");
    caughtUp(Set.of(EN, FR));
    world = new World("another epoch");
    publish("c", "one");

    assertThat(caughtUp(ENGLISH).feed(FR)).containsOnlyKeys(note("c"));
  }

  @Test
  void shouldNotGoBackAtAGlanceThatIsOld() {
    publish("a", "one");
    Optional<Head> old = feeds.head(Audience.PUBLIC);
    publish("a", "two");
    caughtUp(ENGLISH);

    assertThat(replica.at(old, ENGLISH).feed(EN)).isEqualTo(Map.of(note("a"), "en two"));
  }

  @Test
  void shouldReadNothingAtAGlanceThatIsOld() {
    publish("a", "one");
    Optional<Head> old = feeds.head(Audience.PUBLIC);
    publish("a", "two");
    caughtUp(ENGLISH);
    int gets = client.gets;

    replica.at(old, ENGLISH);

    assertThat(client.gets).isEqualTo(gets);
  }

  @Test
  void shouldNotGoBackAtAGlanceFromBeforeThereWasAnything() {
    publish("a", "one");
    caughtUp(ENGLISH);

    assertThat(replica.at(Optional.empty(), ENGLISH).feed(EN)).containsOnlyKeys(note("a"));
  }

  @Test
  void shouldNotGoBackAtAGlanceOfAnOlderEpoch() {
    publish("a", "one");
    Optional<Head> old = feeds.head(Audience.PUBLIC);
    world = new World("another epoch");
    publish("c", "one");
    caughtUp(ENGLISH);

    assertThat(replica.at(old, ENGLISH).feed(EN)).containsOnlyKeys(note("c"));
  }

  @Test
  void shouldReadOnFromWhereTheHeadWasIfItMovesMeanwhile() {
    for (int i = 0; i < 5; i++) {
      publish("a" + i, "one");
    }
    client.beforeQuery = () -> publish("a0", "two");

    assertThat(caughtUp(ENGLISH).feed(EN)).hasSize(5).containsEntry(note("a0"), "en two");
  }

  @Test
  void shouldSayUpToWhereItHasRead() {
    publish("a", "one");
    client.beforeQuery = () -> publish("a", "two");

    assertThat(caughtUp(ENGLISH).sealed()).isEqualTo(2);
  }

  @Test
  void shouldLeaveASnapshotAsItWas() {
    publish("a", "one");
    Replica.Snapshot<String> before = caughtUp(ENGLISH);
    publish("a", "two");

    caughtUp(ENGLISH);

    assertThat(before.feed(EN)).isEqualTo(Map.of(note("a"), "en one"));
  }

  @Test
  void shouldNotLetAFeedOfASnapshotBeChanged() {
    publish("a", "one");
    Map<Thing, String> feed = caughtUp(ENGLISH).feed(EN);

    assertThatThrownBy(feed::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void shouldNotLetTheLanguagesOfASnapshotBeChanged() {
    publish("a", "one");
    Map<LanguageTag, Map<Thing, String>> all = caughtUp(ENGLISH).feeds();

    assertThatThrownBy(all::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
