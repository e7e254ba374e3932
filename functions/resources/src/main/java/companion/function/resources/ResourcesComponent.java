package companion.function.resources;

import companion.catalogue.Catalogue;
import companion.config.Environment;
import companion.feed.FeedStore;
import companion.http.Edge;
import companion.http.Rehearsal;
import companion.http.Route;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import companion.resource.ResourceStore;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import java.util.Map;
import javax.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Singleton
@Component(modules = ResourcesComponent.Wiring.class)
interface ResourcesComponent {
  Edge edge();

  Rehearsal rehearsal();

  /** By their keys. */
  Map<String, Route> routes();

  @Component.Factory
  interface Factory {
    ResourcesComponent create(
        @BindsInstance Environment environment, @BindsInstance DynamoDbClient dynamoDb);
  }

  /** How the parts come together. */
  @Module
  final class Wiring {
    private Wiring() {}

    @Provides
    @Singleton
    static WorkingLanguages languages(Environment environment) {
      return environment.workingLanguages();
    }

    @Provides
    @Singleton
    static Negotiation negotiation(WorkingLanguages languages) {
      return new Negotiation(languages);
    }

    @Provides
    @Singleton
    static Catalogue catalogue(
        Environment environment, DynamoDbClient dynamoDb, Negotiation negotiation) {
      return new Catalogue(
          new FeedStore(dynamoDb, environment.table()), environment.audiences(), negotiation);
    }

    @Provides
    static ResourceStore store(Environment environment, DynamoDbClient dynamoDb) {
      return new ResourceStore(dynamoDb, environment.table(), environment.audiences());
    }

    @Provides
    static Versions versions(Environment environment) {
      return new Versions(environment.build());
    }

    @Provides
    static Map<String, Route> routes(
        ListResources list,
        GetResource get,
        ListEditions editions,
        GetVocabulary vocabulary,
        ListLanguageServices services) {
      return Map.of(
          "GET /v1/resources", list,
          "GET /v1/resources/{id}", get,
          "GET /v1/resources/{id}/editions", editions,
          "GET /v1/vocabulary", vocabulary,
          "GET /v1/language-services", services,
          "GET /v1/members/resources", list,
          "GET /v1/members/resources/{id}", get,
          "GET /v1/members/resources/{id}/editions", editions);
    }

    @Provides
    @Singleton
    static Edge edge(Map<String, Route> routes, Environment environment, Negotiation negotiation) {
      return new Edge(routes, environment.callers(), negotiation);
    }

    @Provides
    static Rehearsal rehearsal(Edge edge, RehearsedRequests requests) {
      return new Rehearsal(edge, requests);
    }
  }
}
