package companion.vocabulary;

import companion.dynamodb.Adversary;
import companion.dynamodb.InMemoryDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class VocabularyPublishingInMemoryTest extends VocabularyPublishingContract {
  @Override
  DynamoDbClient emptyTable() {
    return new InMemoryDynamoDb(Adversary.none());
  }
}
