package companion.function.resources;

import companion.http.Request;
import companion.language.LanguageTag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The address that gives an answer's language without negotiation (Content-Location). */
final class Location {
  private Location() {}

  static String of(Request request, LanguageTag language) {
    return of(request, language, Map.of());
  }

  /**
   * The address that gives an answer's language.
   *
   * @param others parameters that have other values there
   */
  static String of(Request request, LanguageTag language, Map<String, String> others) {
    Map<String, String> query = new TreeMap<>(request.query());
    query.putAll(others);
    query.put("lang", language.value());
    StringJoiner location = new StringJoiner("&", request.rawPath() + "?", "");
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      location.add(
          URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
    }
    return location.toString();
  }
}
