package companion.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;

/** What the gateway is told to send (payload format 2.0). */
final class Response {
  private static final JsonFactory JSON = new JsonFactory();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean isBinary;

  /**
   * A response.
   *
   * @param body as it goes to the client; not copied
   * @param isBinary whether the body is anything but a text in UTF-8
   */
  Response(int status, Map<String, String> headers, byte[] body, boolean isBinary) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.isBinary = isBinary;
  }

  /** Writes and closes. */
  void write(OutputStream reply) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(reply)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeBooleanField("isBase64Encoded", isBinary);
      json.writeFieldName("body");
      if (isBinary) {
        byte[] text = Base64.getEncoder().encode(body);
        json.writeRawUTF8String(text, 0, text.length); // Base64 has nothing to escape
      } else {
        json.writeUTF8String(body, 0, body.length); // escaped, but not decoded on the way
      }
      json.writeEndObject();
    }
  }
}
