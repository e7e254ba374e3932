package companion.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyReaderTest {
  private static void assertUnreadable(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(TemplateFailure.class)
        .hasMessageStartingWith("Reading")
        .hasMessageContaining(message);
  }

  @Test
  void shouldResolveWhatStatementsReferTo() {
    String yaml =
        """
        Resources:
          Table: { Type: AWS::DynamoDB::Table }
          Reading:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.b.Reading::handleRequest
              Policies:
                Statement:
                  Sid: Read
                  Effect: Allow
                  Action: dynamodb:Query
                  Resource: [!GetAtt Table.Arn, !Sub '${Table.Arn}/index/*']
                  Condition:
                    'Null': { dynamodb:LeadingKeys: false }
        """;
    assertThat(TemplateReader.readFunction(yaml, Map.of(), "Reading").policy())
        .containsExactly(
            new Statement(
                "Read",
                Statement.Effect.ALLOW,
                List.of("dynamodb:Query"),
                List.of(
                    "arn:aws:dynamodb:us-east-1:000000000000:table/Table",
                    "arn:aws:dynamodb:us-east-1:000000000000:table/Table/index/*"),
                List.of(
                    new Statement.Condition(
                        Statement.Operator.NULL,
                        Statement.ContextKey.LEADING_KEYS,
                        List.of("false")))));
  }

  @ParameterizedTest
  @CsvSource({
    "StringLikeIfExists: { dynamodb:LeadingKeys: public#* }, operator StringLikeIfExists",
    "ForAllValues:StringNotLike: { dynamodb:LeadingKeys: x }, operator ForAllValues:StringNotLike",
    "NumericLessThan: { dynamodb:LeadingKeys: 1 }, operator NumericLessThan",
    "StringLike: { aws:PrincipalTag/team: a }, aws:PrincipalTag/team",
    "StringLike: { dynamodb:Attributes: a }, dynamodb:Attributes",
    "StringLike: { dynamodb:LeadingKeys: '${!aws:username}' }, policy variable in ${!aws:username}",
    "StringLike: { dynamodb:LeadingKeys: [] }, dynamodb:LeadingKeys is missing"
  })
  void shouldNotReadConditionThatCannotBeJudged(String condition, String what) {
    assertUnreadable(
        () ->
            Policies.statements(
                Policies.allow("dynamodb:GetItem", "Condition:\n" + condition.indent(2))),
        "Reading, statement Mine: " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "NotAction: dynamodb:Scan, NotAction cannot be judged",
    "NotResource: x, NotResource cannot be judged",
    "Principal: '*', Principal cannot be judged"
  })
  void shouldNotReadElementThatCannotBeJudged(String element, String what) {
    assertUnreadable(
        () -> Policies.statements(Policies.allow("dynamodb:GetItem", element)),
        "statement Mine: " + what);
  }

  @Test
  void shouldNotReadStatementWithoutEffectActionOrResource() {
    String whole = Policies.allow("dynamodb:GetItem", "");
    assertUnreadable(
        () -> Policies.statements(whole.replace("Effect: Allow\n", "")),
        "Effect must be Allow or Deny");
    assertUnreadable(
        () -> Policies.statements(whole.replace("Action: dynamodb:GetItem\n", "")),
        "Action is missing");
    assertUnreadable(
        () -> Policies.statements(whole.replace("Resource: !GetAtt Table.Arn\n", "")),
        "Resource is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Policies: AmazonDynamoDBReadOnlyAccess",
        "Policies: [arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess]",
        "Policies: [{ DynamoDBReadPolicy: { TableName: Table } }]"
      })
  void shouldNotReadPolicyThatIsWrittenElsewhere(String policies) {
    assertUnreadable(() -> Policies.properties(policies), "write out its statements");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Role", "Connectors", "PermissionsBoundary"})
  void shouldNotReadFunctionWhoseRightsComeFromElsewhere(String property) {
    assertUnreadable(() -> Policies.properties(property + ": x"), property + " cannot be judged");
  }

  @Test
  void shouldNotReadTemplateThatAddsToRolesFromOutside() {
    assertThatThrownBy(
            () ->
                TemplateReader.read(
                    "Resources: { More: { Type: AWS::IAM::ManagedPolicy } }", Map.of()))
        .hasMessage("More: rights belong into the function's own Policies");
  }

  @Test
  void shouldSayWhereNullLacksItsQuotes() {
    assertThatThrownBy(
            () ->
                Policies.statements(
                    Policies.allow(
                        "dynamodb:GetItem",
                        "Condition: { Null: { dynamodb:LeadingKeys: 'false' } }")))
        .isInstanceOf(TemplateFailure.class)
        .hasMessageMatching("line \\d+: a name that YAML reads as nothing; it needs quotes");
  }

  @Test
  void shouldGiveNothingToFunctionWithoutPolicies() {
    assertThat(Policies.properties("")).isNotNull();
  }
}
