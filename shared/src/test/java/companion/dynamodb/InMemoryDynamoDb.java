package companion.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * One table with string keys pk and sk, as unkind as DynamoDB's documentation allows: the items of
 * a transaction become visible one by one, in any order, before or after the call returns; whatever
 * touches them meanwhile meets a conflict; reads that are not strong may be old; pages are short
 * and the table changes between them. Not for several threads at once: the {@link Adversary} hands
 * out turns.
 */
public final class InMemoryDynamoDb implements DynamoDbClient {
  private static final int PAGE = 3;
  private static final int MEMORY = 3; // how many old versions of an item a weak read may show

  private record Key(String partition, String sort) implements Comparable<Key> {
    static Key of(Map<String, AttributeValue> item) {
      Attributes attributes = new Attributes(item);
      return new Key(
          attributes.text(Attributes.PARTITION_KEY), attributes.text(Attributes.SORT_KEY));
    }

    @Override
    public int compareTo(Key other) {
      int order = partition.compareTo(other.partition);
      return order != 0 ? order : sort.compareTo(other.sort);
    }
  }

  /** A committed transaction whose writes are not all visible yet. What is visible is unlocked. */
  private static final class InFlight {
    final Deque<Map.Entry<Key, Map<String, AttributeValue>>> writes = new ArrayDeque<>();
  }

  private final Adversary adversary;
  private final TreeMap<Key, Map<String, AttributeValue>> visible = new TreeMap<>();
  private final Map<Key, List<Map<String, AttributeValue>>> history = new HashMap<>();
  private final List<InFlight> inFlight = new ArrayList<>();
  private Consumer<List<Map<String, AttributeValue>>> witness = items -> {};

  public InMemoryDynamoDb(Adversary adversary) {
    this.adversary = adversary;
  }

  /** Told the items that each transaction puts or updates, at the moment of its commit. */
  public void onCommit(Consumer<List<Map<String, AttributeValue>>> listener) {
    witness = listener;
  }

  /** Makes one more item of some transaction visible; false if there was none to make. */
  public boolean settleOne() {
    if (inFlight.isEmpty()) {
      return false;
    }
    InFlight transaction = inFlight.get(adversary.random().nextInt(inFlight.size()));
    var write = transaction.writes.poll();
    if (write != null) {
      apply(write.getKey(), write.getValue());
    }
    if (transaction.writes.isEmpty()) {
      inFlight.remove(transaction);
    }
    return true;
  }

  /** Everything that is visible, in key order. */
  public List<Map<String, AttributeValue>> scan() {
    return List.copyOf(visible.values());
  }

  private void apply(Key key, Map<String, AttributeValue> item) {
    history.computeIfAbsent(key, k -> new ArrayList<>()).add(visible.getOrDefault(key, Map.of()));
    if (item.isEmpty()) {
      visible.remove(key);
    } else {
      visible.put(key, item);
    }
  }

  private boolean isLocked(Key key) {
    return inFlight.stream()
        .flatMap(transaction -> transaction.writes.stream())
        .anyMatch(write -> write.getKey().equals(key));
  }

  private Map<String, AttributeValue> read(Key key, boolean consistent) {
    Map<String, AttributeValue> now = visible.getOrDefault(key, Map.of());
    List<Map<String, AttributeValue>> old = history.getOrDefault(key, List.of());
    int back = consistent ? 0 : adversary.random().nextInt(Math.min(old.size(), MEMORY) + 1);
    return back == 0 ? now : old.get(old.size() - back);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    adversary.pass();
    Map<String, AttributeValue> item =
        read(Key.of(request.key()), Boolean.TRUE.equals(request.consistentRead()));
    adversary.pass();
    return item.isEmpty()
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    Map<String, List<Map<String, AttributeValue>>> responses = new LinkedHashMap<>();
    Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
    request
        .requestItems()
        .forEach(
            (table, asked) -> {
              List<Map<String, AttributeValue>> items = new ArrayList<>();
              List<Map<String, AttributeValue>> left = new ArrayList<>();
              for (Map<String, AttributeValue> key : asked.keys()) {
                adversary.pass();
                if (!left.isEmpty() || (adversary.conflictOneIn() > 0 && oneIn(10))) {
                  left.add(key);
                } else {
                  var item = read(Key.of(key), Boolean.TRUE.equals(asked.consistentRead()));
                  if (!item.isEmpty()) {
                    items.add(item);
                  }
                }
              }
              responses.put(table, items);
              if (!left.isEmpty()) {
                unprocessed.put(table, asked.toBuilder().keys(left).build());
              }
            });
    return BatchGetItemResponse.builder().responses(responses).unprocessedKeys(unprocessed).build();
  }

