package companion.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.dynamodb.Adversary;
import companion.dynamodb.Attributes;
import companion.dynamodb.ForwardingDynamoDb;
import companion.dynamodb.InMemoryDynamoDb;
import companion.dynamodb.RawTable;
import companion.dynamodb.Values;
import companion.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The ledger in situations made by hand; what chance makes of it is in the simulation. */
final class LedgerTest {
  private static final String TABLE = "table";
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag FR = LanguageTag.of("fr");
  private static final Thing FIRST = new Thing("note", "first");
  private static final Thing SECOND = new Thing("note", "second");
  private static final Ledger.Writes NO_WRITES = sequences -> List.of();
  private static final Ledger.Result COMMITTED = new Ledger.Result.Committed();

  private final InMemoryDynamoDb table = new InMemoryDynamoDb(Adversary.none());
  private final RawTable raw = new RawTable(table, TABLE);
  private final Ledger ledger = ledger(table, "epoch");

  private static Ledger ledger(DynamoDbClient client, String epoch) {
    return new Ledger(client, TABLE, attempts -> {}, () -> epoch);
  }

  private static Move move(Thing thing, long from, LanguageTag... languages) {
    return move(Audience.PUBLIC, thing, from, languages);
  }

  private static Move move(Audience audience, Thing thing, long from, LanguageTag... languages) {
    Map<LanguageTag, FeedEntry.Content> contents = new TreeMap<>();
    for (LanguageTag language : languages) {
      contents.put(language, new FeedEntry.Content.Present(Map.of()));
    }
    OptionalLong place = from == 0 ? OptionalLong.empty() : OptionalLong.of(from);
    return new Move(audience, thing, place, from + 1, contents);
  }

  private Attributes head() {
    return new Attributes(raw.item("public#head", "-"));
  }

  /** Sequences in a feed, those not sealed and not swept among them. */
  private List<Long> places(String feed) {
    return raw.items(feed).stream()
        .map(item -> Long.parseLong(new Attributes(item).text("sk")))
        .toList();
  }

  /** What the process of a publisher that dies sees. */
  private static final class Dead extends Error {}

