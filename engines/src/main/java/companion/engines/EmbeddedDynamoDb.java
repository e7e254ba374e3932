package companion.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  private static final String WRITER = "SQLiteQueue"; // how the threads that hold a file are named
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AmazonDynamoDBLocal engine;
  private final Set<Thread> writers;

  private EmbeddedDynamoDb(AmazonDynamoDBLocal engine, Set<Thread> writers) {
    this.engine = engine;
    this.writers = writers;
  }

  /** Keeps its data in one file of {@code directory}, which must exist. */
  public static EmbeddedDynamoDb onDisk(Path directory) {
    return start(
        () ->
            DynamoDBEmbedded.create(
                directory.resolve(FILE).toFile(), /* disableTelemetry= */ true));
  }

  public static EmbeddedDynamoDb inMemory() {
    return start(() -> DynamoDBEmbedded.create(/* disableTelemetry= */ true));
  }

  /** One at a time, so that each can tell its threads from those of the others. */
  private static synchronized EmbeddedDynamoDb start(Supplier<AmazonDynamoDBLocal> starting) {
    Set<Thread> others = writers();
    AmazonDynamoDBLocal engine = starting.get();
    Set<Thread> own = new HashSet<>(writers());
    own.removeAll(others);
    return new EmbeddedDynamoDb(engine, own);
  }

  private static Set<Thread> writers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(WRITER))
        .collect(Collectors.toSet());
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

  /**
   * Returns when its file can be opened again.
   *
   * @throws IllegalStateException if the engine does not end
   */
  @Override
  public void close() {
    engine.shutdown(); // else its threads keep the file locked and the JVM alive
    try {
      for (Thread writer : writers) { // shutdown does not wait for them
        if (!writer.join(PATIENCE)) {
          throw new IllegalStateException("DynamoDB Local does not let go of its file");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while DynamoDB Local was ending", e);
    }
  }
}
