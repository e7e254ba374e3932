package companion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {
  private static final Path ROOT = Path.of("/project");

  @Test
  void shouldTakeFoldersRelativeToTheProject() throws Exception {
    Options options =
        Options.parse(
            List.of(
                "--port=9",
                "--fresh=true",
                "--content=c",
                "--data=/d",
                "--stop-at-end-of-input=true"),
            ROOT);
    assertThat(options)
        .isEqualTo(new Options(ROOT, 9, true, Path.of("/project/c"), Path.of("/d"), true));
  }

  @Test
  void shouldHaveDefaults() throws Exception {
    assertThat(Options.parse(List.of(), ROOT))
        .isEqualTo(
            new Options(
                ROOT, 8080, false, Path.of("/project/content"), Path.of("/project/.data"), false));
  }

  @Test
  void shouldSayWhatIsWrong() {
    assertThatThrownBy(() -> Options.parse(List.of("--port=many"), ROOT))
        .isInstanceOf(StartFailure.class)
        .hasMessage("-Dport must be a number from 0 to 65535, not \"many\".");
    assertThatThrownBy(() -> Options.parse(List.of("--fresh=yes"), ROOT))
        .hasMessage("-Dfresh must be true or false, not \"yes\".");
    assertThatThrownBy(() -> Options.parse(List.of("--colour=red"), ROOT))
        .hasMessageStartingWith("Unknown argument \"--colour=red\"");
    assertThatThrownBy(() -> Options.parse(List.of("--data="), ROOT))
        .hasMessage("-Ddata must name a folder.");
  }
}
