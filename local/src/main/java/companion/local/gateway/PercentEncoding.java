package companion.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RFC 3986, section 2.1, and the form encoding of queries, in which a plus sign is a space. */
final class PercentEncoding {
  private PercentEncoding() {}

  /** A path or a part of it; a plus sign stays one. */
  static String decodePath(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The parameters of a query, decoded, in the order of their first appearance. */
  static Map<String, List<String>> parameters(String query) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
