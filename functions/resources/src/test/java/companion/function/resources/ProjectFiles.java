package companion.function.resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files at the root of the project, from whichever module's folder a test runs in. */
final class ProjectFiles {
  private static final String CONTRACT = "openapi.yaml";

  private ProjectFiles() {}

  static String contract() {
    return read(root().resolve(CONTRACT));
  }

  /** The file may not be there. */
  static Path template() {
    return root().resolve("template.yaml");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(CONTRACT))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no " + CONTRACT + " in any folder above");
      }
      folder = parent;
    }
    return folder;
  }
}
