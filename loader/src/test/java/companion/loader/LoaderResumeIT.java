package companion.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.loader.LoadResult.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** A run that is cut off at any call is completed by the next one. */
final class LoaderResumeIT {
  private static final String UNDISTURBED = "undisturbed";
  private static final int STEP = 3; // every call takes a minute longer

  private Engines engines;
  private SampleFolder folder;

  @BeforeEach
  void start(@TempDir Path directory, @TempDir Path content) throws Exception {
    engines = new Engines(directory);
    folder = SampleFolder.in(content);
  }

  @AfterEach
  void stop() {
    engines.close();
  }

  @Test
  void shouldCompleteAFirstRunThatWasCutOffAnywhere() {
    engines.create(UNDISTURBED);
    Outage counting = Outage.never();
    assertThat(run(UNDISTURBED, counting)).isInstanceOf(Loaded.class);
    Map<String, Map<String, AttributeValue>> items = engines.itemsWithoutEpoch(UNDISTURBED);
    List<String> objects = engines.objects(UNDISTURBED);
    assertThat(counting.calls()).isGreaterThan(60);

    for (int call = 1; call <= counting.calls(); call += STEP) {
      String name = "cut-off-at-" + call;
      engines.create(name);
      Outage outage = new Outage(call);
      assertThatThrownBy(() -> run(name, outage)).isInstanceOf(SdkClientException.class);

      assertThat(engines.loader(name).load(folder.root())).as(name).isInstanceOf(Loaded.class);
      assertThat(engines.itemsWithoutEpoch(name)).as(name).isEqualTo(items);
      assertThat(engines.objects(name)).as(name).isEqualTo(objects);
    }
  }

  @Test
  void shouldCompleteALaterRunThatWasCutOffAnywhere() {
    engines.create(UNDISTURBED);
    engines.loader(UNDISTURBED).load(folder.root());
    change();
    Outage counting = Outage.never();
    assertThat(run(UNDISTURBED, counting)).isInstanceOf(Loaded.class);
    Map<String, Map<String, AttributeValue>> items = engines.itemsWithoutEpoch(UNDISTURBED);

    for (int call = 1; call <= counting.calls(); call += STEP) {
      String name = "changed-at-" + call;
      engines.create(name);
      restore();
      engines.loader(name).load(folder.root());
      change();
      Outage outage = new Outage(call);
      assertThatThrownBy(() -> run(name, outage)).isInstanceOf(SdkClientException.class);

      assertThat(engines.loader(name).load(folder.root())).as(name).isInstanceOf(Loaded.class);
      assertThat(engines.itemsWithoutEpoch(name)).as(name).isEqualTo(items);
    }
  }

  private void restore() {
    folder = SampleFolder.in(folder.root());
  }

  /** A new revision, a correction with other facts, another audience, a withdrawal. */
  private void change() {
    folder.text(SampleFolder.LONG + "es.md", "Un informe revisado", 3);
    folder.text(
        SampleFolder.SHORT + "en.md",
        "In short, mended",
        1,
        "correction:",
        "  date: 2026-03-02",
        "  note: A");
    folder.facts(SampleFolder.SHORT, "member", "en", "relations:", "  - partOf: zzz-long");
    folder.write(SampleFolder.MEMBERS + "resource.yaml", "audience: member", "withdrawn: legal");
  }

  private LoadResult run(String name, Outage outage) {
    return engines
        .loader(
            name,
            outage.over(DynamoDbClient.class, engines.dynamoDb()),
            outage.over(S3Client.class, engines.s3()))
        .load(folder.root());
  }
}
