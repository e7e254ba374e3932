package companion.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A file that is part of this module or of a library it depends on. */
final class ClasspathFile {
  private ClasspathFile() {}

  static byte[] read(String path) {
    try (InputStream file =
        Objects.requireNonNull(ClasspathFile.class.getResourceAsStream(path), path)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
