package companion.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param root the project's folder, which holds {@code template.yaml} and {@code openapi.yaml}
 * @param port 0 for any free one
 * @param fresh whether to begin with empty storage
 * @param content the folder of the demo content
 * @param data the folder in which everything is kept between starts
 * @param stopAtEndOfInput whether to end when standard input does
 */
record Options(
    Path root, int port, boolean fresh, Path content, Path data, boolean stopAtEndOfInput) {
  private static final Set<String> KNOWN =
      Set.of("port", "fresh", "content", "data", "stop-at-end-of-input");

  /** Reads arguments like {@code --port=8080}; folders are relative to {@code root}. */
  static Options parse(List<String> arguments, Path root) throws StartFailure {
    var given = new HashMap<String, String>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
      if (!KNOWN.contains(name)) {
        throw new StartFailure(
            "Unknown argument \"" + argument + "\"; known are -Dport, -Dfresh, -Dcontent, -Ddata.");
      }
      given.put(name, argument.substring(equals + 1));
    }
    return new Options(
        root,
        port(given.getOrDefault("port", "8080")),
        flag(given, "fresh"),
        folder(given, "content", root, "content"),
        folder(given, "data", root, ".data"),
        flag(given, "stop-at-end-of-input"));
  }

  private static int port(String text) throws StartFailure {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below, as for any other number that is no port
    }
    throw new StartFailure("-Dport must be a number from 0 to 65535, not \"" + text + "\".");
  }

  private static boolean flag(Map<String, String> given, String name) throws StartFailure {
    String text = given.getOrDefault(name, "false");
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new StartFailure("-D" + name + " must be true or false, not \"" + text + "\".");
    };
  }

  private static Path folder(Map<String, String> given, String name, Path root, String otherwise)
      throws StartFailure {
    String text = given.getOrDefault(name, otherwise);
    if (text.isBlank()) {
      throw new StartFailure("-D" + name + " must name a folder.");
    }
    return root.resolve(text).normalize();
  }
}
