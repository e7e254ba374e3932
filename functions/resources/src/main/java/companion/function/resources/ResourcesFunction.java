package companion.function.resources;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import companion.config.DynamoDb;
import companion.config.Environment;
import companion.http.Edge;
import companion.http.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers the reading routes of one surface. */
public final class ResourcesFunction implements RequestStreamHandler {
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
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    edge.answer(event, reply, context);
  }
}
