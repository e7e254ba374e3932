package companion.loader;

import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.loader.LoadResult.Counts;
import companion.loader.LoadResult.Loaded;
import companion.resource.EditionPage;
import companion.resource.RenditionKind;
import companion.resource.ResourceId;
import companion.resource.ResourceStore;
import companion.resource.TranslationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The content that the project comes with. */
@TestInstance(Lifecycle.PER_CLASS)
final class LoaderIT {
  private static final Path CONTENT = Path.of("../content");
  private static final String NAME = "everything";
  private static final Pattern EDITION = Pattern.compile("[a-z]+#resource#(.+) edition#(.+)");
  private static final int RESOURCES = 27;
  private static final int EDITIONS = 110; // three more lie in the folder of a withdrawn one

  private Engines engines;
  private LoadResult first;

  @BeforeAll
  void load(@TempDir Path directory) throws Exception {
    engines = new Engines(directory);
    engines.create(NAME);
    first = engines.loader(NAME).load(CONTENT);
  }

  @AfterAll
  void stop() {
    engines.close();
  }

  @Test
  void shouldPublishTheWholeFolder() {
    assertThat(first)
        .isInstanceOfSatisfying(
            Loaded.class,
            loaded -> {
              Counts counts = loaded.counts();
              assertThat(counts.resources()).isEqualTo(RESOURCES);
              assertThat(counts.published()).isEqualTo(EDITIONS);
              assertThat(counts.withdrawn()).isEqualTo(1);
              assertThat(counts.uploaded()).isEqualTo(2 * EDITIONS);
              assertThat(counts.services()).isGreaterThan(10);
              assertThat(counts.terms()).isGreaterThan(50);
              assertThat(counts.left()).isEmpty();
            });
    assertThat(engines.progress()).contains("  1/27 workplace-mapping-notes: withdrawn now");
  }

  @Test
  void shouldWriteWhatReadersRead() {
    Map<String, Map<String, AttributeValue>> items = engines.items(NAME);

    assertThat(items.keySet())
        .contains(
            "public#resource#media-guide facts",
            "public#resource#media-guide edition#zh",
            "member#resource#operations-manual edition#en",
            "board#resource#board-induction edition#en",
            "secretariat#resource#media-guide published")
        .doesNotContain("public#resource#board-induction edition#en")
        .doesNotContain("public#resource#workplace-mapping-notes edition#en");
    assertThat(items.get("public#head -"))
        .isNotNull()
        .extractingByKeys("sealed", "sequence")
        .satisfies(both -> assertThat(both.getFirst()).isEqualTo(both.getLast()));
    assertThat(items.keySet().stream().filter(key -> key.startsWith("public#feed#ru ")))
        .hasSameSizeAs(
            items.keySet().stream().filter(key -> key.startsWith("public#feed#en ")).toList());
  }

  @Test
  void shouldHoldEveryFileUnderTheHashOfItsBytes() {
    List<String> keys = engines.objects(NAME);

    assertThat(keys).hasSize(2 * EDITIONS);
    for (String key : keys) {
      var object = engines.s3().getObjectAsBytes(get -> get.bucket(NAME).key(key));
      assertThat(key).endsWith("/" + Sha256.of(object.asByteArray()));
      assertThat(object.response().contentType())
          .isIn("application/pdf", "text/markdown; charset=utf-8");
    }
  }

  @Test
  void shouldHoldEveryFileThatAPublicationRefersTo() {
    assertThat(
            pages().stream()
                .flatMap(
                    page ->
                        page.edition().renditions().stream()
                            .map(file -> page.facts().audience() + "/" + file.sha256())))
        .hasSize(2 * EDITIONS)
        .hasSameElementsAs(engines.objects(NAME));
  }

  @Test
  void shouldNeverUploadWhatWasWithdrawn() throws Exception {
    try (Stream<Path> files = Files.list(CONTENT.resolve("resources/workplace-mapping-notes"))) {
      for (Path file : files.toList()) {
        assertThat(engines.objects(NAME)).noneMatch(key -> key.endsWith(hash(file)));
      }
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldCountThePagesOfEveryPdf() {
    assertThat(pages().stream().map(page -> page.edition().renditions().getFirst()))
        .hasSize(EDITIONS)
        .allSatisfy(
            pdf -> {
              assertThat(pdf.kind()).isEqualTo(RenditionKind.PDF);
              assertThat(pdf.pages().orElse(0)).isBetween(2, 40);
            });
  }

  @Test
  void shouldTellWhichTranslationsAreOutOfDate() {
    assertThat(pages().stream().map(EditionPage::status).distinct())
        .contains(
            TranslationStatus.ORIGINAL,
            TranslationStatus.CURRENT,
            TranslationStatus.OUTDATED,
            TranslationStatus.MACHINE);
  }

  /** Every edition as a reader with all rights finds it, going by the keys of the table. */
  private List<EditionPage> pages() {
    ResourceStore store = new ResourceStore(engines.dynamoDb(), NAME, List.of(Audience.values()));
    List<EditionPage> pages = new ArrayList<>();
    for (String key : engines.items(NAME).keySet()) {
      Matcher edition = EDITION.matcher(key);
      if (edition.matches()) {
        pages.add(
            store
                .page(new ResourceId(edition.group(1)), LanguageTag.of(edition.group(2)))
                .orElseThrow());
      }
    }
    return pages;
  }

  @Test
  void shouldChangeNothingAtAllTheSecondTime() {
    Map<String, Map<String, AttributeValue>> before = engines.items(NAME);

    LoadResult second = engines.loader(NAME).load(CONTENT);

    assertThat(second)
        .isInstanceOfSatisfying(
            Loaded.class,
            loaded -> {
              assertThat(loaded.counts().changedNothing()).isTrue();
              assertThat(loaded.counts().unchanged()).isEqualTo(EDITIONS);
              assertThat(loaded.counts().present()).isEqualTo(2 * EDITIONS);
              assertThat(loaded.counts().withdrawnBefore()).isEqualTo(1);
            });
    assertThat(engines.items(NAME)).isEqualTo(before);
  }
}
