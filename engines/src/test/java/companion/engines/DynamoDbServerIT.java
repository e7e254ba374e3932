package companion.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbServerIT {
  @TempDir Path directory;

  @Test
  void shouldServeWhatTheEmbeddedEngineHasWritten() throws Exception {
    var item = Map.of("pk", AttributeValue.fromS("public#x"), "sk", AttributeValue.fromS("-"));
    try (var embedded = EmbeddedDynamoDb.onDisk(directory)) {
      embedded.createTable("Table");
      embedded.client().putItem(put -> put.tableName("Table").item(item));
    }
    int port = freePort();
    try (var server = DynamoDbServer.start(directory, port);
        // another client in another region, as a container has it
        var client =
            DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      assertThat(server).isNotNull();
      assertThat(client.getItem(get -> get.tableName("Table").key(item)).item()).isEqualTo(item);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
