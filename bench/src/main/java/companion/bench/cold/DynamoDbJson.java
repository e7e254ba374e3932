package companion.bench.cold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What reading functions say to DynamoDB and hear from it, in the JSON protocol of 2012-08-10. */
final class DynamoDbJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private DynamoDbJson() {}

  static GetItemRequest getItem(JsonNode request) {
    return GetItemRequest.builder()
        .tableName(request.required("TableName").asText())
        .key(map(request.required("Key")))
        .consistentRead(request.path("ConsistentRead").asBoolean())
        .build();
  }

  static BatchGetItemRequest batchGetItem(JsonNode request) {
    Map<String, KeysAndAttributes> tables = new HashMap<>();
    for (Map.Entry<String, JsonNode> table : request.required("RequestItems").properties()) {
      List<Map<String, AttributeValue>> keys = new ArrayList<>();
      table.getValue().required("Keys").forEach(key -> keys.add(map(key)));
      tables.put(
          table.getKey(),
          KeysAndAttributes.builder()
              .keys(keys)
              .consistentRead(table.getValue().path("ConsistentRead").asBoolean())
              .build());
    }
    return BatchGetItemRequest.builder().requestItems(tables).build();
  }

  static QueryRequest query(JsonNode request) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(request.required("TableName").asText())
            .consistentRead(request.path("ConsistentRead").asBoolean())
            .keyConditionExpression(request.required("KeyConditionExpression").asText())
            .expressionAttributeValues(map(request.required("ExpressionAttributeValues")))
            .scanIndexForward(request.path("ScanIndexForward").asBoolean(true));
    if (request.has("Limit")) {
      query.limit(request.get("Limit").asInt());
    }
    if (request.path("ExclusiveStartKey").isObject()) {
      query.exclusiveStartKey(map(request.get("ExclusiveStartKey")));
    }
    return query.build();
  }

  private static Map<String, AttributeValue> map(JsonNode json) {
    Map<String, AttributeValue> map = new HashMap<>();
    json.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
    return map;
  }

  private static AttributeValue value(JsonNode json) {
    return json.has("S")
        ? AttributeValue.fromS(json.get("S").asText())
        : AttributeValue.fromN(json.required("N").asText());
  }

  static byte[] write(GetItemResponse response) throws IOException {
    return write(
        json -> {
          if (response.hasItem()) {
            json.writeFieldName("Item");
            write(json, response.item());
          }
        });
  }

  static byte[] write(BatchGetItemResponse response) throws IOException {
    return write(
        json -> {
          json.writeObjectFieldStart("Responses");
          for (var table : response.responses().entrySet()) {
            json.writeFieldName(table.getKey());
            write(json, table.getValue());
          }
          json.writeEndObject();
          json.writeObjectFieldStart("UnprocessedKeys");
          json.writeEndObject();
        });
  }

  static byte[] write(QueryResponse response) throws IOException {
    return write(
        json -> {
          json.writeNumberField("Count", response.count());
          json.writeFieldName("Items");
          write(json, response.items());
          json.writeNumberField("ScannedCount", response.scannedCount());
          if (response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()) {
            json.writeFieldName("LastEvaluatedKey");
            write(json, response.lastEvaluatedKey());
          }
        });
  }

  @FunctionalInterface
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] write(Members members) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, List<Map<String, AttributeValue>> items)
      throws IOException {
    json.writeStartArray();
    for (Map<String, AttributeValue> item : items) {
      write(json, item);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Map<String, AttributeValue> map)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> attribute : map.entrySet()) {
      json.writeFieldName(attribute.getKey());
      write(json, attribute.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    switch (value.type()) {
      case S -> json.writeStringField("S", value.s());
      case N -> json.writeStringField("N", value.n());
      case BOOL -> json.writeBooleanField("BOOL", value.bool());
      case L -> {
        json.writeArrayFieldStart("L");
        for (AttributeValue element : value.l()) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case M -> {
        json.writeFieldName("M");
        write(json, value.m());
      }
      default -> throw new IllegalStateException("not written here: " + value.type());
    }
    json.writeEndObject();
  }
}
