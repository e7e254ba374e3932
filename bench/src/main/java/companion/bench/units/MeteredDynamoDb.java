package companion.bench.units;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Adds up what each read costs, in read units, as the table itself says. For one thread. */
public final class MeteredDynamoDb implements DynamoDbClient {
  private final DynamoDbClient next;
  private double units;
  private int calls;

  public MeteredDynamoDb(DynamoDbClient next) {
    this.next = next;
  }

  /** What was read since the last time that this was asked. */
  public Reading take() {
    var reading = new Reading(units, calls);
    units = 0;
    calls = 0;
    return reading;
  }

  /** Read units, and in how many calls. */
  public record Reading(double units, int calls) {}

  private void add(List<ConsumedCapacity> consumed) {
    calls++;
    for (ConsumedCapacity capacity : consumed) {
      units += capacity.capacityUnits();
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    GetItemResponse response =
        next.getItem(
            request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    add(List.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    BatchGetItemResponse response =
        next.batchGetItem(
            request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    add(response.consumedCapacity());
    return response;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    QueryResponse response =
        next.query(
            request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    add(List.of(response.consumedCapacity()));
    return response;
  }

  @Override
  public String serviceName() {
    return next.serviceName();
  }

  @Override
  public void close() {
    next.close();
  }
}
