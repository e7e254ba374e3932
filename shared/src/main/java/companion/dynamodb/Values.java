package companion.dynamodb;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values from Java's; {@link Attributes} reads them back. */
public final class Values {
  private Values() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue texts(List<String> values) {
    return AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList());
  }
}
