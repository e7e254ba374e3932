package companion.bench.cold.hello;

import java.util.Map;

/** Answers a constant: no client, no JSON library of its own. */
public final class HelloFunction {
  private static final Map<String, Object> REPLY =
      Map.of("statusCode", 200, "body", "{\"items\":[]}");

  /** For Lambda. */
  public Map<String, Object> handleRequest(Map<String, Object> event) {
    return REPLY;
  }
}
