package companion.feed;

import companion.dynamodb.Values;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The condition that keeps a publisher from overwriting what it has not seen. */
public final class Fence {
  private Fence() {}

  /**
   * Puts {@code item}, refused unless the stored one still has the version that was seen.
   *
   * @param seen 0 where there was none
   */
  public static Put put(String table, Map<String, AttributeValue> item, long seen) {
    Put.Builder put = Put.builder().tableName(table).item(item);
    return seen == 0
        ? put.conditionExpression("attribute_not_exists(pk)").build()
        : put.conditionExpression("version = :seen")
            .expressionAttributeValues(Map.of(":seen", Values.number(seen)))
            .build();
  }
}
