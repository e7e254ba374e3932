package companion.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

final class EmbeddedEnginesIT {
  @TempDir Path directory;

  @Test
  void shouldRunOnTheJdkThatTheToolchainFound() {
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }

  @Test
  void shouldKeepDynamoDbItemsBetweenStarts() {
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
    try (var dynamoDb = EmbeddedDynamoDb.onDisk(directory)) {
      dynamoDb.createTable("table");
      dynamoDb.client().putItem(put -> put.tableName("table").item(item));
    }
    try (var dynamoDb = EmbeddedDynamoDb.onDisk(directory)) {
      assertThat(dynamoDb.client().getItem(get -> get.tableName("table").key(item)).item())
          .isEqualTo(item);
    }
  }

  /** The engine writes on after it was shut down: with this much, longer than it takes to open. */
  @Test
  void shouldLetGoOfItsFileBeforeItIsClosed() throws Exception {
    for (int round = 1; round <= 5; round++) {
      Path folder = Files.createDirectory(directory.resolve("round-" + round));
      try (var dynamoDb = EmbeddedDynamoDb.onDisk(folder)) {
        dynamoDb.createTable("table");
        for (int batch = 0; batch < 8; batch++) {
          List<TransactWriteItem> puts = puts("batch-" + batch, 100);
          dynamoDb.client().transactWriteItems(write -> write.transactItems(puts));
        }
      }
      try (var dynamoDb = EmbeddedDynamoDb.onDisk(folder)) {
        assertThat(dynamoDb.client().scan(scan -> scan.tableName("table")).hasItems()).isTrue();
      }
    }
  }

  private static List<TransactWriteItem> puts(String partition, int count) {
    AttributeValue text = AttributeValue.fromS("x".repeat(1_500));
    return IntStream.range(0, count)
        .mapToObj(number -> AttributeValue.fromS(Integer.toString(number)))
        .map(sort -> Map.of("pk", AttributeValue.fromS(partition), "sk", sort, "text", text))
        .map(item -> Put.builder().tableName("table").item(item).build())
        .map(put -> TransactWriteItem.builder().put(put).build())
        .toList();
  }

  @Test
  void shouldKeepObjectsWithTheirTypeBetweenStarts() throws Exception {
    Files.createDirectories(directory.resolve("s3"));
    try (var s3 = EmbeddedS3.start(directory.resolve("s3"), 0);
        var client = s3.client()) {
      client.createBucket(bucket -> bucket.bucket("library"));
      client.putObject(
          put -> put.bucket("library").key("public/a").contentType("text/markdown"),
          RequestBody.fromString("à"));
    }
    try (var s3 = EmbeddedS3.start(directory.resolve("s3"), 0);
        var client = s3.client()) {
      var object = client.getObjectAsBytes(get -> get.bucket("library").key("public/a"));
      assertThat(object.asUtf8String()).isEqualTo("à");
      assertThat(object.response().contentType()).isEqualTo("text/markdown");
    }
  }

  @Test
  void shouldForgetWhatAKilledProcessWasStillWriting() throws Exception {
    Path bucket = Files.createDirectories(directory.resolve("s3/library/public"));
    Path unfinished = bucket.resolve("abc-de2b693f-0dae-4208-bb73-6fc66dd84dd4");
    Files.writeString(unfinished, "hal");

    EmbeddedS3.start(directory.resolve("s3"), 0).close();

    assertThat(unfinished).doesNotExist();
  }
}
