package companion.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
