package companion.bench.cold.plain;

import com.fasterxml.jackson.databind.ObjectMapper;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import java.net.URI;
import javax.inject.Singleton;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Singleton
@Component(modules = PlainComponent.Wiring.class)
interface PlainComponent {
  PlainList list();

  /** How the parts come together. */
  @Module
  final class Wiring {
    private Wiring() {}

    @Provides
    @Singleton
    static DynamoDbClient dynamoDb() {
      return DynamoDbClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(URI.create(System.getenv("DYNAMODB_ENDPOINT")))
          .build();
    }

    @Provides
    @Singleton
    static ObjectMapper json() {
      return new ObjectMapper();
    }
  }
}
