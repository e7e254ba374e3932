package companion.deployment;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Finds the partition that a query is about. DynamoDB takes one equality with the partition key and
 * at most one condition on the sort key, joined by AND; any other form is left to be refused.
 */
final class KeyCondition {
  // name = :value, the name being whole; <= and >= do not match, since the sign must follow the
  // name
  private static final Pattern EQUALITY =
      Pattern.compile("(?<![\\w.:#-])(#?\\w+)\\s*=\\s*(:\\w+)(?!\\w)");

  private KeyCondition() {}

  /** The one value that {@code partitionKey} must equal; empty if it cannot be told. */
  static Optional<String> partition(QueryRequest query, String partitionKey) {
    String expression = query.keyConditionExpression();
    if (expression == null) {
      return Optional.empty(); // KeyConditions, the older form, is used nowhere
    }
    var values =
        EQUALITY
            .matcher(expression)
            .results()
            .filter(equality -> name(equality, query).equals(partitionKey))
            .map(equality -> equality.group(2))
            .toList();
    if (values.size() != 1) {
      return Optional.empty();
    }
    Map<String, AttributeValue> bound = query.expressionAttributeValues();
    return Optional.ofNullable(bound.get(values.getFirst())).map(AttributeValue::s);
  }

  private static String name(MatchResult equality, QueryRequest query) {
    String name = equality.group(1);
    return name.startsWith("#") ? query.expressionAttributeNames().getOrDefault(name, name) : name;
  }
}
