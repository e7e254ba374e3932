package companion.dynamodb;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** TransactWriteItems with its refusals told apart. */
public final class Transactions {
  /** Actions that one transaction may hold (API reference, TransactWriteItems). */
  public static final int LIMIT = 100;

  /** How one attempt went. */
  public sealed interface Outcome {
    record Committed() implements Outcome {}

    /**
     * Conditions did not hold. Nothing was written.
     *
     * @param actions positions in the transaction, from 0
     */
    record Refused(Set<Integer> actions) implements Outcome {}

    /** Met another transaction or a throttle: the same attempt may succeed later. */
    record Contended() implements Outcome {}
  }

  // The SDK repeats neither of these for a cancelled transaction (developer guide, "Transaction
  // conflict handling"); anything else in the reasons is a defect and is thrown on.
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String NONE = "None";

  private final DynamoDbClient client;

  public Transactions(DynamoDbClient client) {
    this.client = client;
  }

  /** One attempt at writing all of {@code actions}, or none. */
  public Outcome write(List<TransactWriteItem> actions) {
    try {
      client.transactWriteItems(request -> request.transactItems(actions));
      return new Outcome.Committed();
    } catch (TransactionInProgressException e) {
      return new Outcome.Contended();
    } catch (TransactionCanceledException e) {
      return outcome(e);
    }
  }

  private static Outcome outcome(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    Set<Integer> refused = new TreeSet<>();
    boolean contended = false;
    for (int i = 0; i < reasons.size(); i++) {
      String code = reasons.get(i).code();
      if (CONDITION_FAILED.equals(code)) {
        refused.add(i);
      } else if (PASSING.contains(code)) {
        contended = true;
      } else if (!NONE.equals(code)) {
        throw cancelled;
      }
    }
    if (!refused.isEmpty()) {
      return new Outcome.Refused(refused);
    }
    if (contended) {
      return new Outcome.Contended();
    }
    throw cancelled;
  }
}
