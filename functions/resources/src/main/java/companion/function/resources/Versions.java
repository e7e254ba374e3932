package companion.function.resources;

import companion.http.AskedLanguages;
import companion.http.Freshness;
import companion.http.Request;
import java.util.stream.Collectors;

/** What an answer of this function depends on, as an entity tag. */
record Versions(String build) {
  /**
   * The tag of an answer.
   *
   * @param state of the catalogue: whatever is published changes it
   */
  Freshness of(Request request, AskedLanguages asked, String state) {
    return Freshness.of(
        build,
        state,
        request.rawPath(),
        request.query().entrySet().stream()
            .map(parameter -> parameter.getKey() + "\n" + parameter.getValue())
            .collect(Collectors.joining("\n\n")),
        asked.list().canonical());
  }
}
