package companion.function.resources;

import companion.catalogue.ResourceQuery;
import companion.catalogue.Selection.Position;
import companion.http.Freshness;
import companion.http.ParameterError.Code;
import companion.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on, opaque to clients. Carries a hash of itself, so that a changed or cut one
 * is noticed, and one of its query, so that it does not continue another list. Not a secret: it
 * gives access to nothing.
 */
final class ListCursor {
  /** What a client's text turned out to be. */
  sealed interface Read {
    record At(Position position) implements Read {}

    record Refused(Code code) implements Read {}
  }

  private static final String VERSION = "1";
  private static final int DATE_LENGTH = 10;

  private ListCursor() {}

  static String write(Position position, ResourceQuery query) {
    String text = position.date().toString() + position.id();
    String payload = String.join(" ", VERSION, check(query.canonical()), text);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(payload) + " " + payload).getBytes(StandardCharsets.UTF_8));
  }

  static Read read(String cursor, ResourceQuery query) {
    Read malformed = new Read.Refused(Code.MALFORMED_CURSOR);
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return malformed;
    }
    String[] parts = text.split(" ", -1);
    if (parts.length != 4
        || !parts[0].equals(check(String.join(" ", Arrays.copyOfRange(parts, 1, 4))))
        || !parts[1].equals(VERSION)
        || parts[3].length() <= DATE_LENGTH) {
      return malformed;
    }
    if (!parts[2].equals(check(query.canonical()))) {
      return new Read.Refused(Code.CURSOR_OF_ANOTHER_LIST);
    }
    Optional<ResourceId> id = ResourceId.parse(parts[3].substring(DATE_LENGTH));
    if (id.isEmpty()) {
      return malformed;
    }
    try {
      return new Read.At(
          new Position(LocalDate.parse(parts[3].substring(0, DATE_LENGTH)), id.get()));
    } catch (DateTimeException e) {
      return malformed;
    }
  }

  private static String check(String text) {
    return Freshness.of(text).tag();
  }
}
