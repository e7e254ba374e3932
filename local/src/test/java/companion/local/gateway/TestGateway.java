package companion.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import companion.deployment.TemplateReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A gateway over a small template and one function, reached through a socket. */
final class TestGateway implements AutoCloseable {
  static final String ISSUER = "http://127.0.0.1/local/issuer";
  static final String AUDIENCE = "app";

  private static final String TEMPLATE =
      """
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            CorsConfiguration:
              AllowOrigins: ['*']
              AllowMethods: [GET]
              AllowHeaders: [authorization]
              ExposeHeaders: [etag]
            Auth:
              Authorizers:
                Issuer:
                  JwtConfiguration: { issuer: '%s', audience: ['%s'] }
        Function:
          Type: AWS::Serverless::Function
          Properties:
            Handler: Test::handleRequest
            Events:
              Open: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: GET, Path: '/open/{x}' } }
              Head: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: HEAD, Path: '/open/{x}' } }
              Post: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: POST, Path: '/open/{x}' } }
              Closed:
                Type: HttpApi
                Properties: { ApiId: !Ref Api, Method: GET, Path: /closed, Auth: { Authorizer: Issuer } }
              Scoped:
                Type: HttpApi
                Properties:
                  ApiId: !Ref Api
                  Method: GET
                  Path: /scoped
                  Auth: { Authorizer: Issuer, AuthorizationScopes: [write] }
      """
          .formatted(ISSUER, AUDIENCE);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpFront front;

  private TestGateway(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      JWKSource<SecurityContext> keys,
      Clock clock)
      throws IOException {
    var out = new PrintStream(log, true, StandardCharsets.UTF_8);
    front = HttpFront.bind(0, out);
    front.serve(
        List.of(
            Gateway.of(
                TemplateReader.read(TEMPLATE, Map.of()),
                Map.of("Function", new PojoFunction(handler)),
                keys,
                clock,
                () -> "request",
                out)));
  }

  static TestGateway over(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler)
      throws IOException {
    return new TestGateway(handler, (_, _) -> List.of(), Clock.systemUTC());
  }

  static TestGateway over(
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      JWKSource<SecurityContext> keys,
      Clock clock)
      throws IOException {
    return new TestGateway(handler, keys, clock);
  }

  static APIGatewayV2HTTPResponse ok(String body) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(body).build();
  }

  HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request)
      throws IOException, InterruptedException {
    return http.send(
        request.apply(HttpRequest.newBuilder(URI.create(front.address() + path))).build(),
        BodyHandlers.ofString());
  }

  URI address() {
    return front.address();
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    front.close();
    http.close();
  }
}
