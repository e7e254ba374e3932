package companion.bench.catalogue;

import companion.dynamodb.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A table in memory with one publisher, whose conditions therefore always hold and are not looked
 * at. It makes the items of a large catalogue in a fraction of the time that an engine takes.
 */
final class UnopposedTable implements DynamoDbClient {
  private record Key(String partition, String sort) {
    static Key of(Map<String, AttributeValue> item) {
      Attributes attributes = new Attributes(item);
      return new Key(
          attributes.text(Attributes.PARTITION_KEY), attributes.text(Attributes.SORT_KEY));
    }
  }

  private final Map<Key, Map<String, AttributeValue>> items = new HashMap<>();

  /** Takes the items out, except those whose partition is to stay. */
  List<Map<String, AttributeValue>> drain(Predicate<String> stays) {
    List<Map<String, AttributeValue>> drained = new ArrayList<>();
    Iterator<Map.Entry<Key, Map<String, AttributeValue>>> entries = items.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Key, Map<String, AttributeValue>> entry = entries.next();
      if (!stays.test(entry.getKey().partition())) {
        drained.add(entry.getValue());
        entries.remove();
      }
    }
    return drained;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    Map<String, AttributeValue> item = items.get(Key.of(request.key()));
    return item == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(item).build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    items.put(Key.of(request.item()), request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    for (TransactWriteItem action : request.transactItems()) {
      if (action.put() != null) {
        items.put(Key.of(action.put().item()), action.put().item());
      } else if (action.update() != null) {
        update(action.update());
      } else if (action.delete() != null) {
        items.remove(Key.of(action.delete().key()));
      }
    }
    return TransactWriteItemsResponse.builder().build();
  }

  /** Knows {@code SET name = :value, ...}, which is all that publishing uses. */
  private void update(Update update) {
    Map<String, AttributeValue> item =
        new HashMap<>(items.getOrDefault(Key.of(update.key()), update.key()));
    for (String assignment : update.updateExpression().replace("SET ", "").split(", ", -1)) {
      String[] sides = assignment.split(" = ", -1);
      AttributeValue value = update.expressionAttributeValues().get(sides[1]);
      if (value == null) {
        throw new IllegalStateException("not known here: " + update.updateExpression());
      }
      item.put(update.expressionAttributeNames().getOrDefault(sides[0], sides[0]), value);
    }
    items.put(Key.of(update.key()), item);
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