  private boolean oneIn(int bound) {
    return adversary.random().nextInt(bound) == 0;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    if (!"pk = :pk AND sk BETWEEN :first AND :last".equals(request.keyConditionExpression())) {
      throw new UnsupportedOperationException(request.keyConditionExpression());
    }
    Attributes values = new Attributes(request.expressionAttributeValues());
    String partition = values.text(":pk");
    boolean from = request.hasExclusiveStartKey() && !request.exclusiveStartKey().isEmpty();
    Key first =
        from ? Key.of(request.exclusiveStartKey()) : new Key(partition, values.text(":first"));
    Key last = new Key(partition, values.text(":last"));
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Key at = first;
    boolean inclusive = !from;
    while (items.size() < PAGE) {
      adversary.pass(); // the table may change between any two items
      Key next = inclusive ? visible.ceilingKey(at) : visible.higherKey(at);
      if (next == null || next.compareTo(last) > 0) {
        return QueryResponse.builder().items(items).build();
      }
      items.add(visible.getOrDefault(next, Map.of()));
      at = next;
      inclusive = false;
    }
    return QueryResponse.builder()
        .items(items)
        .lastEvaluatedKey(Attributes.key(at.partition(), at.sort()))
        .build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    adversary.pass();
    Key key = Key.of(request.item());
    if (isLocked(key)) {
      throw TransactionConflictException.builder().message("conflict").build();
    }
    if (request.conditionExpression() != null
        && !Conditions.hold(
            request.conditionExpression(),
            visible.getOrDefault(key, Map.of()),
            request.expressionAttributeNames(),
            request.expressionAttributeValues())) {
      throw ConditionalCheckFailedException.builder().message("condition").build();
    }
    apply(key, request.item());
    adversary.pass();
    return PutItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    adversary.pass();
    if (request.transactItems().size() > Transactions.LIMIT) {
      throw new IllegalArgumentException("too many actions");
    }
    List<CancellationReason> reasons = new ArrayList<>();
    InFlight transaction = new InFlight();
    Set<Key> keys = new HashSet<>();
    List<Map.Entry<Key, Map<String, AttributeValue>>> writes = new ArrayList<>();
    int madeUp =
        adversary.conflictOneIn() > 0 && oneIn(adversary.conflictOneIn())
            ? adversary.random().nextInt(request.transactItems().size())
            : -1;
    for (int i = 0; i < request.transactItems().size(); i++) {
      Action action = Action.of(request.transactItems().get(i));
      Key key = Key.of(action.key());
      if (!keys.add(key)) {
        throw new IllegalArgumentException("one item twice in a transaction");
      }
      Map<String, AttributeValue> item = visible.getOrDefault(key, Map.of());
      String code =
          i == madeUp || isLocked(key)
              ? "TransactionConflict"
              : action.holds(item) ? "None" : "ConditionalCheckFailed";
      reasons.add(CancellationReason.builder().code(code).build());
      if (action.writes()) {
        writes.add(Map.entry(key, action.next(item)));
      }
    }
    if (reasons.stream().anyMatch(reason -> !"None".equals(reason.code()))) {
      throw TransactionCanceledException.builder()
          .message("cancelled")
          .cancellationReasons(reasons)
          .build();
    }
    Collections.shuffle(writes, new Random(adversary.random().nextLong()));
    transaction.writes.addAll(writes);
    inFlight.add(transaction);
    witness.accept(
        writes.stream().map(Map.Entry::getValue).filter(item -> !item.isEmpty()).toList());
    if (adversary.random().nextBoolean()) { // else the call returns before all is visible
      while (inFlight.contains(transaction)) {
        settleOne();
        adversary.pass();
      }
    }
    adversary.pass();
    return TransactWriteItemsResponse.builder().build();
  }

  /** One action of a transaction, whatever its kind. */
  private record Action(
      Map<String, AttributeValue> key,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String kind,
      Map<String, AttributeValue> item,
      String update) {
    static Action of(TransactWriteItem action) {
      if (action.put() != null) {
        var put = action.put();
        return new Action(
            Map.of("pk", value(put.item(), "pk"), "sk", value(put.item(), "sk")),
            orEmpty(put.conditionExpression()),
            put.expressionAttributeNames(),
            put.expressionAttributeValues(),
            "put",
            put.item(),
            "");
      }
      if (action.update() != null) {
        var update = action.update();
        return new Action(
            update.key(),
            orEmpty(update.conditionExpression()),
            update.expressionAttributeNames(),
            update.expressionAttributeValues(),
            "update",
            Map.of(),
            update.updateExpression());
      }
      if (action.delete() != null) {
        return new Action(action.delete().key(), "", Map.of(), Map.of(), "delete", Map.of(), "");
      }
      var check = action.conditionCheck();
      return new Action(
          check.key(),
          check.conditionExpression(),
          check.expressionAttributeNames(),
          check.expressionAttributeValues(),
          "check",
          Map.of(),
          "");
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
      return AttributeValue.fromS(new Attributes(item).text(name));
    }

    private static String orEmpty(@Nullable String text) {
      return text == null ? "" : text;
    }

    boolean holds(Map<String, AttributeValue> current) {
      return condition.isEmpty() || Conditions.hold(condition, current, names, values);
    }

    boolean writes() {
      return !kind.equals("check");
    }

    Map<String, AttributeValue> next(Map<String, AttributeValue> current) {
      return switch (kind) {
        case "put" -> item;
        case "delete" -> Map.of();
        default -> {
          Map<String, AttributeValue> base = new LinkedHashMap<>(current);
          base.putAll(key);
          yield Conditions.set(update, base, names, values);
        }
      };
    }
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
