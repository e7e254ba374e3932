package companion.function.resources;

import companion.http.AskedLanguages;
import companion.http.Freshness;
import companion.http.Request;
import java.util.ArrayList;
import java.util.List;

/** What an answer of this function depends on, as an entity tag. */
record Versions(String build) {
  /**
   * The tag of an answer.
   *
   * @param state of the catalogue: whatever is published changes it
   */
  Freshness of(Request request, AskedLanguages asked, String state) {
    List<String> parts =
        new ArrayList<>(List.of(build, state, request.rawPath(), asked.list().canonical()));
    request
        .query()
        .forEach(
            (name, value) -> {
              parts.add(name);
              parts.add(value);
            });
    return Freshness.of(parts.toArray(String[]::new));
  }
}
