package companion.feed;

import companion.dynamodb.Pause;
import companion.dynamodb.Transactions;
import companion.dynamodb.Transactions.Outcome;
import companion.feed.Head.Step;
import companion.language.LanguageTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes feeds: commit, then seal, then sweep.
 *
 * <p>The items of a transaction become visible one by one (developer guide, "Isolation levels for
 * DynamoDB transactions": a Query is read-committed), so that a reader who sees entry 12 cannot
 * know that it would have seen entry 11. A commit therefore only raises {@code sequence}. A second
 * transaction checks that every entry of it exists, which DynamoDB admits only when those items are
 * settled, and raises {@code sealed}. Readers go no further than {@code sealed}. Only once that is
 * visible are the places deleted that things have moved away from: a reader who misses one finds
 * the head changed. Whoever comes upon an unsettled head settles it first, so that a publisher may
 * die anywhere.
 */
public final class Ledger {
  private static final int ATTEMPTS = 400; // under 32 publishers at once a handful is usual

  /** How a publication went. */
  public sealed interface Result {
    record Committed() implements Result {}

    /** A condition among the publication's own writes did not hold; nothing was written. */
    record Refused() implements Result {}

    /** Others kept writing; nothing was written, and the same call may succeed later. */
    record Busy() implements Result {}

    /** More than DynamoDB takes in one transaction; nothing was written. */
    record TooLarge() implements Result {}
  }

  /** The writes that go with a publication, once it is known where its moves end up. */
  @FunctionalInterface
  public interface Writes {
    /**
     * The conditions and items of the publication itself.
     *
     * @param sequences of the moves, in their order
     */
    List<TransactWriteItem> at(List<Long> sequences);
  }

  private final DynamoDbClient client;
  private final String table;
  private final FeedStore feeds;
  private final Transactions transactions;
  private final Pause pause;
  private final Supplier<String> epochs;

  /**
   * A ledger over one table.
   *
   * @param epochs gives a new random text for a table without data
   */
  public Ledger(DynamoDbClient client, String table, Pause pause, Supplier<String> epochs) {
    this.client = client;
    this.table = table;
    this.feeds = new FeedStore(client, table);
    this.transactions = new Transactions(client);
    this.pause = pause;
    this.epochs = epochs;
  }

  /** Moves things to the end of their feeds together with {@code writes}: all of it, or nothing. */
  public Result publish(List<Move> moves, Writes writes) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // The widest audience is sealed first, whatever the order of the moves: what was narrowed has
      // left its lists even if the publisher dies between two seals. Until somebody settles the
      // other it may then be in no list, which harms nobody.
      Map<Audience, Head> heads = new EnumMap<>(Audience.class);
      boolean ready = true;
      for (Move move : moves) {
        if (!heads.containsKey(move.audience())) {
          Head head = settled(move.audience());
          ready &= head.isSettled();
          heads.put(move.audience(), head);
        }
      }
      if (ready) {
        List<TransactWriteItem> actions = actions(heads, moves, writes);
        if (Math.max(actions.size(), sealSize(moves)) > Transactions.LIMIT) {
          return new Result.TooLarge();
        }
        switch (transactions.write(actions)) {
          case Outcome.Committed() -> {
            heads.keySet().forEach(this::settle);
            return new Result.Committed();
          }
          case Outcome.Refused(var failed) -> {
            if (failed.stream().anyMatch(action -> action >= heads.size())) {
              return new Result.Refused();
            } // else a head moved on meanwhile: look again
          }
          case Outcome.Contended() -> {}
        }
      }
      pause.after(attempt);
    }
    return new Result.Busy();
  }

  /**
   * Seals what was committed and sweeps what it left, if anything is to be done. Harmless to
   * repeat; gives up after long contention (whoever contends does the same).
   */
  public void settle(Audience audience) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (feeds.head(audience).map(Head::isSettled).orElse(true) || settled(audience).isSettled()) {
        return;
      }
      pause.after(attempt);
    }
  }

  /** One try at settling; the head as it is then. */
  private Head settled(Audience audience) {
    Head head = begun(audience);
    if (!head.isSealed()) {
      trySeal(audience, head);
      head = begun(audience);
    }
    if (head.isSealed() && !head.isSettled()) {
      sweep(audience, head);
      head = begun(audience);
    }
    return head;
  }

  private List<TransactWriteItem> actions(
      Map<Audience, Head> heads, List<Move> moves, Writes writes) {
    List<TransactWriteItem> advances = new ArrayList<>();
    List<TransactWriteItem> entries = new ArrayList<>();
    List<Long> sequences = new ArrayList<>(Collections.nCopies(moves.size(), 0L));
    heads.forEach(
        (audience, head) -> {
          List<Step> pending = new ArrayList<>();
          for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            if (move.audience() == audience) {
              long sequence = head.sequence() + pending.size() + 1;
              sequences.set(i, sequence);
              pending.add(new Step(sequence, move.from(), List.copyOf(move.contents().keySet())));
              entries.addAll(puts(move, sequence));
            }
          }
          advances.add(HeadItem.advance(table, audience, head, pending));
        });
    List<TransactWriteItem> actions = new ArrayList<>(advances);
    actions.addAll(writes.at(sequences));
    actions.addAll(entries);
    return actions;
  }

  private List<TransactWriteItem> puts(Move move, long sequence) {
    return move.contents().entrySet().stream()
        .map(
            content ->
                put(
                    FeedEntryItem.write(
                        move.audience(),
                        content.getKey(),
                        new FeedEntry(sequence, move.thing(), move.version(), content.getValue()))))
        .toList();
  }

  /** The actions that the seal of these moves will need. */
  private static int sealSize(List<Move> moves) {
    return 1 + moves.stream().mapToInt(move -> move.contents().size()).sum();
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private void trySeal(Audience audience, Head head) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(HeadItem.seal(table, audience, head));
    for (Step step : head.moves()) {
      for (LanguageTag language : step.languages()) {
        actions.add(
            TransactWriteItem.builder()
                .conditionCheck(
                    ConditionCheck.builder()
                        .tableName(table)
                        .key(FeedEntryItem.key(audience, language, step.sequence()))
                        .conditionExpression("attribute_exists(pk)")
                        .build())
                .build());
      }
    }
    transactions.write(actions);
  }

  private void sweep(Audience audience, Head head) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(HeadItem.swept(table, audience, head));
    for (Step step : head.moves()) {
      step.from()
          .ifPresent(
              from ->
                  step.languages()
                      .forEach(language -> actions.add(delete(audience, language, from))));
    }
    transactions.write(actions);
  }

  private TransactWriteItem delete(Audience audience, LanguageTag language, long sequence) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(table)
                .key(FeedEntryItem.key(audience, language, sequence))
                .build())
        .build();
  }

  private Head begun(Audience audience) {
    Optional<Head> head = feeds.head(audience);
    while (head.isEmpty()) {
      Put begin = HeadItem.begin(table, audience, epochs.get());
      try {
        client.putItem(
            put ->
                put.tableName(table)
                    .item(begin.item())
                    .conditionExpression(begin.conditionExpression()));
      } catch (ConditionalCheckFailedException | TransactionConflictException e) {
        // somebody else began it just now
      }
      head = feeds.head(audience);
    }
    return head.get();
  }
}
