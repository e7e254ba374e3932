package companion.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.dynamodb.Attributes;
import companion.dynamodb.ForwardingDynamoDb;
import companion.dynamodb.RawTable;
import companion.dynamodb.Values;
import companion.language.LanguageTag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** What publishing a thing without rules does to the table, on whatever engine. */
abstract class PlainThingsContract {
  static final String TABLE = "table";

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag FR = LanguageTag.of("fr");
  private static final Thing THING = new Thing("note", "one");

  private final DynamoDbClient client = emptyTable();
  private final RawTable raw = new RawTable(client, TABLE);
  private final PlainThings things = things(client);

  /** A client of an engine that has the table {@link #TABLE}, without items. */
  abstract DynamoDbClient emptyTable();

  private static PlainThings things(DynamoDbClient client) {
    return new PlainThings(client, TABLE, new Ledger(client, TABLE, attempts -> {}, () -> "epoch"));
  }

  private static Map<String, AttributeValue> body(String text) {
    return Map.of("text", Values.text(text), "list", AttributeValue.fromL(List.of()));
  }

  private static PlainThings.Result publish(
      PlainThings things, String text, LanguageTag... languages) {
    Map<LanguageTag, Map<String, AttributeValue>> feeds = new HashMap<>();
    for (LanguageTag language : languages) {
      feeds.put(language, body(text + " in " + language));
    }
    return things.publish(THING, body(text), feeds);
  }

  private List<Attributes> feed(LanguageTag language) {
    return raw.items("public#feed#" + language).stream().map(Attributes::new).toList();
  }

  @Test
  void shouldFindNothingThatWasNeverPublished() {
    assertThat(things.find(THING)).isEmpty();
  }

  @Test
  void shouldFindTheBodyThatWasPublishedLast() {
    publish(things, "first", EN, FR);
    publish(things, "second", EN, FR);

    assertThat(things.find(THING)).contains(body("second"));
  }

  @Test
  void shouldKeepTheRecordWhereReadersCannotRead() {
    publish(things, "first", EN, FR);

    assertThat(raw.find("secretariat#note#one", "published")).isPresent();
  }

  @Test
  void shouldSayInEachFeedWhatIsForItsLanguage() {
    publish(things, "first", EN, FR);

    assertThat(feed(FR))
        .extracting(entry -> entry.map("body").text("text"))
        .containsExactly("first in fr");
  }

  @Test
  void shouldHoldOneEntryAThing() {
    publish(things, "first", EN, FR);
    publish(things, "second", EN, FR);

    assertThat(feed(EN)).hasSize(1);
  }

  @Test
  void shouldRaiseTheVersion() {
    publish(things, "first", EN, FR);
    publish(things, "second", EN, FR);

    assertThat(feed(EN).getFirst().number("version")).isEqualTo(2);
  }

  @Test
  void shouldSayUnchangedToARepetition() {
    publish(things, "first", EN, FR);

    assertThat(publish(things, "first", EN, FR)).isEqualTo(PlainThings.Result.UNCHANGED);
  }

  @Test
  void shouldWriteNothingForARepetition() {
    publish(things, "first", EN, FR);

    publish(things, "first", EN, FR);

    assertThat(new Attributes(raw.item("public#head", "-")).number("sequence")).isEqualTo(1);
  }

  /** What the process of a publisher that dies sees. */
  private static final class Dead extends Error {}

  @Test
  void shouldLetReadersSeeWhatADeadPublisherLeftWhenItIsRepeated() {
    DynamoDbClient dyingBeforeTheSeal =
        new ForwardingDynamoDb(client) {
          private int made;

          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (++made == 2) {
              throw new Dead();
            }
            return super.transactWriteItems(request);
          }
        };
    assertThatThrownBy(() -> publish(things(dyingBeforeTheSeal), "first", EN))
        .isInstanceOf(Dead.class);

    publish(things, "first", EN);

    assertThat(new Attributes(raw.item("public#head", "-")).number("sealed")).isEqualTo(1);
  }

  @Test
  void shouldPublishTheSameBodyAgainInMoreLanguages() {
    publish(things, "first", EN);

    publish(things, "first", EN, FR);

    assertThat(feed(FR)).hasSize(1);
  }

  @Test
  void shouldLookAgainWhenAnotherPublishesMeanwhile() {
    DynamoDbClient overtaken =
        new ForwardingDynamoDb(client) {
          private boolean done;

          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (!done) {
              done = true;
              publish(things, "other", EN);
            }
            return super.transactWriteItems(request);
          }
        };

    publish(things(overtaken), "mine", EN);

    assertThat(feed(EN).getFirst().number("version")).isEqualTo(2);
  }
}
