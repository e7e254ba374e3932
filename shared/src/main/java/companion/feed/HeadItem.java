package companion.feed;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.feed.Head.Step;
import companion.language.LanguageTag;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The head of an audience's feed as an item. */
final class HeadItem {
  private static final String EPOCH = "epoch";
  private static final String SEQUENCE = "sequence";
  private static final String SEALED = "sealed";
  private static final String MOVES = "moves";
  private static final String FROM = "from";
  private static final String LANGUAGES = "languages";

  private HeadItem() {}

  static Map<String, AttributeValue> key(Audience audience) {
    return Attributes.key(audience + "#head", "-");
  }

  static Head read(Map<String, AttributeValue> item) {
    Attributes head = new Attributes(item);
    return new Head(
        head.text(EPOCH),
        head.number(SEQUENCE),
        head.number(SEALED),
        head.maps(MOVES).stream().map(HeadItem::readStep).toList());
  }

  private static Step readStep(Attributes step) {
    long from = step.number(FROM);
    return new Step(
        step.number(SEQUENCE),
        from == 0 ? OptionalLong.empty() : OptionalLong.of(from),
        step.texts(LANGUAGES).stream().map(LanguageTag::of).toList());
  }

  private static AttributeValue write(List<Step> steps) {
    return AttributeValue.fromL(steps.stream().map(HeadItem::write).toList());
  }

  private static AttributeValue write(Step step) {
    return AttributeValue.fromM(
        Map.of(
            SEQUENCE, number(step.sequence()),
            FROM, number(step.from().orElse(0)),
            LANGUAGES, texts(step.languages().stream().map(LanguageTag::value).toList())));
  }

  /** The first head; refused where there is one. */
  static Put begin(String table, Audience audience, String epoch) {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(audience));
    item.put(EPOCH, text(epoch));
    item.put(SEQUENCE, number(0));
    item.put(SEALED, number(0));
    item.put(MOVES, AttributeValue.fromL(List.of()));
    return Put.builder()
        .tableName(table)
        .item(item)
        .conditionExpression("attribute_not_exists(pk)")
        .build();
  }

  /** Refused unless the head is still settled where {@code from} was. */
  static TransactWriteItem advance(String table, Audience audience, Head from, List<Step> moves) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key(audience))
                .conditionExpression("epoch = :epoch AND #sequence = :from AND sealed = :from")
                .updateExpression("SET #sequence = :to, moves = :moves")
                .expressionAttributeNames(Map.of("#sequence", SEQUENCE)) // a reserved word
                .expressionAttributeValues(
                    Map.of(
                        ":epoch", text(from.epoch()),
                        ":from", number(from.sequence()),
                        ":to", number(moves.getLast().sequence()),
                        ":moves", write(moves)))
                .build())
        .build();
  }

  /**
   * Refused unless the head still has the publication that {@code from} has unsealed. What the
   * sweep will need stays.
   */
  static TransactWriteItem seal(String table, Audience audience, Head from) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key(audience))
                .conditionExpression("epoch = :epoch AND #sequence = :to AND sealed = :from")
                .updateExpression("SET sealed = :to, moves = :left")
                .expressionAttributeNames(Map.of("#sequence", SEQUENCE))
                .expressionAttributeValues(
                    Map.of(
                        ":epoch", text(from.epoch()),
                        ":from", number(from.sealed()),
                        ":to", number(from.sequence()),
                        ":left", write(from.moves().stream().filter(Step::leaves).toList())))
                .build())
        .build();
  }

  /** Forgets the moves of {@code from}; refused where another publication followed. */
  static TransactWriteItem swept(String table, Audience audience, Head from) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(key(audience))
                .conditionExpression("epoch = :epoch AND #sequence = :at AND sealed = :at")
                .updateExpression("SET moves = :none")
                .expressionAttributeNames(Map.of("#sequence", SEQUENCE))
                .expressionAttributeValues(
                    Map.of(
                        ":epoch", text(from.epoch()),
                        ":at", number(from.sequence()),
                        ":none", AttributeValue.fromL(List.of())))
                .build())
        .build();
  }
}
