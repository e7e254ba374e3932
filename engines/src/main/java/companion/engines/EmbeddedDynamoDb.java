package companion.engines;

import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * DynamoDB Local inside this JVM: no port, telemetry off.
 *
 * <p>The client is the SDK's interface over the engine itself: no HTTP, so no retries, interceptors
 * or request ids. Transactions are serial: a conflict never happens here.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  // the name that DynamoDB Local's own server gives its file under -sharedDb, so either can open it
  private static final String FILE = "shared-local-instance.db";

  private final AmazonDynamoDBLocal engine;

  private EmbeddedDynamoDb(AmazonDynamoDBLocal engine) {
    this.engine = engine;
  }

  /** Keeps its data in one file of {@code directory}, which must exist. */
  public static EmbeddedDynamoDb onDisk(Path directory) {
    return new EmbeddedDynamoDb(
        DynamoDBEmbedded.create(directory.resolve(FILE).toFile(), /* disableTelemetry= */ true));
  }

  public static EmbeddedDynamoDb inMemory() {
    return new EmbeddedDynamoDb(DynamoDBEmbedded.create(/* disableTelemetry= */ true));
  }

  public DynamoDbClient client() {
    return engine.dynamoDbClient();
  }

  /** Makes a table with the string keys pk and sk, as {@code template.yaml} declares it. */
  public void createTable(String name) {
    client()
        .createTable(
            CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(string("pk"), string("sk")))
                .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)))
                .build());
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  @Override
  public void close() {
    engine.shutdown(); // else the file stays locked and the engine's threads keep the JVM alive
  }
}
