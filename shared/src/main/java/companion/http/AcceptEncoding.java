package companion.http;

import java.util.Locale;

/** Whether a client takes gzip (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  private AcceptEncoding() {}

  static boolean takesGzip(Request request) {
    String header = request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    boolean any = false;
    for (String element : header.split(",", -1)) {
      int semicolon = element.indexOf(';');
      String coding = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
      boolean refused = semicolon >= 0 && isZero(element.substring(semicolon + 1).strip());
      if (coding.equals("gzip") || coding.equals("x-gzip")) {
        return !refused;
      }
      any |= coding.equals("*") && !refused;
    }
    return any;
  }

  private static boolean isZero(String parameter) {
    if (!parameter.startsWith("q=")) {
      return false;
    }
    return parameter.substring(2).chars().allMatch(c -> c == '0' || c == '.');
  }
}
