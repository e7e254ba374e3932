package companion.bench.cold;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The jars that the build has made and resolved. */
final class Jars {
  private static final Set<String> RUNTIME_CLIENT =
      Set.of(
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-core",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final Path root;

  Jars(Path root) {
    this.root = root;
  }

  /** What Lambda itself brings. */
  List<Path> ofRuntimeClient() throws IOException {
    List<Path> jars =
        classpath("bench").stream().filter(jar -> RUNTIME_CLIENT.contains(artifact(jar))).toList();
    if (jars.size() != RUNTIME_CLIENT.size()) {
      throw new IllegalStateException("the runtime client is not whole: " + jars);
    }
    return jars;
  }

  /** A module's own jar, and all that it needs. */
  List<Path> of(String module) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(own(module));
    jars.addAll(classpath(module));
    return jars;
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

  /** The same without what belongs to this project. */
  List<Path> librariesOf(String module) throws IOException {
    return classpath(module).stream().filter(jar -> !jar.startsWith(root)).toList();
  }

  private List<Path> classpath(String module) throws IOException {
    Path file = root.resolve(module).resolve("target/runtime.classpath");
    return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*", "");
  }

  static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }
}
