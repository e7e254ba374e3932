package companion.loader;

import static companion.loader.SampleFolder.GONE;
import static companion.loader.SampleFolder.LONG;
import static companion.loader.SampleFolder.MEMBERS;
import static companion.loader.SampleFolder.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Pause;
import companion.feed.Audience;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.loader.LoadResult.Counts;
import companion.loader.LoadResult.Incomplete;
import companion.loader.LoadResult.Loaded;
import companion.loader.LoadResult.Refused;
import companion.resource.EditionPage;
import companion.resource.Expected;
import companion.resource.PublishResult;
import companion.resource.ResourceCommand.WithdrawEdition;
import companion.resource.ResourceId;
import companion.resource.ResourceOverview;
import companion.resource.ResourcePublishing;
import companion.resource.ResourceStore;
import companion.resource.TranslationStatus;
import companion.vocabulary.VocabularyPublishing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a change in the folder changes for readers. */
final class LoaderChangesIT {
  private static final String NAME = "sample";
  private static final ResourceId LONG_ID = new ResourceId("zzz-long");
  private static final ResourceId SHORT_ID = new ResourceId("aaa-short");

  private Engines engines;
  private SampleFolder folder;

  @BeforeEach
  void start(@TempDir Path directory, @TempDir Path content) throws Exception {
    engines = new Engines(directory);
    engines.create(NAME);
    folder = SampleFolder.in(content);
  }

  @AfterEach
  void stop() {
    engines.close();
  }

  @Test
  void shouldPublishASampleWithItsRelation() {
    Counts counts = loaded();

    assertThat(counts.published()).isEqualTo(5);
    assertThat(counts.uploaded()).isEqualTo(8);
    assertThat(page(LONG_ID, "es").inverses()).hasSize(1);
    assertThat(engines.progress())
        .contains("  2/4 zzz-long: 2 languages, 2 published", "  1/4 gone-notes: withdrawn now");
  }

  @Test
  void shouldMakeTranslationsOutdatedByARaisedRevision() {
    loaded();
    assertThat(page(SHORT_ID, "fr").status()).isEqualTo(TranslationStatus.MACHINE);

    folder.text(SHORT + "en.md", "In short, revised", 2);
    Counts counts = loaded();

    assertThat(counts.published()).isEqualTo(1);
    assertThat(page(SHORT_ID, "en").edition().revision()).isEqualTo(2);
    assertThat(page(SHORT_ID, "fr").status()).isEqualTo(TranslationStatus.OUTDATED);
  }

  @Test
  void shouldCorrectWithoutMakingTranslationsOutdated() {
    loaded();

    folder.text(
        SHORT + "en.md", "In short, mended", 1, "correction:", "  date: 2026-03-02", "  note: A");
    folder.facts(SHORT, "public", "en", "reviewBy: 2027-01-01");
    Counts counts = loaded();

    assertThat(counts.corrected()).isEqualTo(1);
    assertThat(counts.published()).isZero();
    EditionPage page = page(SHORT_ID, "en");
    assertThat(page.edition().title()).isEqualTo("In short, mended");
    assertThat(page.facts().reviewBy()).isPresent();
    assertThat(page(SHORT_ID, "fr").status()).isEqualTo(TranslationStatus.MACHINE);
    assertThat(loaded().changedNothing()).isTrue();
  }

  @Test
  void shouldPublishChangedFactsWithoutANewRevision() {
    loaded();

    folder.replace(LONG + "resource.yaml", "regions: []", "regions: [africa]");
    Counts counts = loaded();

    assertThat(counts.published()).isEqualTo(1);
    assertThat(counts.unchanged()).isEqualTo(4);
    assertThat(page(LONG_ID, "en").facts().regions()).containsExactly("africa");
  }

