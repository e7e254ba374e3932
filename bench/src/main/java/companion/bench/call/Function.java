package companion.bench.call;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.config.Environment;
import companion.engines.LambdaContext;
import companion.function.resources.ResourcesFunction;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The reading function as it is deployed, called without HTTP. */
public final class Function {
  private final ResourcesFunction handler;
  // what a function logs is an error of the run
  private final Context context = new LambdaContext("bench", "request", System.err::println);

  public Function(DynamoDbClient dynamoDb, String table) {
    this.handler =
        new ResourcesFunction(
            new Environment(Map.of("TABLE", table, "AUDIENCES", "public")), dynamoDb);
  }

  /** The answer; {@link IllegalStateException} where it is an error. */
  public APIGatewayV2HTTPResponse answer(Call call) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(call.toEvent(), context);
    if (response.getStatusCode() != 200 && response.getStatusCode() != 304) {
      throw new IllegalStateException(call.path() + " gave " + response.getStatusCode());
    }
    return response;
  }
}
