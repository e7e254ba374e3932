package companion.languageservice;

import companion.dynamodb.Adversary;
import companion.dynamodb.InMemoryDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class LanguageServicePublishingInMemoryTest extends LanguageServicePublishingContract {
  @Override
  DynamoDbClient emptyTable() {
    return new InMemoryDynamoDb(Adversary.none());
  }
}
