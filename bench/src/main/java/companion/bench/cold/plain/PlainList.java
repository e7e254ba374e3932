package companion.bench.cold.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One query, mapped to records, written by an object mapper. */
@Singleton
final class PlainList {
  record Page(List<Item> items) {}

  record Item(
      String id,
      String language,
      String type,
      String title,
      String summary,
      String date,
      List<String> themes,
      List<String> regions) {}

  private static final int LIMIT = 20;

  private final DynamoDbClient dynamoDb;
  private final ObjectMapper json;

  @Inject
  PlainList(DynamoDbClient dynamoDb, ObjectMapper json) {
    this.dynamoDb = dynamoDb;
    this.json = json;
  }

  void answer(InputStream input, OutputStream output) throws IOException {
    JsonNode event = json.readTree(input);
    String language = event.path("queryStringParameters").path("lang").asText("en");
    Page page =
        new Page(
            dynamoDb
                .query(
                    query ->
                        query
                            .tableName(System.getenv("TABLE"))
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS("public#feed#" + language)))
                            .scanIndexForward(false)
                            .limit(LIMIT))
                .items()
                .stream()
                .map(PlainList::item)
                .toList());
    json.writeValue(
        output,
        Map.of(
            "statusCode", 200,
            "headers", Map.of("content-type", "application/json"),
            "body", json.writeValueAsString(page)));
  }

  private static Item item(Map<String, AttributeValue> entry) {
    Map<String, AttributeValue> body = value(entry, "body").m();
    return new Item(
        value(entry, "id").s(),
        value(body, "language").s(),
        value(body, "type").s(),
        value(body, "title").s(),
        value(body, "summary").s(),
        value(body, "date").s(),
        texts(body, "themes"),
        texts(body, "regions"));
  }

  private static AttributeValue value(Map<String, AttributeValue> map, String name) {
    AttributeValue value = map.get(name);
    if (value == null) {
      throw new IllegalStateException("no attribute " + name);
    }
    return value;
  }

  private static List<String> texts(Map<String, AttributeValue> map, String name) {
    return value(map, name).l().stream().map(AttributeValue::s).toList();
  }
}
