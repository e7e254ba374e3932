package companion.function.resources;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.config.DynamoDb;
import companion.config.Environment;
import companion.http.Edge;
import companion.http.Rehearsal;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers the reading routes of one surface. */
public final class ResourcesFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Edge edge;
  private final Rehearsal rehearsal;

  /** For Lambda. */
  public ResourcesFunction() {
    this(new Environment(System.getenv()));
  }

  private ResourcesFunction(Environment environment) {
    this(environment, DynamoDb.client(environment));
    if (environment.isForSnapshot()) {
      rehearsal.schedule();
    }
  }

  /** For local mode and tests. */
  public ResourcesFunction(Environment environment, DynamoDbClient dynamoDb) {
    ResourcesComponent component = DaggerResourcesComponent.factory().create(environment, dynamoDb);
    this.edge = component.edge();
    this.rehearsal = component.rehearsal();
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return edge.answer(event, context);
  }
}
