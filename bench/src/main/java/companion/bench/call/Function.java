package companion.bench.call;

import com.amazonaws.services.lambda.runtime.Context;
import companion.config.Environment;
import companion.engines.LambdaContext;
import companion.function.resources.ResourcesFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  public Answer answer(Call call) {
    var reply = new ByteArrayOutputStream(8_192);
    Answer answer;
    try {
      handler.handleRequest(new ByteArrayInputStream(call.toJson()), reply, context);
      answer = Answer.of(reply.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (answer.status() != 200 && answer.status() != 304) {
      throw new IllegalStateException(call.path() + " gave " + answer.status());
    }
    return answer;
  }
}
