package companion.bench.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What stands before the body of a function's reply. */
public record Answer(int status, Map<String, String> headers) {
  private static final JsonFactory JSON = new JsonFactory();

  public Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(byte[] reply) throws IOException {
    int status = 0;
    Map<String, String> headers = new HashMap<>();
    try (JsonParser json = JSON.createParser(reply)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("statusCode")) {
          status = json.getIntValue();
        } else if (name.equals("headers")) {
          for (String header = json.nextFieldName();
              header != null;
              header = json.nextFieldName()) {
            headers.put(header, json.nextTextValue());
          }
        } else if (value.isStructStart()) {
          json.skipChildren();
        }
      }
    }
    return new Answer(status, headers);
  }
}
