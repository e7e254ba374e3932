package companion.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The few forms of expressions that the project's writes use, understood as DynamoDB does. Any
 * other form is refused, so that a new one is added here on purpose.
 */
final class Conditions {
  private Conditions() {}

  /** Whether {@code item} (empty where there is none) fulfils the condition. */
  static boolean hold(
      String condition,
      Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    for (String part : condition.split(" AND ", -1)) {
      if (!holds(part.strip(), item, names, values)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(
      String part,
      Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (part.equals("attribute_not_exists(pk)")) {
      return item.isEmpty();
    }
    if (part.equals("attribute_exists(pk)")) {
      return !item.isEmpty();
    }
    String[] sides = part.split(" = ", -1);
    if (sides.length != 2) {
      throw new UnsupportedOperationException(part);
    }
    AttributeValue wanted = values.get(sides[1]);
    if (wanted == null) {
      throw new UnsupportedOperationException(part);
    }
    return wanted.equals(item.get(names.getOrDefault(sides[0], sides[0])));
  }

  /** The item after {@code SET a = :a, b = :b}. */
  static Map<String, AttributeValue> set(
      String update,
      Map<String, AttributeValue> item,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (!update.startsWith("SET ")) {
      throw new UnsupportedOperationException(update);
    }
    Map<String, AttributeValue> next = new LinkedHashMap<>(item);
    for (String assignment : update.substring(4).split(", ", -1)) {
      String[] sides = assignment.split(" = ", -1);
      AttributeValue value = values.get(sides[1]);
      if (value == null) {
        throw new UnsupportedOperationException(assignment);
      }
      next.put(names.getOrDefault(sides[0], sides[0]), value);
    }
    return next;
  }
}
