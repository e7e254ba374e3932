package companion.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one item or map, read with their type. An attribute that is absent or of
 * another type is a defect of the data, not of a request: {@link IllegalStateException}, which
 * names the attribute and never its value.
 */
public record Attributes(Map<String, AttributeValue> values) {
  public static final String PARTITION_KEY = "pk";
  public static final String SORT_KEY = "sk";

  public static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION_KEY, Values.text(partition), SORT_KEY, Values.text(sort));
  }

  /** A map that can be added to, in the order of adding. */
  public static Map<String, AttributeValue> map() {
    return new LinkedHashMap<>();
  }

  public String text(String name) {
    return require(name, find(name).map(AttributeValue::s));
  }

  public Optional<String> findText(String name) {
    return find(name).map(AttributeValue::s);
  }

  public long number(String name) {
    return Long.parseLong(require(name, find(name).map(AttributeValue::n)));
  }

  public List<String> texts(String name) {
    return list(name).stream().map(AttributeValue::s).toList();
  }

  public Attributes map(String name) {
    return new Attributes(require(name, find(name).filter(AttributeValue::hasM)).m());
  }

  public Optional<Attributes> findMap(String name) {
    return find(name).filter(AttributeValue::hasM).map(value -> new Attributes(value.m()));
  }

  public List<Attributes> maps(String name) {
    return list(name).stream().map(value -> new Attributes(value.m())).toList();
  }

  private List<AttributeValue> list(String name) {
    return require(name, find(name).filter(AttributeValue::hasL)).l();
  }

  private Optional<AttributeValue> find(String name) {
    @Nullable AttributeValue value = values.get(name);
    return Optional.ofNullable(value);
  }

  private static <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> new IllegalStateException("attribute " + name + " is absent or of another type"));
  }
}