  /** Dies at its {@code calls}-th transaction, before it reaches the table. */
  private DynamoDbClient dyingAtTransaction(int calls) {
    return new ForwardingDynamoDb(table) {
      private int made;

      @Override
      public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (++made == calls) {
          throw new Dead();
        }
        return super.transactWriteItems(request);
      }
    };
  }

  private void dieAfterCommit(Move move) {
    assertThatThrownBy(
            () -> ledger(dyingAtTransaction(2), "epoch").publish(List.of(move), NO_WRITES))
        .isInstanceOf(Dead.class);
  }

  private void dieAfterSeal(Move move) {
    assertThatThrownBy(
            () -> ledger(dyingAtTransaction(3), "epoch").publish(List.of(move), NO_WRITES))
        .isInstanceOf(Dead.class);
  }

  // all goes well

  @Test
  void shouldSealWhatItCommits() {
    ledger.publish(List.of(move(FIRST, 0, EN, FR)), NO_WRITES);

    assertThat(head().number("sealed")).isEqualTo(1);
  }

  @Test
  void shouldSweepThePlaceThatAThingHasLeft() {
    ledger.publish(List.of(move(FIRST, 0, EN, FR)), NO_WRITES);
    ledger.publish(List.of(move(FIRST, 1, EN, FR)), NO_WRITES);

    assertThat(places("public#feed#fr")).containsExactly(2L);
  }

  @Test
  void shouldPutMovesOfOnePublicationOneAfterTheOther() {
    List<Long> told = new ArrayList<>();

    ledger.publish(
        List.of(move(FIRST, 0, EN), move(SECOND, 0, EN)),
        sequences -> {
          told.addAll(sequences);
          return List.of();
        });

    assertThat(told).containsExactly(1L, 2L);
  }

  @Test
  void shouldCountInEachAudienceByItself() {
    List<Long> told = new ArrayList<>();
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    ledger.publish(
        List.of(move(Audience.MEMBER, FIRST, 0, EN), move(Audience.PUBLIC, FIRST, 1, EN)),
        sequences -> {
          told.addAll(sequences);
          return List.of();
        });

    assertThat(told).containsExactly(1L, 2L);
  }

  @Test
  void shouldSealEveryAudienceOfAPublication() {
    ledger.publish(
        List.of(move(Audience.MEMBER, FIRST, 0, EN), move(Audience.PUBLIC, FIRST, 0, EN)),
        NO_WRITES);

    assertThat(List.of("public#head", "member#head"))
        .allSatisfy(
            head -> assertThat(new Attributes(raw.item(head, "-")).number("sealed")).isEqualTo(1));
  }

  @Test
  void shouldKeepTheEpochThatTheTableWasBegunWith() {
    ledger(table, "first").publish(List.of(move(FIRST, 0, EN)), NO_WRITES);
    ledger(table, "second").publish(List.of(move(FIRST, 1, EN)), NO_WRITES);

    assertThat(head().text("epoch")).isEqualTo("first");
  }

  @Test
  void shouldTakeTheHeadThatAnotherHasJustBegun() {
    DynamoDbClient late =
        new ForwardingDynamoDb(table) {
          @Override
          public PutItemResponse putItem(PutItemRequest request) {
            ledger(table, "other").publish(List.of(move(SECOND, 0, EN)), NO_WRITES);
            return super.putItem(request);
          }
        };

    ledger(late, "mine").publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    assertThat(head().text("epoch")).isEqualTo("other");
  }

  @Test
  void shouldWriteNothingWhenSettlingWhatWasNeverBegun() {
    ledger.settle(Audience.BOARD);

    assertThat(table.scan()).isEmpty();
  }

  // a publisher dies

  @Test
  void shouldHideWhatADeadPublisherDidNotSeal() {
    dieAfterCommit(move(FIRST, 0, EN));

    assertThat(head().number("sealed")).isZero();
  }

  @Test
  void shouldSealWhatADeadPublisherLeftWhenTheNextOnePublishes() {
    dieAfterCommit(move(FIRST, 0, EN));

    ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);

    assertThat(head().number("sealed")).isEqualTo(2);
  }

  @Test
  void shouldSweepWhatADeadPublisherLeftWhenTheNextOnePublishes() {
    ledger.publish(List.of(move(FIRST, 0, EN, FR)), NO_WRITES);
    dieAfterCommit(move(FIRST, 1, EN, FR));

    ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);

    assertThat(places("public#feed#fr")).containsExactly(2L);
  }

  @Test
  void shouldSealWhatADeadPublisherLeftWhenSettling() {
    dieAfterCommit(move(FIRST, 0, EN));

    ledger.settle(Audience.PUBLIC);

    assertThat(head().number("sealed")).isEqualTo(1);
  }

  @Test
  void shouldSweepWhatADeadPublisherLeftWhenSettling() {
    ledger.publish(List.of(move(FIRST, 0, EN, FR)), NO_WRITES);
    dieAfterCommit(move(FIRST, 1, EN, FR));

    ledger.settle(Audience.PUBLIC);

    assertThat(places("public#feed#fr")).containsExactly(2L);
  }

  @Test
  void shouldSealTheWidestAudienceFirst() {
    List<Move> narrowing =
        List.of(move(Audience.MEMBER, FIRST, 0, EN), move(Audience.PUBLIC, FIRST, 0, EN));

    assertThatThrownBy(() -> ledger(dyingAtTransaction(3), "epoch").publish(narrowing, NO_WRITES))
        .isInstanceOf(Dead.class);

    assertThat(head().number("sealed")).isEqualTo(1);
    assertThat(new Attributes(raw.item("member#head", "-")).number("sealed")).isZero();
  }

  @Test
  void shouldKeepTheOldPlaceUntilTheNewOneIsSealed() {
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    dieAfterCommit(move(FIRST, 1, EN));

    assertThat(places("public#feed#en")).containsExactly(1L, 2L);
  }

  @Test
  void shouldRememberWhatToSweepAfterTheSeal() {
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    dieAfterSeal(move(FIRST, 1, EN));

    assertThat(head().maps("moves")).hasSize(1);
  }

  @Test
  void shouldSweepAfterTheSealOfADeadPublisherWhenTheNextOnePublishes() {
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);
    dieAfterSeal(move(FIRST, 1, EN));

    ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);

    assertThat(places("public#feed#en")).containsExactly(2L, 3L);
  }

  @Test
  void shouldSweepAfterTheSealOfADeadPublisherWhenSettling() {
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);
    dieAfterSeal(move(FIRST, 1, EN));

    ledger.settle(Audience.PUBLIC);

    assertThat(places("public#feed#en")).containsExactly(2L);
  }

  @Test
  void shouldForgetWhatWasSwept() {
    ledger.publish(List.of(move(FIRST, 0, EN)), NO_WRITES);
    dieAfterSeal(move(FIRST, 1, EN));

    ledger.settle(Audience.PUBLIC);

    assertThat(head().maps("moves")).isEmpty();
  }

  // others write too

  /** Meets a conflict at the head in its first {@code count} transactions. */
  private DynamoDbClient conflicting(int count) {
    return new ForwardingDynamoDb(table) {
      private int made;

      @Override
      public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (++made <= count) {
          throw TransactionCanceledException.builder()
              .message("cancelled")
              .cancellationReasons(
                  request.transactItems().stream()
                      .map(
                          action ->
                              CancellationReason.builder()
                                  .code(action.update() == null ? "None" : "TransactionConflict")
                                  .build())
                      .toList())
              .build();
        }
        return super.transactWriteItems(request);
      }
    };
  }

  @Test
  void shouldTryAgainWhenItMeetsAnotherTransaction() {
    assertThat(ledger(conflicting(3), "epoch").publish(List.of(move(FIRST, 0, EN)), NO_WRITES))
        .isEqualTo(COMMITTED);
  }

  @Test
  void shouldWaitLongerWithEachAttempt() {
    List<Integer> pauses = new ArrayList<>();

    new Ledger(conflicting(3), TABLE, pauses::add, () -> "epoch")
        .publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    assertThat(pauses).containsExactly(1, 2, 3);
  }

  @Test
  void shouldGiveUpAfterLongContention() {
    assertThat(
            ledger(conflicting(Integer.MAX_VALUE), "epoch")
                .publish(List.of(move(FIRST, 0, EN)), NO_WRITES))
        .isEqualTo(new Ledger.Result.Busy());
  }

  @Test
  void shouldGoBehindWhoeverPublishedMeanwhile() {
    DynamoDbClient overtaken =
        new ForwardingDynamoDb(table) {
          private boolean done;

          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (!done) {
              done = true;
              ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);
            }
            return super.transactWriteItems(request);
          }
        };

    ledger(overtaken, "epoch").publish(List.of(move(FIRST, 0, EN)), NO_WRITES);

    assertThat(raw.items("public#feed#en"))
        .extracting(item -> new Attributes(item).text("id"))
        .containsExactly("second", "first");
  }

  // refused

  private static List<TransactWriteItem> unmetCondition() {
    Map<String, AttributeValue> item =
        Map.of("pk", Values.text("secretariat#note#first"), "sk", Values.text("published"));
    return List.of(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(TABLE)
                    .item(item)
                    .conditionExpression("attribute_exists(pk)")
                    .build())
            .build());
  }

  @Test
  void shouldSayThatAConditionOfThePublicationDidNotHold() {
    assertThat(ledger.publish(List.of(move(FIRST, 0, EN)), sequences -> unmetCondition()))
        .isEqualTo(new Ledger.Result.Refused());
  }

  @Test
  void shouldWriteNothingWhereAConditionOfThePublicationDidNotHold() {
    ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);
    List<Map<String, AttributeValue>> before = table.scan();

    ledger.publish(List.of(move(FIRST, 0, EN)), sequences -> unmetCondition());

    assertThat(table.scan()).isEqualTo(before);
  }

  private static LanguageTag[] languages(int count) {
    LanguageTag[] languages = new LanguageTag[count];
    for (int i = 0; i < count; i++) {
      languages[i] = LanguageTag.of("x" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
    }
    return languages;
  }

  @Test
  void shouldTakeAsMuchAsOneTransactionHolds() {
    assertThat(ledger.publish(List.of(move(FIRST, 0, languages(99))), NO_WRITES))
        .isEqualTo(COMMITTED);
  }

  @Test
  void shouldRefuseMoreThanOneTransactionHolds() {
    assertThat(ledger.publish(List.of(move(FIRST, 0, languages(100))), NO_WRITES))
        .isEqualTo(new Ledger.Result.TooLarge());
  }

  @Test
  void shouldWriteNothingOfWhatIsTooLarge() {
    ledger.publish(List.of(move(SECOND, 0, EN)), NO_WRITES);
    List<Map<String, AttributeValue>> before = table.scan();

    ledger.publish(List.of(move(FIRST, 0, languages(100))), NO_WRITES);

    assertThat(table.scan()).isEqualTo(before);
  }

  @Test
  void shouldSweepMorePlacesThanOneBatchHolds() {
    ledger.publish(List.of(move(FIRST, 0, languages(60))), NO_WRITES);

    ledger.publish(List.of(move(FIRST, 1, languages(60))), NO_WRITES);

    assertThat(languages(60))
        .allSatisfy(language -> assertThat(places("public#feed#" + language)).containsExactly(2L));
  }
}
