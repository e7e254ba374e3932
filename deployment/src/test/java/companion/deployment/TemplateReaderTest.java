package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TemplateReaderTest {
  private static final String START =
      """
      Parameters:
        IssuerUrl: { Type: String }
        Mode: { Type: String, Default: small }
      Conditions:
        Large: !Equals [!Ref Mode, large]
        Small: !Not [!Condition Large]
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              Authorizers:
                Issuer:
                  JwtConfiguration: { issuer: !Ref IssuerUrl, audience: [app] }
        Table: { Type: AWS::DynamoDB::Table }
        Library: { Type: AWS::S3::Bucket }
        Reading:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.b.Reading::handleRequest
      """;

  private static Template read(String rest) {
    return TemplateReader.read(START + rest.indent(6), Map.of("IssuerUrl", "http://issuer"));
  }

  private static String environment(String value) {
    return "Environment: { Variables: { X: " + value + " } }";
  }

  private static Map<String, String> environmentOf(String value) {
    return read(environment(value)).functions().getFirst().environment();
  }

  private static String event(String more) {
    return "Events: { E: { Type: HttpApi, Properties: { ApiId: !Ref Api, Method: get, Path: /a"
        + more
        + " } } }";
  }

  @Test
  void shouldTakeHandlerClassFromBeforeTheColons() {
    assertThat(read("").functions())
        .containsExactly(new Template.Function("Reading", "a.b.Reading", Map.of(), List.of()));
  }

  @Test
  void shouldNameTablesAndBucketsAsThisMachineDoes() {
    assertThat(read("").tables()).containsExactly("Table");
    assertThat(environmentOf("!Ref Table")).containsEntry("X", "Table");
    assertThat(environmentOf("!Ref Library")).containsEntry("X", "library");
  }

  @Test
  void shouldTakeGivenParameterBeforeDefault() {
    assertThat(environmentOf("!Ref IssuerUrl")).containsEntry("X", "http://issuer");
    assertThat(environmentOf("!Ref Mode")).containsEntry("X", "small");
  }

  @Test
  void shouldSubstituteNamesAttributesVariablesAndLiterals() {
    assertThat(environmentOf("!Sub '${Library.Arn}/${Mode}/${AWS::Region}/${!Mode}'"))
        .containsEntry("X", "arn:aws:s3:::library/small/us-east-1/${Mode}");
    assertThat(environmentOf("!Sub ['${a}b', { a: !Ref Mode }]")).containsEntry("X", "smallb");
  }

  @Test
  void shouldReadShortAndLongFormsAlike() {
    assertThat(environmentOf("{ 'Fn::Join': ['-', [a, { Ref: Mode }, !GetAtt Table.Arn]] }"))
        .containsEntry("X", "a-small-arn:aws:dynamodb:us-east-1:000000000000:table/Table");
  }

  @Test
  void shouldFollowConditions() {
    assertThat(environmentOf("!If [Large, l, !If [Small, s, n]]")).containsEntry("X", "s");
    assertThat(environmentOf("!If [Large, l, !Ref AWS::NoValue]")).isEmpty();
  }

  @Test
  void shouldKeepBlankValues() {
    assertThat(environmentOf("''")).containsEntry("X", "");
  }

  @Test
  void shouldPutFunctionsOwnVariablesBeforeGlobalOnes() {
    String globals =
        "Globals: { Function: { Environment: { Variables: { X: general, Y: general } } } }\n";
    Template template =
        TemplateReader.read(globals + START + environment("own").indent(6), Map.of());
    assertThat(template.functions().getFirst().environment())
        .isEqualTo(Map.of("X", "own", "Y", "general"));
  }

  @Test
  void shouldReadRouteWithoutAuthorizer() {
    assertThat(read(event("")).routes())
        .containsExactly(new Template.Route("Reading", "GET", "/a", Optional.empty(), List.of()));
  }

  @Test
  void shouldReadAuthorizerAndScopesOfRoute() {
    Template.Route route =
        read(event(", Auth: { Authorizer: Issuer, AuthorizationScopes: [s] }")).routes().getFirst();
    assertThat(route.authorizer())
        .contains(new Template.Authorizer("Issuer", "http://issuer", List.of("app")));
    assertThat(route.scopes()).containsExactly("s");
  }

  @Test
  void shouldPassOverEventsThatAreNoRoutes() {
    assertThat(read("Events: { Tick: { Type: ScheduleV2 } }").routes()).isEmpty();
  }

  @Test
  void shouldNameFunctionThatRefersToNothing() {
    assertThatThrownBy(() -> environmentOf("!Ref Nothing"))
        .isInstanceOf(TemplateFailure.class)
        .hasMessage("Reading: there is no resource or parameter called \"Nothing\"");
  }

  @Test
  void shouldNameFunctionWhoseParameterHasNoValue() {
    assertThatThrownBy(
            () -> TemplateReader.read(START + environment("!Ref IssuerUrl").indent(6), Map.of()))
        .hasMessage("Reading: parameter IssuerUrl has no default and was given no value");
  }

  @Test
  void shouldNameFunctionThatUsesAnUnknownIntrinsic() {
    assertThatThrownBy(() -> environmentOf("!ImportValue other"))
        .hasMessage("Reading: Fn::ImportValue is not known here");
  }

  @Test
  void shouldNameFunctionWithUnknownAuthorizer() {
    assertThatThrownBy(() -> read(event(", Auth: { Authorizer: Nobody }")))
        .hasMessage("Reading: there is no JWT authorizer called \"Nobody\"");
  }

  @Test
  void shouldNameFunctionWhoseRouteLacksItsApi() {
    assertThatThrownBy(
            () -> read("Events: { E: { Type: HttpApi, Properties: { Method: GET, Path: /a } } }"))
        .hasMessage("Reading: ApiId of each HttpApi event is missing");
  }

  @Test
  void shouldReadOneFunctionWithoutWhatOnlyOthersNeed() {
    String yaml = START + event(", Auth: { Authorizer: Issuer }").indent(6);
    assertThat(TemplateReader.readFunction(yaml, Map.of(), "Reading").handlerClass())
        .isEqualTo("a.b.Reading");
    assertThatThrownBy(() -> TemplateReader.readFunction(yaml, Map.of(), "Writing"))
        .hasMessage("there is no function called \"Writing\"");
  }

  @Test
  void shouldRefuseSameRouteTwice() {
    String twice =
        "Events: { E: %s, F: %s }"
            .replace(
                "%s", "{ Type: HttpApi, Properties: { ApiId: !Ref Api, Method: GET, Path: /a } }");
    assertThatThrownBy(() -> read(twice)).hasMessage("Reading: a second route GET /a");
  }

  @Test
  void shouldRefuseSameKeyTwice() {
    assertThatThrownBy(() -> TemplateReader.read("Resources: {}\nResources: {}\n", Map.of()))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageContaining("duplicate key");
  }

  @Test
  void shouldRefuseWhatIsNoTemplate() {
    assertThatThrownBy(() -> TemplateReader.read("", Map.of())).hasMessage("no Resources in it");
  }

  @Test
  void shouldReadCors() {
    String cors =
        """
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              CorsConfiguration:
                AllowOrigins: ['*']
                AllowMethods: [GET]
                AllowHeaders: [if-none-match]
                ExposeHeaders: [etag]
                MaxAge: 60
        """;
    assertThat(TemplateReader.read(cors, Map.of()).cors())
        .contains(
            new Template.Cors(
                List.of("*"),
                List.of("GET"),
                List.of("if-none-match"),
                List.of("etag"),
                Optional.of(Duration.ofMinutes(1)),
                false));
  }
}
