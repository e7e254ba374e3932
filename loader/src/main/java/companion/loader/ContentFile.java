package companion.loader;

import companion.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be served.
 *
 * @param contentType as it goes with the bytes
 * @param size in bytes
 */
record ContentFile(Sha256 sha256, String contentType, long size, Source source) {
  /** Where the bytes are. */
  sealed interface Source {
    record Written(String text) implements Source {}

    record Stored(Path path) implements Source {}
  }

  static ContentFile of(String text, String contentType) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ContentFile(Sha256.of(bytes), contentType, bytes.length, new Source.Written(text));
  }

  static ContentFile of(Path path, byte[] bytes, String contentType) {
    return new ContentFile(Sha256.of(bytes), contentType, bytes.length, new Source.Stored(path));
  }

  /**
   * The bytes that the hash was made from.
   *
   * @throws UncheckedIOException if they are not there any more
   */
  byte[] bytes() {
    byte[] bytes =
        switch (source) {
          case Source.Written(String text) -> text.getBytes(StandardCharsets.UTF_8);
          case Source.Stored(Path path) -> stored(path);
        };
    if (!Sha256.of(bytes).equals(sha256)) {
      throw new UncheckedIOException(new IOException("changed while it was published: " + source));
    }
    return bytes;
  }

  private static byte[] stored(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
