package companion.function.resources;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** The table as a publisher sees it whose process dies after its first transaction: unsealed. */
final class MortalDynamoDb implements DynamoDbClient {
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final DynamoDbClient client;
  private boolean dead;

  MortalDynamoDb(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    if (dead) {
      throw new Died();
    }
    return client.getItem(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    TransactWriteItemsResponse response = client.transactWriteItems(request);
    dead = true;
    return response;
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {}

  /** For what only has to be put together. */
  static final class Unreachable implements DynamoDbClient {
    @Override
    public String serviceName() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
