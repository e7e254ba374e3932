package companion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import companion.local.gateway.PojoFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class LocalSystemIT {
  private static final String TEMPLATE =
      """
      Parameters:
        IssuerUrl: { Type: String }
        Audience: { Type: String }
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              Authorizers:
                Issuer: { JwtConfiguration: { issuer: !Ref IssuerUrl, audience: [!Ref Audience] } }
        Table: { Type: AWS::DynamoDB::Table }
        Library: { Type: AWS::S3::Bucket }
        Counter:
          Type: AWS::Serverless::Function
          Properties:
            Handler: test.Counter::handleRequest
            Environment: { Variables: { TABLE: !Ref Table } }
            Policies:
              Statement:
                Effect: Allow
                Action: [dynamodb:GetItem, dynamodb:PutItem]
                Resource: !GetAtt Table.Arn
            Events:
              Put:
                Type: HttpApi
                Properties: { ApiId: !Ref Api, Method: PUT, Path: '/v1/{name}' }
              Get:
                Type: HttpApi
                Properties:
                  { ApiId: !Ref Api, Method: GET, Path: '/v1/{name}', Auth: { Authorizer: Issuer } }
      """;

  /** Remembers names; a GET says whether one is known. */
  private record Counter(String table, DynamoDbClient dynamoDb)
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      var key =
          Map.of(
              "pk", AttributeValue.fromS("public#name"),
              "sk", AttributeValue.fromS(event.getPathParameters().get("name")));
      if (event.getRequestContext().getHttp().getMethod().equals("PUT")) {
        dynamoDb.putItem(put -> put.tableName(table).item(key));
        return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
      }
      boolean known = dynamoDb.getItem(get -> get.tableName(table).key(key)).hasItem();
      return APIGatewayV2HTTPResponse.builder().withStatusCode(known ? 200 : 404).build();
    }
  }

  private static final Handlers HANDLERS =
      new Handlers(
          Map.of(
              "test.Counter",
              (environment, clients, _) ->
                  new PojoFunction(
                      new Counter(environment.find("TABLE").orElse("none"), clients.dynamoDb()))));

  private static final ContentLoading NO_CONTENT = (_, _, _) -> {};

  @TempDir Path root;

  @BeforeEach
  void writeTemplate() throws IOException {
    Files.writeString(root.resolve("template.yaml"), TEMPLATE);
  }

  private LocalSystem start(boolean fresh, Handlers handlers, ContentLoading content)
      throws Exception {
    return start(
        new Options(root, 0, fresh, root.resolve("content"), root.resolve("data"), false),
        handlers,
        content);
  }

  private static LocalSystem start(Options options, Handlers handlers, ContentLoading content)
      throws Exception {
    return LocalSystem.start(
        options,
        new LocalSystem.Surroundings(
            handlers,
            content,
            Clock.systemUTC(),
            new SecureRandom(),
            new PrintStream(OutputStream.nullOutputStream())));
  }

  private LocalSystem start() throws Exception {
    return start(false, HANDLERS, NO_CONTENT);
  }

  private static HttpResponse<String> send(
      LocalSystem system, String method, String path, String... headers) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(system.address().resolve(path))
              .method(method, HttpRequest.BodyPublishers.noBody());
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void shouldServeFunctionOverItsTableToWhoHoldsTokenOfThisMachine() throws Exception {
    try (LocalSystem system = start()) {
      assertThat(send(system, "PUT", "/v1/one").statusCode()).isEqualTo(204);
      assertThat(send(system, "GET", "/v1/one").statusCode()).isEqualTo(401);
      var token = send(system, "GET", "/local/people/amina/token");
      assertThat(token.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
      assertThat(
              send(system, "GET", "/v1/one", "Authorization", "Bearer " + token.body())
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              send(system, "GET", "/v1/two", "Authorization", "Bearer " + token.body())
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void shouldKeepItemsAndObjectsBetweenStarts() throws Exception {
    try (LocalSystem system = start()) {
      send(system, "PUT", "/v1/kept");
      system
          .storage()
          .s3()
          .putObject(put -> put.bucket("library").key("public/a"), RequestBody.fromString("b"));
    }
    try (LocalSystem system = start()) {
      assertThat(itemCount(system)).isEqualTo(1);
      assertThat(
              system
                  .storage()
                  .s3()
                  .getObjectAsBytes(get -> get.bucket("library").key("public/a"))
                  .asUtf8String())
          .isEqualTo("b");
    }
  }

  @Test
  void shouldBeginAnewWhenFresh() throws Exception {
    try (LocalSystem system = start()) {
      send(system, "PUT", "/v1/gone");
    }
    try (LocalSystem system = start(true, HANDLERS, NO_CONTENT)) {
      assertThat(itemCount(system)).isZero();
    }
  }

  private static int itemCount(LocalSystem system) {
    return system.storage().dynamoDb().scan(scan -> scan.tableName("Table")).count();
  }

  @Test
  void shouldLeaveFolderAloneThatIsNotItsOwn() throws Exception {
    Path foreign = Files.createDirectories(root.resolve("data"));
    Files.writeString(foreign.resolve("letter.txt"), "dear");
    for (boolean fresh : List.of(true, false)) {
      assertThatThrownBy(() -> start(fresh, HANDLERS, NO_CONTENT))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("was not made by local mode");
    }
    assertThat(foreign).isDirectoryContaining("glob:**letter.txt");
    try (var entries = Files.list(foreign)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void shouldSayWhenAnotherRunsOnTheSameFolder() throws Exception {
    try (LocalSystem first = start()) {
      assertThatThrownBy(() -> start(true, HANDLERS, NO_CONTENT))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("Another local mode is running on " + first.dataFolder());
      assertThat(send(first, "PUT", "/v1/still").statusCode()).isEqualTo(204);
    }
  }

  @Test
  void shouldNamePortThatIsInUseAndFreeTheFolder() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var options =
          new Options(root, port, false, root.resolve("content"), root.resolve("data"), false);
      assertThatThrownBy(() -> start(options, HANDLERS, NO_CONTENT))
          .isInstanceOf(StartFailure.class)
          .hasMessage(
              "Port " + port + " is in use; choose another, such as -Dport=" + (port + 1) + ".");
    }
    start().close();
  }

  @Test
  void shouldNameFunctionWhoseHandlerIsUnknown() {
    assertThatThrownBy(() -> start(false, new Handlers(Map.of()), NO_CONTENT))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith(
            "template.yaml: Counter: local mode does not know the handler class test.Counter");
  }

  @Test
  void shouldNameWhatIsWrongInTheTemplate() throws Exception {
    Files.writeString(root.resolve("template.yaml"), TEMPLATE.replace("!Ref Table", "!Ref Tble"));
    assertThatThrownBy(this::start)
        .isInstanceOf(StartFailure.class)
        .hasMessage("template.yaml: Counter: there is no resource or parameter called \"Tble\"");
  }

  @Test
  void shouldLoadContentBeforeItAnswers() throws Exception {
    var folders = new ArrayList<Path>();
    ContentLoading loading =
        (content, storage, _) -> {
          folders.add(content);
          storage
              .dynamoDb()
              .putItem(
                  put ->
                      put.tableName("Table")
                          .item(
                              Map.of(
                                  "pk", AttributeValue.fromS("a"),
                                  "sk", AttributeValue.fromS("b"))));
        };
    try (LocalSystem system = start(false, HANDLERS, loading)) {
      assertThat(folders).containsExactly(root.resolve("content"));
      assertThat(itemCount(system)).isEqualTo(1);
    }
  }

  @Test
  void shouldLeaveNothingOpenWhenContentIsWrong() throws Exception {
    ContentLoading failing =
        (_, _, _) -> {
          throw new StartFailure("a.yaml, line 3: no title");
        };
    assertThatThrownBy(() -> start(false, HANDLERS, failing))
        .hasMessage("a.yaml, line 3: no title");
    start().close();
  }

  @Test
  void shouldShowHomePageInLanguageOfBrowser() throws Exception {
    try (LocalSystem system = start()) {
      var page = send(system, "GET", "/", "Accept-Language", "ru-RU,ru;q=0.9");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<html lang=\"ru\" dir=\"ltr\">");
      assertThat(send(system, "HEAD", "/").body()).isEmpty();
    }
  }

  @Test
  void shouldServeDocumentationFromThisMachine() throws Exception {
    try (LocalSystem system = start()) {
      assertThat(send(system, "GET", "/docs").statusCode()).isEqualTo(404);
      assertThat(send(system, "GET", "/openapi.yaml").statusCode()).isEqualTo(404);
      Files.writeString(root.resolve("openapi.yaml"), "openapi: 3.1.0\n");
      assertThat(send(system, "GET", "/openapi.yaml").body()).isEqualTo("openapi: 3.1.0\n");
      assertThat(send(system, "GET", "/docs").body())
          .contains("/docs/swagger-ui-bundle.js")
          .doesNotContain("http:", "https:");
      assertThat(send(system, "GET", "/docs/swagger-ui-bundle.js").body())
          .contains("SwaggerUIBundle");
      assertThat(send(system, "GET", "/docs/swagger-ui.css").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldListPeopleAndSayWhenOneIsUnknown() throws Exception {
    try (LocalSystem system = start()) {
      assertThat(send(system, "GET", "/local/people").body())
          .contains("\"name\":\"amina\"", "\"zone\":\"Africa/Nairobi\"");
      var unknown = send(system, "GET", "/local/people/nobody/token");
      assertThat(unknown.statusCode()).isEqualTo(404);
      assertThat(unknown.headers().firstValue("content-type")).contains("application/problem+json");
    }
  }

  @Test
  void shouldPublishItsIssuerWhereTokensSayItIs() throws Exception {
    try (LocalSystem system = start()) {
      String issuer = system.address() + "/local/issuer";
      assertThat(send(system, "GET", "/local/issuer/.well-known/openid-configuration").body())
          .contains("\"issuer\":\"" + issuer + "\"")
          .contains("\"jwks_uri\":\"" + issuer + "/.well-known/jwks.json\"");
      assertThat(send(system, "GET", "/local/issuer/.well-known/jwks.json").body())
          .contains("\"kid\"")
          .doesNotContain("\"d\"");
      assertThat(send(system, "POST", "/local/issuer/rotate").body().split("\"kid\"", -1))
          .hasSize(3);
      assertThat(send(system, "GET", "/local/issuer/rotate").statusCode()).isEqualTo(405);
    }
  }
}
