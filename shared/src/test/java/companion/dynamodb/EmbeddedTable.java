package companion.dynamodb;

import companion.engines.EmbeddedDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local for a class of tests, with a table that each of them finds empty. */
public final class EmbeddedTable implements AutoCloseable {
  private final EmbeddedDynamoDb engine = EmbeddedDynamoDb.inMemory();

  /** A client of the engine, where {@code table} exists and has no items. */
  public DynamoDbClient empty(String table) {
    DynamoDbClient client = engine.client();
    if (client.listTables().tableNames().contains(table)) {
      client.deleteTable(delete -> delete.tableName(table));
    }
    engine.createTable(table);
    return client;
  }

  @Override
  public void close() {
    engine.close();
  }
}