  @Test
  void shouldRefuseOtherContentUnderTheSameRevision() {
    loaded();
    Map<String, Map<String, AttributeValue>> before = engines.items(NAME);

    folder.replace(SHORT + "en.md", "Text of", "Other text of");
    folder.text(MEMBERS + "en.md", "For members, revised", 2);

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:5: this differs from what is published as revision 1: raise"
                + " “revision”, or add a “correction” with a note of its own");
    assertThat(engines.items(NAME)).isEqualTo(before);
  }

  @Test
  void shouldRefuseASecondCorrectionUnderTheSameNote() {
    String[] correction = {"correction:", "  date: 2026-03-02", "  note: A"};
    loaded();
    folder.text(SHORT + "en.md", "In short, mended", 1, correction);
    loaded();

    folder.text(SHORT + "en.md", "In short, mended again", 1, correction);

    assertThat(problems()).hasSize(1).first().asString().contains("a note of its own");
  }

  @Test
  void shouldRefuseALowerRevisionAndAnotherSourceUnderTheSameOne() {
    folder.translation(LONG + "en.md", "A report", 2, 1, "human");
    loaded();

    folder.text(LONG + "es.md", "Un informe", 1);
    folder.translation(LONG + "en.md", "A report", 2, 1, "machine");

    assertThat(problems())
        .containsExactly(
            "resources/zzz-long/en.md:5: what it was translated from differs from what is"
                + " published as revision 2: raise “revision”",
            "resources/zzz-long/es.md:5: revision 2 is published already: raise “revision” beyond"
                + " it");
  }

  @Test
  void shouldPublishNothingOfAFolderWithAProblem() {
    folder.replace(MEMBERS + "en.md", "revision: 1", "revision: none");

    assertThat(problems())
        .containsExactly("resources/members-only/en.md:5: “revision” is a whole number from 1");
    assertThat(engines.items(NAME)).isEmpty();
    assertThat(engines.objects(NAME)).isEmpty();
  }

  @Test
  void shouldNeitherPublishNorUploadWhatIsWithdrawn() {
    loaded();

    assertThat(overview("gone-notes")).isInstanceOf(ResourceOverview.Gone.class);
    assertThat(engines.objects(NAME))
        .noneMatch(key -> key.endsWith(Sha256.of(SampleFolder.pdf(3)).hex()));
  }

  @Test
  void shouldWithdrawWhatWasPublishedEvenIfOthersReferToIt() {
    loaded();

    folder.write(LONG + "resource.yaml", "audience: public", "withdrawn: legal");
    Counts counts = loaded();

    assertThat(counts.withdrawn()).isEqualTo(1);
    assertThat(overview("zzz-long")).isInstanceOf(ResourceOverview.Gone.class);
    assertThat(page(SHORT_ID, "en").facts().relations()).isEmpty();
    assertThat(loaded().changedNothing()).isTrue();
  }

  @Test
  void shouldRefuseToPublishWhatWasWithdrawn() {
    loaded();

    folder.facts(GONE, "public", "en");

    assertThat(problems())
        .containsExactly(
            "resources/gone-notes/en.md:5: this resource was withdrawn (endangers-people) and"
                + " stays so; another one takes another id");
    assertThat(engines.objects(NAME))
        .noneMatch(key -> key.endsWith(Sha256.of(SampleFolder.pdf(3)).hex()));
  }

  @Test
  void shouldRefuseToBringBackALanguageThatWasWithdrawn() {
    loaded();
    ResourcePublishing publishing = publishing();
    assertThat(
            publishing.apply(
                LONG_ID,
                new Expected.Version(publishing.find(LONG_ID).orElseThrow().version()),
                new WithdrawEdition(LanguageTag.of("en"), "legal")))
        .isInstanceOf(PublishResult.Published.class);

    assertThat(problems())
        .containsExactly(
            "resources/zzz-long/en.md:5: this language was withdrawn (legal): take its files out"
                + " of the folder");
    folder.delete(LONG + "en.md");
    assertThat(loaded().changedNothing()).isTrue();
  }

  @Test
  void shouldLeaveAndReportWhatIsNotInTheFolder() {
    loaded();

    folder.delete(SHORT + "fr.md");
    folder.deleteFolder(MEMBERS);
    Counts counts = loaded();

    assertThat(counts.left()).containsExactly("aaa-short/fr", "resource members-only");
    assertThat(counts.changedNothing()).isTrue();
    assertThat(page(SHORT_ID, "fr").edition().title()).isEqualTo("En bref");
    assertThat(engines.progress()).contains("  aaa-short/fr: not in the folder, left as it is");
  }

  @Test
  void shouldUploadForANewAudienceBeforeAnythingMovesThere() {
    folder.facts(SHORT, "public", "en");
    loaded();

    folder.replace(LONG + "resource.yaml", "audience: public", "audience: member");
    loaded();

    ResourceStore members = new ResourceStore(engines.dynamoDb(), NAME, List.of(Audience.MEMBER));
    for (String language : List.of("es", "en")) {
      members
          .page(LONG_ID, LanguageTag.of(language))
          .orElseThrow()
          .edition()
          .renditions()
          .forEach(
              rendition ->
                  assertThat(engines.objects(NAME)).contains("member/" + rendition.sha256()));
    }
    assertThat(overview("zzz-long")).isInstanceOf(ResourceOverview.Gone.class);
  }

  @Test
  void shouldSayWhatOnlyShowsWhenItIsPublished() {
    loaded();
    List.of("es.md", "es.pdf", "es.lite.pdf", "es.mp3").forEach(file -> folder.delete(LONG + file));
    folder.translation(LONG + "en.md", "A report", 2, 3, "human");
    folder.text(MEMBERS + "en.md", "For members, revised", 2);

    assertThat(engines.loader(NAME).load(folder.root()))
        .isInstanceOfSatisfying(
            Incomplete.class,
            incomplete -> {
              assertThat(incomplete.problems())
                  .extracting(Problem::toString)
                  .containsExactly(
                      "resources/zzz-long/en.md:5: translated from revision 3 of the original, of"
                          + " which 2 is published");
              assertThat(incomplete.counts().published()).isEqualTo(1);
            });
  }

  @Test
  void shouldComeToTheSameWithTwoLoadersAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<LoadResult>> runs =
          List.of(
              threads.submit(() -> engines.loader(NAME).load(folder.root())),
              threads.submit(() -> engines.loader(NAME).load(folder.root())));
      for (Future<LoadResult> run : runs) {
        assertThat(run.get()).isInstanceOf(Loaded.class);
      }
    }
    assertThat(loaded().changedNothing()).isTrue();
  }

  private Counts loaded() {
    LoadResult result = engines.loader(NAME).load(folder.root());
    assertThat(result).isInstanceOf(Loaded.class);
    return ((Loaded) result).counts();
  }

  private List<String> problems() {
    LoadResult result = engines.loader(NAME).load(folder.root());
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).problems().stream().map(Problem::toString).toList();
  }

  private EditionPage page(ResourceId id, String language) {
    return store().page(id, LanguageTag.of(language)).orElseThrow();
  }

  private ResourceOverview overview(String id) {
    return store().overview(new ResourceId(id)).orElseThrow();
  }

  private ResourceStore store() {
    return new ResourceStore(engines.dynamoDb(), NAME, List.of(Audience.PUBLIC));
  }

  private ResourcePublishing publishing() {
    Pause none = _ -> {};
    Ledger ledger = new Ledger(engines.dynamoDb(), NAME, none, () -> "other");
    WorkingLanguages languages = WorkingLanguages.shipped();
    return new ResourcePublishing(
        engines.dynamoDb(),
        NAME,
        ledger,
        new VocabularyPublishing(new PlainThings(engines.dynamoDb(), NAME, ledger), languages),
        languages);
  }
}
