package companion.http;

import companion.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * An entity tag: a hash of an answer's bytes, or over everything that it depends on, so that it can
 * be told from the request and the head alone whether a client's copy is still right.
 *
 * @param tag without quotes
 */
public record Freshness(String tag) {
  private static final int BYTES = 15; // 120 bits, 20 characters
  private static final String GZIP_SUFFIX = "-gzip";

  /** A tag over {@code parts}, none of which runs into the next. */
  public static Freshness of(String... parts) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return of(digest);
  }

  /** A tag of these very bytes. */
  static Freshness of(byte[] body) {
    MessageDigest digest = Sha256.digest();
    digest.update(body);
    return of(digest);
  }

  private static Freshness of(MessageDigest digest) {
    return new Freshness(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(digest.digest(), BYTES)));
  }

  /**
   * Whether the client says that it has this answer (RFC 9110, 13.1.2: weak comparison). {@code *}
   * does not count: it asks whether there is anything, which the tag does not tell.
   */
  public boolean matches(Request request) {
    return names(request, header(false)) || names(request, header(true));
  }

  /**
   * The field value of the form that the client has. A 304 repeats it (RFC 9110, 15.4.5): a cache
   * updates what it holds under that very tag (RFC 9111, 4.3.4), and small answers are never
   * compressed, whatever the client takes.
   */
  String held(Request request) {
    return header(!names(request, header(false)));
  }

  private static boolean names(Request request, String tag) {
    for (String candidate : request.header("if-none-match").orElse("").split(",", -1)) {
      String text = candidate.strip();
      if (tag.equals(text.startsWith("W/") ? text.substring(2) : text)) {
        return true;
      }
    }
    return false;
  }

  /** The field value: another one for the compressed form, whose bytes differ. */
  String header(boolean gzip) {
    return '"' + tag + (gzip ? GZIP_SUFFIX : "") + '"';
  }
}
