package companion.feed;

import companion.dynamodb.Adversary;
import companion.dynamodb.InMemoryDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class PlainThingsInMemoryTest extends PlainThingsContract {
  @Override
  DynamoDbClient emptyTable() {
    return new InMemoryDynamoDb(Adversary.none());
  }
}
