package companion.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What calls of DynamoDB ask of IAM. A batch asks once a table, with all its keys; a transaction
 * asks once an element, since no action is called TransactWriteItems (developer guide, "Using IAM
 * with DynamoDB transactions").
 */
final class DynamoDbService implements Service {
  /** The partition key of every table of the template. */
  static final String PARTITION_KEY = "pk";

  private static final int BAD_REQUEST = 400; // DynamoDB's own choice, where others say 403

  @Override
  public List<Access> accesses(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> List.of(one("GetItem", get.tableName(), get.key()));
      case PutItemRequest put -> List.of(one("PutItem", put.tableName(), put.item()));
      case UpdateItemRequest update -> List.of(one("UpdateItem", update.tableName(), update.key()));
      case DeleteItemRequest delete -> List.of(one("DeleteItem", delete.tableName(), delete.key()));
      case QueryRequest query -> List.of(query(query));
      case BatchGetItemRequest batch -> batchGet(batch);
      case BatchWriteItemRequest batch -> batchWrite(batch);
      case TransactGetItemsRequest transaction -> transactGet(transaction);
      case TransactWriteItemsRequest transaction -> transactWrite(transaction);
      // PartiQL: neither table nor keys can be told without reading the statement as DynamoDB does
      case ExecuteStatementRequest _ -> List.of();
      case BatchExecuteStatementRequest _ -> List.of();
      case ExecuteTransactionRequest _ -> List.of();
      default -> List.of(withoutKeys(request));
    };
  }

  @Override
  public AwsServiceException refusal(String message) {
    return DynamoDbException.builder()
        .message(message)
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("DynamoDb")
                .errorCode("AccessDeniedException")
                .errorMessage(message)
                .build())
        .build();
  }

  private static Access one(String action, String table, Map<String, AttributeValue> item) {
    return many(action, table, List.of(item));
  }

  private static Access many(
      String action, String table, Collection<Map<String, AttributeValue>> items) {
    return Access.ofKeys("dynamodb:" + action, Arns.table(table), keys(items));
  }

  private static Optional<List<String>> keys(Collection<Map<String, AttributeValue>> items) {
    var keys = new ArrayList<String>();
    for (Map<String, AttributeValue> item : items) {
      AttributeValue key = item.get(PARTITION_KEY);
      if (key == null || key.s() == null) {
        return Optional.empty();
      }
      keys.add(key.s());
    }
    return Optional.of(keys);
  }

  private static Access query(QueryRequest query) {
    if (query.indexName() == null) {
      return Access.ofKeys(
          "dynamodb:Query",
          Arns.table(query.tableName()),
          KeyCondition.partition(query, PARTITION_KEY).map(List::of));
    }
    // Whether AWS judges an index by the key of the table or by its own is not documented.
    return Access.ofKeys(
        "dynamodb:Query", Arns.index(query.tableName(), query.indexName()), Optional.empty());
  }

  private static List<Access> batchGet(BatchGetItemRequest batch) {
    return batch.requestItems().entrySet().stream()
        .map(table -> many("BatchGetItem", table.getKey(), table.getValue().keys()))
        .toList();
  }

  private static List<Access> batchWrite(BatchWriteItemRequest batch) {
    return batch.requestItems().entrySet().stream()
        .map(
            table ->
                many(
                    "BatchWriteItem",
                    table.getKey(),
                    table.getValue().stream().map(DynamoDbService::written).toList()))
        .toList();
  }

  private static Map<String, AttributeValue> written(WriteRequest write) {
    if (write.putRequest() != null) {
      return write.putRequest().item();
    }
    return write.deleteRequest() == null ? Map.of() : write.deleteRequest().key();
  }

  private static List<Access> transactGet(TransactGetItemsRequest transaction) {
    if (transaction.transactItems().stream().anyMatch(item -> item.get() == null)) {
      return List.of();
    }
    return transaction.transactItems().stream()
        .map(item -> one("GetItem", item.get().tableName(), item.get().key()))
        .map(access -> access.within("TransactGetItems"))
        .toList();
  }

  private static List<Access> transactWrite(TransactWriteItemsRequest transaction) {
    List<List<Access>> elements =
        transaction.transactItems().stream().map(DynamoDbService::element).toList();
    if (elements.stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    return elements.stream()
        .flatMap(List::stream)
        .map(access -> access.within("TransactWriteItems"))
        .toList();
  }

  private static List<Access> element(TransactWriteItem item) {
    return Stream.of(
            Optional.ofNullable(item.put()).map(put -> one("PutItem", put.tableName(), put.item())),
            Optional.ofNullable(item.update())
                .map(update -> one("UpdateItem", update.tableName(), update.key())),
            Optional.ofNullable(item.delete())
                .map(delete -> one("DeleteItem", delete.tableName(), delete.key())),
            Optional.ofNullable(item.conditionCheck())
                .map(check -> one("ConditionCheckItem", check.tableName(), check.key())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A Scan and whatever is not about items: the action is called as the operation is. */
  private static Access withoutKeys(SdkRequest request) {
    String table = request.getValueForField("TableName", String.class).orElse("");
    String index = request.getValueForField("IndexName", String.class).orElse("");
    String resource =
        table.isEmpty() ? "*" : index.isEmpty() ? Arns.table(table) : Arns.index(table, index);
    return Access.withoutKeys("dynamodb:" + PolicyGuard.operation(request), resource);
  }
}
