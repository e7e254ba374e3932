package companion.languageservice;

import companion.dynamodb.EmbeddedTable;
import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class LanguageServicePublishingEmbeddedIT extends LanguageServicePublishingContract {
  private static final EmbeddedTable ENGINE = new EmbeddedTable();

  @AfterAll
  static void stop() {
    ENGINE.close();
  }

  @Override
  DynamoDbClient emptyTable() {
    return ENGINE.empty(TABLE);
  }
}
