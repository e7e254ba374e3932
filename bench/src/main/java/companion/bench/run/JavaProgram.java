package companion.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of this module in a process of its own. */
public final class JavaProgram {
  /** What a program does. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }

  private JavaProgram() {}

  /** A process on the same JDK and class path, whose errors are shown. */
  public static ProcessBuilder of(Class<?> program, List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Runs and exits, whatever happens: threads of an engine would keep the process alive. */
  public static void run(Body body) {
    try {
      body.run();
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }
}
