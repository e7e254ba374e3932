package companion.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The grammar of Accept-Language (RFC 9110, sections 12.5.4, 12.4.2 and 5.6.1). */
final class AcceptLanguage {
  static final int MOST_RANGES = 20;
  static final int MOST_CHARACTERS = 2_000;

  private AcceptLanguage() {}

  /** The header's well-formed elements, in its order; the others are skipped. */
  static List<LanguageRange> read(String header) {
    String text = beginning(header);
    List<LanguageRange> ranges = new ArrayList<>();
    int start = 0;
    while (start <= text.length() && ranges.size() < MOST_RANGES) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      element(text.substring(start, end)).ifPresent(ranges::add);
      start = end + 1;
    }
    return ranges;
  }

  /** Never ends within an element: half of "zh-Hant" or of "fr;q=0.001" says something else. */
  private static String beginning(String header) {
    if (header.length() <= MOST_CHARACTERS) {
      return header;
    }
    return header.substring(0, Math.max(0, header.lastIndexOf(',', MOST_CHARACTERS)));
  }

  private static Optional<LanguageRange> element(String element) {
    int semicolon = element.indexOf(';');
    String range = withoutSpace(semicolon < 0 ? element : element.substring(0, semicolon));
    OptionalInt weight =
        semicolon < 0
            ? OptionalInt.of(LanguageRange.FULL_WEIGHT)
            : weight(withoutSpace(element.substring(semicolon + 1)));
    if (!TagSyntax.isRange(range) || weight.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new LanguageRange(TagSyntax.canonicalCase(range), weight.getAsInt()));
  }

  /** The thousandths of "q=0.8"; empty for any other parameter and for more than three decimals. */
  private static OptionalInt weight(String parameter) {
    boolean stated = parameter.startsWith("q=") || parameter.startsWith("Q=");
    int length = parameter.length() - 2;
    if (!stated || length < 1 || length > 5 || (length > 1 && parameter.charAt(3) != '.')) {
      return OptionalInt.empty();
    }
    int thousandths = 0;
    for (int place = 0; place < 4; place++) {
      // the digits of 0.800 stand at 2, 4, 5 and 6
      int at = place == 0 ? 2 : place + 3;
      char digit = at < parameter.length() ? parameter.charAt(at) : '0';
      if (digit < '0' || digit > '9') {
        return OptionalInt.empty();
      }
      thousandths = thousandths * 10 + digit - '0';
    }
    return thousandths > LanguageRange.FULL_WEIGHT
        ? OptionalInt.empty()
        : OptionalInt.of(thousandths);
  }

  /** OWS is spaces and tabs only (RFC 9110, section 5.6.3). */
  private static String withoutSpace(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t';
  }
}
