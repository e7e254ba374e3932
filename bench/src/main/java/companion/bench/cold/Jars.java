package companion.bench.cold;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars that the build has made, and what Lambda itself brings. */
final class Jars {
  /** One class of each jar of the runtime client and of what it needs. */
  private static final List<String> RUNTIME_CLIENT =
      List.of(
          "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
          "com.amazonaws.services.lambda.runtime.Context",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private final Path root;

  Jars(Path root) {
    this.root = root;
  }

  /** What Lambda itself brings. */
  static List<Path> ofRuntimeClient() {
    return RUNTIME_CLIENT.stream().map(Jars::jarOf).toList();
  }

  /** The jar of this process that has a class. */
  static Path jarOf(String className) {
    try {
      Class<?> type = Class.forName(className, false, Jars.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ReflectiveOperationException | URISyntaxException e) {
      throw new IllegalStateException("no jar has " + className, e);
    }
  }

  /** A function as it is deployed, but for its own classes, which are in a jar here. */
  List<Path> of(String module) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(own(module));
    try (Stream<Path> libraries = Files.list(root.resolve(module).resolve("target/lambda/lib"))) {
      libraries.sorted().forEach(jars::add);
    }
    return jars;
  }

  /** The libraries of a function, without what belongs to this project. */
  List<Path> librariesOf(String module) throws IOException {
    return of(module).stream()
        .filter(jar -> !jar.getFileName().toString().endsWith("-SNAPSHOT.jar"))
        .toList();
  }

  Path own(String module) throws IOException {
    Path target = root.resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no jar in " + target));
    }
  }

  static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }
}
