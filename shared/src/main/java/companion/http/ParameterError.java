package companion.http;

import java.util.List;
import java.util.Map;

/**
 * What is wrong with one parameter.
 *
 * @param field the parameter's name; {@code query} where a client made up one that is no name
 * @param accepted the values that would have been right, where they can be listed
 * @param details for the sentence, by the names in {@code messages.json}
 */
public record ParameterError(
    String field, Code code, List<String> accepted, Map<String, String> details) {
  /** Kinds of errors, stable. */
  public enum Code {
    UNKNOWN_PARAMETER("unknown-parameter"),
    UNKNOWN_VALUE("unknown-value"),
    NOT_A_WHOLE_NUMBER("not-a-whole-number"),
    OUT_OF_RANGE("out-of-range"),
    MALFORMED_LANGUAGE("malformed-language"),
    MALFORMED_CURSOR("malformed-cursor"),
    CURSOR_OF_ANOTHER_LIST("cursor-of-another-list"),
    TOO_LONG("too-long");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public static ParameterError of(String field, Code code) {
    return new ParameterError(field, code, List.of(), Map.of("field", field));
  }
}
