package companion.function.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files at the root of the project, from whichever module's folder a test runs in. */
final class ProjectFiles {
  private static final String CONTRACT = "openapi.yaml";

  private ProjectFiles() {}

  static String contract() {
    return read(CONTRACT);
  }

  static JsonNode contractTree() {
    try {
      return new YAMLMapper().readTree(contract());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static String template() {
    return read("template.yaml");
  }

  private static String read(String name) {
    try {
      return Files.readString(root().resolve(name));
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
