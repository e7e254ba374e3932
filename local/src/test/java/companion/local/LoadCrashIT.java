package companion.local;

import static org.assertj.core.api.Assertions.assertThat;

import companion.deployment.Template;
import companion.engines.EmbeddedDynamoDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Kills the whole process while it loads the content, again and again, and lets it go on: in the
 * end the storage holds what an undisturbed start leaves, to the item and to the sequence number.
 * {@code -Dcrashes=50} kills more often.
 */
final class LoadCrashIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final String FIRST_LINE_OF_LOADING = "Starting DynamoDB";
  private static final String LAST_LINE = "Ready after";

  @TempDir Path folder;

  @Test
  void shouldCompleteWhatAKilledStartLeftAndDoubleNothing() throws Exception {
    int crashes = Integer.getInteger("crashes", 4);
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Path undisturbed = folder.resolve("undisturbed");
    long milliseconds = load(undisturbed);
    Storage expected = read(undisturbed);
    assertThat(expected.items()).hasSizeGreaterThan(100);

    Path disturbed = folder.resolve("disturbed-0");
    int rounds = 0;
    for (int crash = 1; crash <= crashes; crash++) {
      boolean completed = !loadAndKill(disturbed, random.nextLong(milliseconds));
      if (completed || crash == crashes) {
        load(disturbed);
        Storage left = read(disturbed);
        assertThat(left.items())
            .as("items; repeat with -Dseed=%d", seed)
            .isEqualTo(expected.items());
        assertThat(left.objects())
            .as("objects; repeat with -Dseed=%d", seed)
            .isEqualTo(expected.objects());
        rounds++;
        disturbed = folder.resolve("disturbed-" + rounds);
      }
    }
  }

  /** Starts on {@code data} until it is ready, and stops it; how long the loading took. */
  private long load(Path data) throws Exception {
    Process process = start(data);
    try {
      await(FIRST_LINE_OF_LOADING, process);
      long begun = System.nanoTime();
      await(LAST_LINE, process);
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Kills it so long after it began; false if it was ready before. */
  private boolean loadAndKill(Path data, long milliseconds) throws Exception {
    Process process = start(data);
    await(FIRST_LINE_OF_LOADING, process);
    boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    assertThat(ended).as("it runs until it is killed").isFalse();
    process.destroyForcibly(); // SIGKILL
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return !hasPrinted(LAST_LINE);
  }

  private Process start(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "companion.local.LocalMain",
            "--port=0",
            "--content=content",
            "--data=" + data)
        .directory(PROJECT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  private Path output() {
    return folder.resolve("output");
  }

  private boolean hasPrinted(String beginning) throws IOException {
    return Files.readAllLines(output()).stream().anyMatch(line -> line.startsWith(beginning));
  }

  private void await(String beginning, Process process) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!hasPrinted(beginning)) {
      boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      if ((ended && !hasPrinted(beginning)) || System.nanoTime() > giveUp) {
        throw new AssertionError("no \"" + beginning + "\" in " + Files.readString(output()));
      }
    }
  }

  /** What is kept, but for what is random by intent. */
  private record Storage(
      Map<String, Map<String, AttributeValue>> items, Map<String, Long> objects) {}

  private static Storage read(Path data) throws IOException {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.onDisk(data.resolve("dynamodb"))) {
      dynamoDb
          .client()
          .scanPaginator(scan -> scan.tableName(Template.tableName("Table")))
          .items()
          .forEach(
              item -> {
                Map<String, AttributeValue> copy = new HashMap<>(item);
                copy.remove("epoch");
                items.put(item.get("pk") + " " + item.get("sk"), copy);
              });
    }
    Map<String, Long> objects = new TreeMap<>();
    Path bucket = data.resolve("s3").resolve(Template.bucketName("Library"));
    try (Stream<Path> files = Files.walk(bucket)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        objects.put(bucket.relativize(file).toString(), Files.size(file));
      }
    }
    return new Storage(items, objects);
  }
}
