package companion.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalMainIT {
  @TempDir Path folder;

  @Test
  void shouldSayInOneLineThatPortIsInUseAndExitWithTwo() throws Exception {
    Path output = folder.resolve("output");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  LocalMain.class.getName(),
                  "--port=" + taken.getLocalPort(),
                  "--data=" + folder.resolve("data"))
              .directory(Path.of("..").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(Files.readAllLines(output))
          .singleElement()
          .asString()
          .startsWith("Port " + taken.getLocalPort() + " is in use")
          .contains("-Dport=");
    }
  }
}
