package companion.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IAM's patterns: {@code *} for any text, {@code ?} for any one character. */
final class Wildcards {
  private static final Pattern WILDCARD = Pattern.compile("[*?]|[^*?]+");

  private Wildcards() {}

  static boolean match(String pattern, String text) {
    String expression =
        WILDCARD
            .matcher(pattern)
            .replaceAll(
                part ->
                    switch (part.group()) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Matcher.quoteReplacement(Pattern.quote(part.group()));
                    });
    return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
  }
}
