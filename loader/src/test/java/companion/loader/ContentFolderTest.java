package companion.loader;

import static companion.loader.SampleFolder.GONE;
import static companion.loader.SampleFolder.LONG;
import static companion.loader.SampleFolder.MEMBERS;
import static companion.loader.SampleFolder.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.loader.ContentFolder.Reading;
import companion.resource.Edition;
import companion.resource.Origin;
import companion.resource.Rendition;
import companion.resource.RenditionKind;
import companion.resource.ResourceId;
import companion.resource.TranslationMethod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentFolderTest {
  private SampleFolder folder;

  @BeforeEach
  void make(@TempDir Path directory) {
    folder = SampleFolder.in(directory);
  }

  @Test
  void shouldPutWhatOthersReferToBeforeThem() {
    assertThat(content().resources())
        .extracting(resource -> resource.id().value())
        .containsExactly("gone-notes", "zzz-long", "aaa-short", "members-only");
  }

  @Test
  void shouldReadAnEditionWithItsFiles() {
    ResourceContent.Offered resource = offered("zzz-long");

    assertThat(resource.facts().date()).isEqualTo(LocalDate.of(2013, 6, 1));
    assertThat(resource.facts().audience()).isEqualTo(Audience.PUBLIC);
    Edition original = resource.editions().getFirst().edition();
    assertThat(original.language()).isEqualTo(LanguageTag.of("es"));
    assertThat(original.origin()).isEqualTo(new Origin.Original());
    assertThat(original.renditions())
        .extracting(Rendition::kind)
        .containsExactly(
            RenditionKind.PDF, RenditionKind.LITE, RenditionKind.TEXT, RenditionKind.AUDIO);
    assertThat(original.renditions().getFirst())
        .isEqualTo(
            new Rendition(
                RenditionKind.PDF,
                "application/pdf",
                SampleFolder.pdf(2).length,
                Sha256.of(SampleFolder.pdf(2)),
                OptionalInt.of(2)));
    assertThat(resource.editions().get(1).edition().origin())
        .isEqualTo(new Origin.Translated(1, TranslationMethod.HUMAN));
  }

  @Test
  void shouldServeTheTextUnderItsTitle() {
    folder.replace(SHORT + "en.md", "title: \"In short\"", "title: \"In [short] #1\"");

    assertThat(text("aaa-short"))
        .isEqualTo("# In \\[short\\] \\#1\n\n## First\n\nText of In short.\n");
  }

  @Test
  void shouldLeaveATitleThatTheTextHasItself() {
    folder.replace(SHORT + "en.md", "## First", "# Shortly");

    assertThat(text("aaa-short")).isEqualTo("# Shortly\n\nText of In short.\n");
  }

  @Test
  void shouldReadTheSameFromFilesOfOtherSystems() {
    String before = text("aaa-short");
    String windows = "\uFEFF" + folder.read(SHORT + "en.md").replace("\n", "\r\n");
    folder.bytes(SHORT + "en.md", windows.getBytes(StandardCharsets.UTF_8));
    folder.write(SHORT + ".DS_Store", "");

    assertThat(text("aaa-short")).isEqualTo(before);
  }

  @Test
  void shouldNotLookAtTheTextsOfWhatWasTakenBack() {
    folder.write(GONE + "en.md", "no fields at all");
    folder.write(GONE + "resource.yaml", "audience: public", "withdrawn: legal");

    assertThat(content().resources().getFirst())
        .isEqualTo(
            new ResourceContent.TakenBack(new ResourceId("gone-notes"), Audience.PUBLIC, "legal"));
  }

  @Test
  void shouldLeaveOutARelationToWhatWasTakenBack() {
    folder.replace(SHORT + "resource.yaml", "zzz-long", "gone-notes");

    assertThat(offered("aaa-short").facts().relations()).isEmpty();
    assertThat(content().remarks())
        .containsExactly("aaa-short: its relation to gone-notes is left out, which was withdrawn");
  }

  @Test
  void shouldNameMissingFilesAndFolders() {
    folder.delete("vocabulary.yaml");
    folder.delete("language-services.yaml");
    folder.delete(SHORT + "resource.yaml");
    folder.delete(LONG + "es.md");
    folder.delete(MEMBERS + "en.md");

    assertThat(problems())
        .containsExactly(
            "language-services.yaml: this file is missing",
            "resources/aaa-short/resource.yaml: this file is missing",
            "resources/members-only/resource.yaml: there is no text in this folder, such as en.md",
            "resources/zzz-long/es.lite.pdf: its text is missing: es.md",
            "resources/zzz-long/es.mp3: its text is missing: es.md",
            "resources/zzz-long/es.pdf: its text is missing: es.md",
            "vocabulary.yaml: this file is missing");
  }

  @Test
  void shouldNameAFolderWithoutResources(@TempDir Path empty) {
    assertThat(problems(empty))
        .containsExactly(
            "language-services.yaml: this file is missing",
            "resources: this folder is missing",
            "vocabulary.yaml: this file is missing");
  }

  @Test
  void shouldNameWhatDoesNotBelongHere() {
    folder.write("resources/notes.txt", "x");
    folder.write("resources/Big_Folder/en.md", "x");
    folder.write(SHORT + "de.md", "x");
    folder.write(SHORT + "en.docx", "x");
    folder.write(SHORT + "EN.pdf", "x");

    String expected =
        "; expected are resource.yaml and files such as en.md, en.pdf, en.lite.pdf, en.mp3 or"
            + " en.m4a";
    assertThat(problems())
        .containsExactly(
            "resources/Big_Folder: a resource's folder has a name of 3 to 64 of a-z, 0-9 and"
                + " hyphens, with no hyphen at its ends",
            "resources/aaa-short/EN.pdf: “EN” is not a working language; there are " + languages(),
            "resources/aaa-short/de.md: “de” is not a working language; there are " + languages(),
            "resources/aaa-short/en.docx: this does not belong here" + expected,
            "resources/notes.txt: only folders are expected here, one for each resource");
  }

  @Test
  void shouldNameUnknownFieldsWithTheirLines() {
    folder.replace(SHORT + "resource.yaml", "regions: []", "region: []");
    folder.replace(SHORT + "en.md", "revision: 1", "revision: 1\ntranslator: X");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:6: “translator” is not known here; there can be"
                + " contributors, correction, revision, summary, title or translation",
            "resources/aaa-short/resource.yaml:1: “regions” is missing",
            "resources/aaa-short/resource.yaml:3: “region” is not known here; there can be"
                + " audience, date, original, regions, relations, reviewBy, themes, type or"
                + " withdrawn");
  }

  @Test
  void shouldNameCodesThatTheVocabularyDoesNotHave() {
    folder.replace(SHORT + "resource.yaml", "type: report", "type: raport");
    folder.replace(SHORT + "resource.yaml", "[law, health]", "[law, welfare, law]");
    folder.replace(SHORT + "resource.yaml", "audience: public", "audience: everybody");
    folder.replace(GONE + "resource.yaml", "endangers-people", "danger");
    folder.replace("language-services.yaml", "cost: free", "cost: cheap");

    assertThat(problems())
        .containsExactly(
            "language-services.yaml:5: “cheap” is not in vocabulary.yaml; “cost” can be free",
            "resources/aaa-short/resource.yaml:1: “raport” is not in vocabulary.yaml; “type” can"
                + " be report or manual",
            "resources/aaa-short/resource.yaml:2: “law” is there twice in “themes”",
            "resources/aaa-short/resource.yaml:2: “welfare” is not in vocabulary.yaml; “themes”"
                + " can be law or health",
            "resources/aaa-short/resource.yaml:5: “audience” is public, member or board",
            "resources/gone-notes/resource.yaml:7: “danger” is not in vocabulary.yaml;"
                + " “withdrawn” can be endangers-people or legal");
  }

  @Test
  void shouldNameIllFormedValues() {
    folder.replace(SHORT + "resource.yaml", "date: 2013-06-01", "date: June 2013");
    folder.replace(SHORT + "resource.yaml", "original: en", "original: de\nreviewBy: 2027-02-30");
    folder.replace(SHORT + "en.md", "revision: 1", "revision: first");
    folder.replace(SHORT + "en.md", "contributors: [Editors]", "contributors: Editors");
    folder.replace(SHORT + "en.md", "title: \"In short\"", "title:");
    folder.replace(SHORT + "fr.md", "of: 1", "of: 0");
    folder.replace(SHORT + "fr.md", "method: machine", "method: robot");
    folder.replace(
        SHORT + "fr.md", "summary: \"About: En bref.\"", "summary: \"" + "a".repeat(601) + "\"");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:2: “title” is empty",
            "resources/aaa-short/en.md:4: “contributors” is a list, such as [one, two]; [] is"
                + " none",
            "resources/aaa-short/en.md:5: “revision” is a whole number from 1",
            "resources/aaa-short/fr.md:3: “summary” has 601 characters; it can have 600",
            "resources/aaa-short/fr.md:7: “of” is a whole number from 1",
            "resources/aaa-short/fr.md:8: “method” is human, machine or machine-reviewed",
            "resources/aaa-short/resource.yaml:4: “date” is a date such as 2013-06-01",
            "resources/aaa-short/resource.yaml:6: “original” is " + orLanguages(),
            "resources/aaa-short/resource.yaml:7: “reviewBy” is a date such as 2013-06-01");
  }

  @Test
  void shouldRefuseAnOriginalThatIsATranslationAndATranslationThatIsNone() {
    folder.translation(SHORT + "en.md", "In short", 1, 1, "human");
    folder.text(SHORT + "fr.md", "En bref", 1);

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:6: this is the original language (“original” in"
                + " resource.yaml), so it cannot be a translation",
            "resources/aaa-short/fr.md:2: “translation” is missing: this is not the original"
                + " language (“original” in resource.yaml is “en”)");
  }

  @Test
  void shouldRefuseATranslationOfARevisionThatIsNotThere() {
    folder.replace(LONG + "en.md", "of: 1", "of: 3");

    assertThat(problems())
        .containsExactly(
            "resources/zzz-long/en.md:6: translated from revision 3 of the original, which is at"
                + " revision 2");
  }

  @Test
  void shouldRefuseACorrectionThatSaysNothing() {
    folder.text(SHORT + "en.md", "In short", 1, "correction:", "  date: 2026-13-01");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:7: “date” is a date such as 2013-06-01",
            "resources/aaa-short/en.md:7: “note” is missing");
  }

  @Test
  void shouldRefuseRelationsThatLeadNowhere() {
    folder.facts(
        SHORT,
        "public",
        "en",
        "relations:",
        "  - partOf: not-there",
        "  - supersedes: aaa-short",
        "  - replaces: zzz-long",
        "  - partOf: zzz-long",
        "  - partOf: zzz-long",
        "  - partOf: A B");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/resource.yaml:8: there is no resource “not-there” in this folder",
            "resources/aaa-short/resource.yaml:9: a resource has no relation to itself",
            "resources/aaa-short/resource.yaml:10: “replaces” is not known here; there can be"
                + " partOf, shortVersionOf or supersedes",
            "resources/aaa-short/resource.yaml:12: this relation is there twice",
            "resources/aaa-short/resource.yaml:13: “A B” is not the id of a resource");
  }

  @Test
  void shouldRefuseMoreThanThreeRelations() {
    folder.facts(
        SHORT,
        "public",
        "en",
        "relations:",
        "  - partOf: zzz-long",
        "  - supersedes: zzz-long",
        "  - partOf: members-only",
        "  - supersedes: members-only");

    assertThat(problems())
        .containsExactly("resources/aaa-short/resource.yaml:7: there can be at most 3 relations");
  }

  @Test
  void shouldRefuseARelationThatWouldTellMoreReadersOfAResourceThanMayReadIt() {
    folder.facts(SHORT, "public", "en", "relations:", "  - supersedes: members-only");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/resource.yaml:8: “members-only” is for fewer readers, who alone"
                + " may know of it");
  }

  @Test
  void shouldRefuseRelationsThatGoInACircle() {
    folder.facts(LONG, "public", "es", "relations:", "  - partOf: members-only");
    folder.facts(MEMBERS, "public", "en", "relations:", "  - supersedes: aaa-short");

    assertThat(problems())
        .containsExactly(
            "resources/members-only/resource.yaml:8: relations go in a circle: aaa-short →"
                + " zzz-long → members-only → aaa-short");
  }

  @Test
  void shouldSayWhereYamlCannotBeRead() {
    folder.replace(SHORT + "en.md", "\"In short\"", "In short: a guide");
    folder.replace(SHORT + "fr.md", "\"En bref\"", "\"En \"bref\"\"");
    folder.replace(SHORT + "resource.yaml", "date:", "\tdate:");
    folder.replace(LONG + "en.md", "---\ntitle", "title");
    folder.write(MEMBERS + "resource.yaml", "# nothing");

    String unreadable =
        ": this cannot be read as YAML, here or just before: a text with a colon, # or quotation"
            + " marks in it stands in \"quotation marks\", and lines are indented with spaces";
    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:2" + unreadable,
            "resources/aaa-short/fr.md:2" + unreadable,
            "resources/aaa-short/resource.yaml:4" + unreadable,
            "resources/members-only/resource.yaml:1: nothing is written here",
            "resources/zzz-long/en.md:1: the file begins with a line ---, the fields, and another"
                + " line ---");
  }

  @Test
  void shouldRefuseATitleThatYamlTakesForSomethingElse() {
    folder.replace(SHORT + "en.md", "\"In short\"", "*short");
    folder.replace(SHORT + "fr.md", "revision: 1", "revision: 1\nrevision: 2");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.md:2: a text cannot begin with *; put the text in \"quotation"
                + " marks\"",
            "resources/aaa-short/fr.md:6: “revision” is there twice");
  }

  @Test
  void shouldRefuseFilesThatAreNotWhatTheyAreCalled() {
    folder.write(LONG + "es.pdf", "a text");
    folder.bytes(LONG + "es.mp3", new byte[0]);
    folder.bytes(LONG + "en.md", new byte[] {'-', '-', '-', '\n', (byte) 0xE9, '\n'});
    folder.write(SHORT + "en.mp3", "sound");
    folder.write(SHORT + "en.m4a", "sound");
    folder.replace(SHORT + "fr.md", "\n## First\n\nText of En bref.\n", "");

    assertThat(problems())
        .containsExactly(
            "resources/aaa-short/en.mp3: there is another recording of this text; only one is"
                + " expected",
            "resources/aaa-short/fr.md: there is no text after the fields",
            "resources/zzz-long/en.md: this is not text in UTF-8; save it as UTF-8",
            "resources/zzz-long/es.mp3: this file is empty",
            "resources/zzz-long/es.pdf: this is not a PDF");
  }

  @Test
  void shouldRefuseATermWithoutALabel() {
    folder.replace("vocabulary.yaml", "{zh: \"manual\", en: a,", "{zh: \"manual\", de: a,");
    folder.replace("vocabulary.yaml", "- code: health", "- code: Health 1");
    folder.replace("vocabulary.yaml", "- code: legal", "- code: endangers-people");

    assertThat(problems())
        .containsExactly(
            "vocabulary.yaml:5: “de” is not known here; there can be en, es, fr, ru or zh",
            "vocabulary.yaml:5: “manual” has no label in “en”",
            "vocabulary.yaml:9: a code has lower-case letters a-z and hyphens",
            "vocabulary.yaml:17: “endangers-people” is there twice in “withdrawalReasons”");
  }

  @Test
  void shouldRefuseAServiceThatCannotBeReached() {
    folder.write(
        "language-services.yaml",
        "- id: words",
        "  name: Words",
        "  kind: dictionary",
        "  languages: [en_GB]",
        "  cost: free",
        "  privacy: on-device",
        "  url: http://words.example",
        "  description: {}",
        "- id: Words!",
        "  name: [Words]",
        "  kind: dictionary",
        "  languages: []",
        "  cost: free",
        "  privacy: on-device",
        "  url: words example",
        "  description: {en: Yes}");

    assertThat(problems())
        .containsExactly(
            "language-services.yaml:4: “en_GB” is not a language tag such as fr or zh-Hant",
            "language-services.yaml:7: “url” is an address that begins with https://",
            "language-services.yaml:8: “description” has at least one language",
            "language-services.yaml:9: an id has 2 to 64 of a-z, 0-9 and hyphens",
            "language-services.yaml:10: “name” is one text",
            "language-services.yaml:12: “languages” has at least one",
            "language-services.yaml:15: “url” is an address that begins with https://");
  }

  private Content content() {
    return switch (ContentFolder.read(folder.root(), WorkingLanguages.shipped())) {
      case Reading.Complete(Content content) -> content;
      case Reading.Faulty(List<Problem> problems) -> throw new AssertionError(problems.toString());
    };
  }

  private ResourceContent.Offered offered(String id) {
    return content().resources().stream()
        .filter(resource -> resource.id().value().equals(id))
        .map(ResourceContent.Offered.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String text(String id) {
    return new String(
        offered(id).editions().getFirst().files().getFirst().bytes(), StandardCharsets.UTF_8);
  }

  private List<String> problems() {
    return problems(folder.root());
  }

  private static List<String> problems(Path root) {
    return switch (ContentFolder.read(root, WorkingLanguages.shipped())) {
      case Reading.Complete _ -> List.of();
      case Reading.Faulty(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  private static String languages() {
    return String.join(
        ", ", WorkingLanguages.shipped().tags().stream().map(LanguageTag::value).toList());
  }

  private static String orLanguages() {
    String all = languages();
    int comma = all.lastIndexOf(", ");
    return all.substring(0, comma) + " or " + all.substring(comma + 2);
  }
}
