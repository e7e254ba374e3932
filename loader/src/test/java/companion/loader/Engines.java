package companion.loader;

import companion.engines.EmbeddedDynamoDb;
import companion.engines.EmbeddedS3;
import companion.language.WorkingLanguages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** DynamoDB and S3 for a test, and a look at what is really in them. */
final class Engines implements AutoCloseable {
  private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.inMemory();
  private final EmbeddedS3 s3Engine;
  private final S3Client s3;
  private final List<String> progress = new ArrayList<>();

  Engines(Path directory) throws IOException {
    this.s3Engine = EmbeddedS3.start(directory, 0);
    this.s3 = s3Engine.client();
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb.client();
  }

  S3Client s3() {
    return s3;
  }

  /** What loaders said. */
  List<String> progress() {
    return progress;
  }

  /** An empty table and an empty bucket, of one name. */
  void create(String name) {
    dynamoDb.createTable(name);
    s3.createBucket(bucket -> bucket.bucket(name));
  }

  Loader loader(String name) {
    return loader(name, dynamoDb(), s3);
  }

  Loader loader(String name, DynamoDbClient client, S3Client objects) {
    return new Loader(
        client,
        name,
        objects,
        name,
        WorkingLanguages.shipped(),
        new Random(20_140_315), // fixed: a failure repeats
        () -> "epoch-of-" + name,
        progress::add);
  }

  /** Every item, by its keys. */
  SortedMap<String, Map<String, AttributeValue>> items(String table) {
    SortedMap<String, Map<String, AttributeValue>> items = new TreeMap<>();
    dynamoDb()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(item -> items.put(attribute(item, "pk") + " " + attribute(item, "sk"), item));
    return items;
  }

  private static String attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }

  /** Every item, without the epoch, which is each table's own. */
  SortedMap<String, Map<String, AttributeValue>> itemsWithoutEpoch(String table) {
    SortedMap<String, Map<String, AttributeValue>> items = items(table);
    items.replaceAll(
        (_, item) -> {
          Map<String, AttributeValue> copy = new HashMap<>(item);
          copy.remove("epoch");
          return copy;
        });
    return items;
  }

  /** The keys of all objects. */
  List<String> objects(String bucket) {
    return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
        .map(object -> object.key())
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    s3.close();
    s3Engine.close();
    dynamoDb.close();
  }
}
