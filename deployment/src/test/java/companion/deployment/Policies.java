package companion.deployment;

import java.util.Map;

/** Templates with one table, one bucket and one function, whose policy a test writes. */
final class Policies {
  private static final String START =
      """
      Resources:
        Table: { Type: AWS::DynamoDB::Table }
        Library: { Type: AWS::S3::Bucket }
        Reading:
          Type: AWS::Serverless::Function
          Properties:
            Handler: a.b.Reading::handleRequest
      """;

  private static final String PUBLIC_KEYS =
      """
      Condition:
        ForAllValues:StringLike: { dynamodb:LeadingKeys: public#* }
        'Null': { dynamodb:LeadingKeys: 'false' }
      """;

  private Policies() {}

  /** The role of a function with these properties beside its handler. */
  static FunctionRole properties(String yaml) {
    return FunctionRole.of(
        TemplateReader.readFunction(START + yaml.indent(6), Map.of(), "Reading"));
  }

  /** The role of a function with these statements, each a YAML mapping. */
  static FunctionRole statements(String... statements) {
    var policy = new StringBuilder("Policies:\n  - Statement:\n");
    for (String statement : statements) {
      policy.append("      -\n").append(statement.indent(8));
    }
    return properties(policy.toString());
  }

  /** Allows this on the table, with whatever comes after. */
  static String allow(String actions, String more) {
    return """
        Sid: Mine
        Effect: Allow
        Action: %s
        Resource: !GetAtt Table.Arn
        """
            .formatted(actions)
        + more;
  }

  /** Allows this on what is public. */
  static String allowPublic(String actions) {
    return allow(actions, PUBLIC_KEYS);
  }
}
