package companion.local.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A function written against AWS's own classes of payload format 2.0, which hold the gateway to the
 * format: a member that they do not know is refused.
 */
public record PojoFunction(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler)
    implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context)
      throws IOException {
    JSON.writeValue(
        reply, handler.handleRequest(JSON.readValue(event, APIGatewayV2HTTPEvent.class), context));
  }
}
