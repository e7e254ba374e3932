package companion.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON texts (RFC 8259). */
public final class JsonText {
  private static final JSON READER =
      JSON.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /**
   * The one value of {@code text}: a map, a list, a string, a number, a boolean or null. A name
   * that comes twice in an object, or anything after the value, makes the text malformed.
   */
  public static @Nullable Object read(String text) throws MalformedJson {
    try (JsonParser parser = READER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new MalformedJson("no value");
      }
      Object value = READER.anyFrom(parser);
      if (parser.nextToken() != null) {
        throw new MalformedJson("something after the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedJson(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
