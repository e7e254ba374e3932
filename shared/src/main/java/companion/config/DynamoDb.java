package companion.config;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Makes the DynamoDB client of a deployed function. */
public final class DynamoDb {
  private DynamoDb() {}

  /** Region and credentials come from the SDK's default chain, as SnapStart requires. */
  public static DynamoDbClient client(Environment environment) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    environment.dynamoDbEndpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
