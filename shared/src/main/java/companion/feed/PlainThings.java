package companion.feed;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.feed.FeedEntry.Content;
import companion.language.LanguageTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Publishes public things that have no rules of their own: one body for the record, and what each
 * language's feed says. The record stands in the secretariat's partitions.
 */
public final class PlainThings {
  /** What became of a call. */
  public enum Result {
    PUBLISHED,
    /** It already was so. */
    UNCHANGED,
    /** Others kept publishing; the same call may succeed later. */
    BUSY
  }

  private static final int LAYOUT = 1; // raise it when what feeds say of the same body changes
  private static final String PUBLISHED = "published";
  private static final String VERSION = "version";
  private static final String SEQUENCE = "sequence";
  private static final String LAYOUT_NAME = "layout";
  private static final String LANGUAGES = "languages";
  private static final String BODY = "body";
  private static final int ATTEMPTS = 20;

  private final DynamoDbClient client;
  private final String table;
  private final Ledger ledger;

  public PlainThings(DynamoDbClient client, String table, Ledger ledger) {
    this.client = client;
    this.table = table;
    this.ledger = ledger;
  }

  /** The body that was published last. */
  public Optional<Map<String, AttributeValue>> find(Thing thing) {
    return record(thing).map(record -> record.map(BODY).values());
  }

  /** Publishes {@code body}, unless it already is published in the same languages. */
  public Result publish(
      Thing thing,
      Map<String, AttributeValue> body,
      Map<LanguageTag, Map<String, AttributeValue>> feeds) {
    Map<LanguageTag, Content> contents =
        feeds.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, feed -> new Content.Present(feed.getValue())));
    List<String> languages = feeds.keySet().stream().map(LanguageTag::value).sorted().toList();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Attributes> record = record(thing);
      if (record.filter(now -> isAlready(now, body, languages)).isPresent()) {
        ledger.settle(Audience.PUBLIC); // whoever published it may have died before the seal
        return Result.UNCHANGED;
      }
      long version = record.map(now -> now.number(VERSION)).orElse(0L);
      OptionalLong from =
          record.map(now -> OptionalLong.of(now.number(SEQUENCE))).orElseGet(OptionalLong::empty);
      Move move = new Move(Audience.PUBLIC, thing, from, version + 1, contents);
      Ledger.Result result =
          ledger.publish(
              List.of(move),
              sequences -> List.of(put(thing, version, sequences.getFirst(), languages, body)));
      switch (result) {
        case Ledger.Result.Committed() -> {
          return Result.PUBLISHED;
        }
        case Ledger.Result.Refused() -> {} // somebody else published it: look again
        case Ledger.Result.Busy() -> {
          return Result.BUSY;
        }
        case Ledger.Result.TooLarge() ->
            throw new IllegalStateException("too many languages for one transaction");
      }
    }
    return Result.BUSY;
  }

  private static boolean isAlready(
      Attributes record, Map<String, AttributeValue> body, List<String> languages) {
    return record.map(BODY).values().equals(body)
        && record.texts(LANGUAGES).equals(languages)
        && record.number(LAYOUT_NAME) == LAYOUT;
  }

  private Optional<Attributes> record(Thing thing) {
    Map<String, AttributeValue> item =
        client.getItem(get -> get.tableName(table).key(key(thing)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(new Attributes(item));
  }

  private static Map<String, AttributeValue> key(Thing thing) {
    return Attributes.key("secretariat#" + thing.kind() + "#" + thing.id(), PUBLISHED);
  }

  private TransactWriteItem put(
      Thing thing,
      long version,
      long sequence,
      List<String> languages,
      Map<String, AttributeValue> body) {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(thing));
    item.put(VERSION, number(version + 1));
    item.put(SEQUENCE, number(sequence));
    item.put(LAYOUT_NAME, number(LAYOUT));
    item.put(LANGUAGES, texts(languages));
    item.put(BODY, AttributeValue.fromM(body));
    return TransactWriteItem.builder().put(Fence.put(table, item, version)).build();
  }
}
