package companion.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import companion.language.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What problems say to people, by language and key ({@code messages.json}). A missing language
 * falls back to English, so that a new working language works before its messages are translated.
 */
final class Messages {
  private static final String FILE = "messages.json";
  private static final LanguageTag LAST_RESORT = LanguageTag.of("en");

  private final Map<LanguageTag, Map<String, String>> texts;

  private Messages(Map<LanguageTag, Map<String, String>> texts) {
    this.texts = texts;
  }

  static Messages read() {
    try (InputStream file = Objects.requireNonNull(Messages.class.getResourceAsStream(FILE), FILE);
        JsonParser json = new JsonFactory().createParser(file)) {
      Map<LanguageTag, Map<String, String>> texts = new HashMap<>();
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        LanguageTag language = LanguageTag.of(json.currentName());
        Map<String, String> messages = new HashMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String key = json.currentName();
          json.nextToken();
          messages.put(key, json.getText());
        }
        texts.put(language, messages);
      }
      return new Messages(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of {@code key}, with each {@code {name}} replaced by what {@code details} has. */
  String text(LanguageTag language, String key, Map<String, String> details) {
    String text = texts.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      text = texts.getOrDefault(LAST_RESORT, Map.of()).get(key);
    }
    if (text == null) {
      throw new IllegalStateException("no message for " + key);
    }
    for (Map.Entry<String, String> detail : details.entrySet()) {
      text = text.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return text;
  }
}
