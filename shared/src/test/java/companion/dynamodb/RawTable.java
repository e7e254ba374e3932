package companion.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A table as it is, seen through the SDK and none of the code under test. */
public final class RawTable {
  private final DynamoDbClient client;
  private final String table;

  public RawTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The item with these keys, by a strong read. */
  public Optional<Map<String, AttributeValue>> find(String partition, String sort) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("pk", Values.text(partition), "sk", Values.text(sort)))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /** The item with these keys, which must exist. */
  public Map<String, AttributeValue> item(String partition, String sort) {
    return find(partition, sort)
        .orElseThrow(() -> new AssertionError("no item " + partition + " " + sort));
  }

  /** All items of a partition, by strong reads, in the order of their sort keys. */
  public List<Map<String, AttributeValue>> items(String partition) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
            .expressionAttributeValues(
                Map.of(
                    ":pk", Values.text(partition),
                    ":first", Values.text(" "),
                    ":last", Values.text("~")));
    QueryResponse page;
    do {
      page = client.query(request.build());
      items.addAll(page.items());
      request.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty());
    return items;
  }
}
