package companion.function.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A table that notes what was read of it; any other operation is refused by the interface itself.
 */
final class WatchedDynamoDb implements DynamoDbClient {

  /**
   * One call.
   *
   * @param keys {@code pk sk} of each item asked for; for a query its partition
   */
  record Read(String operation, boolean consistent, List<String> keys) {}

  private final DynamoDbClient client;
  private final List<Read> reads = new ArrayList<>();

  WatchedDynamoDb(DynamoDbClient client) {
    this.client = client;
  }

  /** The calls since this was asked last. */
  List<Read> takeReads() {
    List<Read> taken = List.copyOf(reads);
    reads.clear();
    return taken;
  }

  private void note(String operation, boolean consistent, List<String> keys) {
    reads.add(new Read(operation, consistent, keys));
  }

  private static String text(Map<String, AttributeValue> key) {
    return key.getOrDefault("pk", AttributeValue.fromS("")).s()
        + " "
        + key.getOrDefault("sk", AttributeValue.fromS("")).s();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    note("GetItem", request.consistentRead(), List.of(text(request.key())));
    return client.getItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    for (KeysAndAttributes asked : request.requestItems().values()) {
      note(
          "BatchGetItem",
          asked.consistentRead(),
          asked.keys().stream().map(WatchedDynamoDb::text).toList());
    }
    return client.batchGetItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    note(
        "Query",
        request.consistentRead(),
        List.of(
            request.expressionAttributeValues().getOrDefault(":pk", AttributeValue.fromS("")).s()));
    return client.query(request);
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {}
}
