package companion.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;

import companion.bench.call.Call;
import companion.bench.catalogue.CatalogueFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The hook before the snapshot, as Lambda's own runtime client calls it. */
class SnapshotIT {
  @Test
  void shouldRehearseBeforeTheSnapshotAndAnswerAfterIt() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    PrintStream progress = System.err;
    Path catalogue = new CatalogueFiles(root, progress).folder(20);
    try (Stage stage = Stage.open(root, catalogue, progress);
        LambdaProcess process = stage.initialise(stage.resources(), Call.list("fr"))) {
      int rehearsed = stage.reads();
      assertThat(rehearsed).isPositive();

      process.restore();
      process.firstReply();

      assertThat(stage.reads()).as("a look at the head").isEqualTo(rehearsed + 1);
    }
  }
}
