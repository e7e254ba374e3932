package companion.resource;

import companion.dynamodb.Adversary;
import companion.dynamodb.InMemoryDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class ResourcePublishingInMemoryTest extends ResourcePublishingContract {
  @Override
  DynamoDbClient emptyTable() {
    return new InMemoryDynamoDb(Adversary.none());
  }
}
