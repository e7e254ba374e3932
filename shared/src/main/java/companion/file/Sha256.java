package companion.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of a file's bytes: 64 lower-case hexadecimal digits.
 *
 * @param hex refused with {@link IllegalArgumentException} in any other form
 */
public record Sha256(String hex) {
  private static final int DIGITS = 64;

  public Sha256 {
    if (!isWellFormed(hex)) {
      throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
    }
  }

  public static Optional<Sha256> parse(String text) {
    return isWellFormed(text) ? Optional.of(new Sha256(text)) : Optional.empty();
  }

  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(digest().digest(bytes)));
  }

  /** The algorithm itself, for what is no file or comes in parts. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static boolean isWellFormed(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    // no stream: a list that is read cold has hundreds of these, and nothing is compiled yet
    for (int at = 0; at < DIGITS; at++) {
      char c = text.charAt(at);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return hex;
  }
}
