package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What must hold of the project's own template, whatever is added to it. */
final class ProjectTemplateTest {
  private static final List<String> PUBLIC_PATHS =
      List.of("/v1/resources", "/v1/files", "/v1/vocabulary", "/v1/language-services", "/v1/links");

  /** DynamoDB's actions about items whose keys the request names. */
  private static final List<String> KEYED_ACTIONS =
      List.of(
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:UpdateItem");

  private final String yaml = yaml();
  private final Template project =
      TemplateReader.read(yaml, Map.of("IssuerUrl", "http://issuer", "Audience", "app"));
  private final JsonNode raw = new ObjectMapper().valueToTree(TemplateYaml.parse(yaml));

  private static String yaml() {
    try {
      return Files.readString(Path.of("..", "template.yaml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The properties of each resource of a type. */
  private List<JsonNode> properties(String type) {
    return resources(type).map(resource -> resource.path("Properties")).toList();
  }

  private Stream<JsonNode> resources(String type) {
    return raw.path("Resources")
        .valueStream()
        .filter(resource -> resource.path("Type").asText().equals(type));
  }

  private List<Statement> statements(Predicate<String> action) {
    return project.functions().stream()
        .flatMap(function -> function.policy().stream())
        .filter(statement -> statement.actions().stream().anyMatch(action))
        .toList();
  }

  private static boolean isAbout(String service, String action) {
    return action.toLowerCase(Locale.ROOT).startsWith(service + ":") || action.startsWith("*");
  }

  @Test
  void shouldGiveEachFunctionTheNamesOfThisMachine() {
    assertThat(environment("ResourcesPublic"))
        .isEqualTo(Map.of("TABLE", "Table", "AUDIENCES", "public", "DYNAMODB_ENDPOINT", ""));
    assertThat(environment("Files"))
        .isEqualTo(Map.of("LIBRARY_BUCKET", "library", "AUDIENCE", "public", "S3_ENDPOINT", ""));
  }

  private Map<String, String> environment(String functionId) {
    return TemplateReader.readFunction(yaml, Map.of(), functionId).environment();
  }

  @Test
  void shouldHaveHeadBesideEachGet() {
    var keys = project.routes().stream().map(Template.Route::key).toList();
    assertThat(keys)
        .containsAll(
            keys.stream()
                .filter(key -> key.startsWith("GET "))
                .map(key -> key.replace("GET ", "HEAD "))
                .toList());
  }

  @Test
  void shouldNameTheAuthorizerOfEachRouteThatIsNotPublic() {
    assertThat(project.routes())
        .filteredOn(route -> PUBLIC_PATHS.stream().noneMatch(path -> isUnder(path, route.path())))
        .allMatch(route -> route.authorizer().isPresent());
  }

  private static boolean isUnder(String parent, String path) {
    return path.equals(parent) || path.startsWith(parent + "/");
  }

  @Test
  void shouldHaveNoDefaultAuthorizerAndFailWhereOneCannotBeReached() {
    assertThat(properties("AWS::Serverless::HttpApi"))
        .isNotEmpty()
        .allMatch(api -> !api.path("Auth").has("DefaultAuthorizer"))
        .allMatch(api -> api.path("FailOnWarnings").asBoolean());
  }

  @Test
  void shouldLetPagesOfAnyOriginReadAndNothingMore() {
    Template.Cors cors = project.cors().orElseThrow();
    assertThat(cors.origins()).containsExactly("*");
    assertThat(cors.methods()).containsExactlyInAnyOrder("GET", "HEAD");
    assertThat(cors.credentials()).isFalse();
  }

  @Test
  void shouldNarrowEveryRightToItemsByLeadingKeysWithTheNullGuard() {
    assertThat(statements(action -> isAbout("dynamodb", action)))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.conditions())
                    .anyMatch(ProjectTemplateTest::isPrefixOfAnAudience)
                    .contains(
                        new Statement.Condition(
                            Statement.Operator.NULL,
                            Statement.ContextKey.LEADING_KEYS,
                            List.of("false"))));
  }

  private static boolean isPrefixOfAnAudience(Statement.Condition condition) {
    return condition.operator() == Statement.Operator.EACH_STRING_LIKE
        && condition.key() == Statement.ContextKey.LEADING_KEYS
        && condition.values().stream().allMatch(value -> value.matches("[a-z]+#.*"));
  }

  @Test
  void shouldLetPublicFunctionsReadWhatIsPublicAndNothingElse() {
    var policies =
        project.functions().stream()
            .filter(function -> "public".equals(function.environment().get("AUDIENCES")))
            .flatMap(function -> function.policy().stream())
            .toList();
    assertThat(policies)
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(statement.actions())
                  .isSubsetOf("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
              assertThat(statement.conditions())
                  .contains(
                      new Statement.Condition(
                          Statement.Operator.EACH_STRING_LIKE,
                          Statement.ContextKey.LEADING_KEYS,
                          List.of("public#*")));
            });
  }

  @Test
  void shouldNameActionsOnItemsOneByOne() {
    // so no Scan, no PartiQL, no Streams, no Export, and nothing by a wildcard
    assertThat(statements(action -> isAbout("dynamodb", action)))
        .allMatch(statement -> KEYED_ACTIONS.containsAll(statement.actions()));
  }

  @Test
  void shouldGiveNobodyAnIndexOrEverything() {
    assertThat(statements(_ -> true))
        .flatExtracting(Statement::resources)
        .noneMatch(resource -> resource.equals("*") || resource.contains("/index/"))
        .noneMatch(resource -> resource.matches("arn:aws:dynamodb:.*[*?].*"))
        .noneMatch(resource -> resource.matches("arn:aws:s3:::[^/]*[*?].*"));
    assertThat(statements(_ -> true))
        .flatExtracting(Statement::actions)
        .noneMatch(action -> action.contains("*"));
  }

  @Test
  void shouldWidenNoRoleByThePolicyOfABucketOrTable() {
    assertThat(properties("AWS::S3::BucketPolicy"))
        .flatExtracting(
            policy -> policy.path("PolicyDocument").path("Statement").findValuesAsText("Effect"))
        .isNotEmpty()
        .containsOnly("Deny");
    assertThat(properties("AWS::DynamoDB::Table")).noneMatch(table -> table.has("ResourcePolicy"));
  }

  @Test
  void shouldKeepAddressAgentPathAndQueryOutOfAccessLogs() {
    assertThat(properties("AWS::Serverless::HttpApi"))
        .extracting(api -> api.path("AccessLogSettings").path("Format").asText())
        .allSatisfy(
            format ->
                assertThat(format)
                    .contains("$context.routeKey")
                    .doesNotContainIgnoringCase(
                        "sourceIp",
                        "userAgent",
                        "$context.path",
                        "query",
                        "$context.identity",
                        "claims",
                        "$context.authorizer.principalId"));
  }

  @Test
  void shouldKeepNoLogForEver() {
    assertThat(properties("AWS::Logs::LogGroup"))
        .isNotEmpty()
        .allMatch(group -> group.has("RetentionInDays"));
  }

  @Test
  void shouldProtectTheTableFromAccidents() {
    assertThat(resources("AWS::DynamoDB::Table"))
        .isNotEmpty()
        .allSatisfy(
            table -> {
              JsonNode properties = table.path("Properties");
              assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
              assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
              assertThat(
                      properties
                          .path("PointInTimeRecoverySpecification")
                          .path("PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .isTrue();
            });
  }

  @Test
  void shouldPartitionEachTableByTheKeyThatPoliciesAreCutAlong() {
    assertThat(properties("AWS::DynamoDB::Table"))
        .allSatisfy(
            table ->
                assertThat(table.path("KeySchema").path(0).path("AttributeName").asText())
                    .isEqualTo(DynamoDbService.PARTITION_KEY))
        .noneMatch(
            table -> table.has("GlobalSecondaryIndexes") || table.has("StreamSpecification"));
  }

  @Test
  void shouldBlockPublicAccessToBuckets() {
    assertThat(properties("AWS::S3::Bucket"))
        .isNotEmpty()
        .allSatisfy(
            bucket ->
                assertThat(
                        Stream.of(
                                "BlockPublicAcls",
                                "BlockPublicPolicy",
                                "IgnorePublicAcls",
                                "RestrictPublicBuckets")
                            .map(
                                name ->
                                    bucket
                                        .path("PublicAccessBlockConfiguration")
                                        .path(name)
                                        .asBoolean()))
                    .containsOnly(true));
  }

  @Test
  void shouldSayOfEachFunctionWhatItsDefaultWouldGetWrong() {
    assertThat(resources("AWS::Serverless::Function"))
        .isNotEmpty()
        .allSatisfy(
            function -> {
              JsonNode properties = function.path("Properties");
              assertThat(function.path("Metadata").path("SkipBuild").asBoolean()).isTrue();
              assertThat(properties.path("CodeUri").asText())
                  .matches("functions/[a-z]+/target/lambda");
              assertThat(properties.path("LoggingConfig").path("LogFormat").asText())
                  .isEqualTo("JSON");
              assertThat(properties.path("LoggingConfig").path("LogGroup").path("Ref").asText())
                  .isIn(logGroups());
            });
  }

  private List<String> logGroups() {
    Iterable<String> ids = raw.path("Resources")::fieldNames;
    return StreamSupport.stream(ids.spliterator(), false)
        .filter(id -> raw.path("Resources").path(id).path("Type").asText().endsWith("LogGroup"))
        .toList();
  }
}
