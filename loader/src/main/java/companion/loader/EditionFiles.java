package companion.loader;

import companion.language.LanguageTag;
import companion.resource.Correction;
import companion.resource.Edition;
import companion.resource.Origin;
import companion.resource.Rendition;
import companion.resource.RenditionKind;
import companion.resource.TranslationMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads one edition: {@code <lang>.md} and the files that go with it. */
final class EditionFiles {
  static final String TEXT = "md";

  /** What may go with a text, by the end of its name. */
  static final Map<String, Form> FORMS =
      new TreeMap<>(
          Map.of(
              "pdf", new Form(RenditionKind.PDF, Form.PDF_TYPE),
              "lite.pdf", new Form(RenditionKind.LITE, Form.PDF_TYPE),
              "mp3", new Form(RenditionKind.AUDIO, "audio/mpeg"),
              "m4a", new Form(RenditionKind.AUDIO, "audio/mp4")));

  /** A kind of file. */
  record Form(RenditionKind kind, String mediaType) {
    private static final String PDF_TYPE = "application/pdf";

    boolean isPdf() {
      return mediaType.equals(PDF_TYPE);
    }
  }

  private static final String MARKDOWN = "text/markdown";
  private static final String MARKDOWN_IN_UTF_8 = "text/markdown; charset=utf-8"; // RFC 7763, 2
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 600;

  private final Path folder;
  private final Problems problems;

  EditionFiles(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * The edition, or nothing where there is something wrong with it.
   *
   * @param original of the resource, where that is known
   * @param names of the language's files in the folder, by the end of the name; has {@link #TEXT}
   */
  Optional<EditionContent> read(
      LanguageTag language, Optional<LanguageTag> original, Map<String, String> names) {
    Problems.InFile text = in(names.getOrDefault(TEXT, ""));
    int before = text.count();
    Optional<TextFile.Article> article =
        TextFile.Article.read(folder.resolve(names.getOrDefault(TEXT, "")), text);
    Optional<Node> root = article.flatMap(read -> Yaml.read(read.fields(), 1, text));
    if (article.isEmpty() || root.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = Fields.of(root.get(), text);
    Optional<String> title = text(fields, "title", LONGEST_TITLE, text);
    Optional<String> summary = text(fields, "summary", LONGEST_SUMMARY, text);
    List<String> contributors =
        fields.has("contributors") ? fields.texts("contributors").orElseGet(List::of) : List.of();
    fields.ignore("contributors");
    OptionalInt revision = fields.count("revision");
    Origin origin = origin(fields, language, original, text);
    Optional<Correction> correction = correction(fields, text);
    fields.done();
    List<Rendition> renditions = new ArrayList<>();
    List<ContentFile> files = new ArrayList<>();
    ContentFile markdown =
        ContentFile.of(article.get().markdown(title.orElse("")), MARKDOWN_IN_UTF_8);
    renditions.add(rendition(RenditionKind.TEXT, MARKDOWN, markdown, OptionalInt.empty()));
    files.add(markdown);
    addStored(names, renditions, files);
    renditions.sort(Comparator.comparing(Rendition::kind));
    if (text.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new EditionContent(
            new Edition(
                language,
                title.orElseThrow(),
                summary.orElseThrow(),
                contributors,
                revision.orElseThrow(),
                origin,
                correction,
                renditions),
            files,
            text.file(),
            fields.line("revision"),
            fields.line("translation")));
  }

  private Problems.InFile in(String name) {
    return problems.in(ContentFolder.RESOURCES + "/" + folder.getFileName() + "/" + name);
  }

  private static Optional<String> text(
      Fields fields, String name, int longest, Problems.InFile problems) {
    Optional<String> text = fields.text(name);
    int length = text.map(String::length).orElse(0);
    if (length > longest) {
      problems.at(
          fields.line(name),
          "“" + name + "” has " + length + " characters; it can have " + longest);
    }
    return text;
  }

  private static Origin origin(
      Fields fields,
      LanguageTag language,
      Optional<LanguageTag> original,
      Problems.InFile problems) {
    boolean translated = fields.has("translation");
    boolean isOriginal = original.filter(language::equals).isPresent();
    if (translated && isOriginal) {
      problems.at(
          fields.line("translation"),
          "this is the original language (“original” in resource.yaml), so it cannot be a"
              + " translation");
    }
    if (!translated && original.isPresent() && !isOriginal) {
      problems.at(
          fields.line("translation"),
          "“translation” is missing: this is not the original language (“original” in"
              + " resource.yaml is “"
              + original.get()
              + "”)");
    }
    if (!translated) {
      fields.ignore("translation");
      return new Origin.Original();
    }
    Optional<Node> node = fields.node("translation");
    if (node.isEmpty()) {
      return new Origin.Original();
    }
    Fields translation = Fields.of(node.get(), problems);
    OptionalInt of = translation.count("of");
    Optional<String> method =
        translation.choice(
            "method",
            Arrays.stream(TranslationMethod.values()).map(TranslationMethod::code).toList());
    translation.done();
    return new Origin.Translated(
        of.orElse(1), method.flatMap(TranslationMethod::find).orElse(TranslationMethod.HUMAN));
  }

  private static Optional<Correction> correction(Fields fields, Problems.InFile problems) {
    if (!fields.has("correction")) {
      fields.ignore("correction");
      return Optional.empty();
    }
    Optional<Node> node = fields.node("correction");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields correction = Fields.of(node.get(), problems);
    Optional<LocalDate> date = correction.date("date");
    Optional<String> note = correction.text("note");
    correction.done();
    return date.isPresent() && note.isPresent()
        ? Optional.of(new Correction(date.get(), note.get()))
        : Optional.empty();
  }

  private void addStored(
      Map<String, String> names, List<Rendition> renditions, List<ContentFile> files) {
    FORMS.forEach(
        (end, form) -> {
          if (names.containsKey(end)) {
            String name = names.getOrDefault(end, "");
            byte[] bytes = bytes(folder.resolve(name));
            if (bytes.length == 0) {
              in(name).whole("this file is empty");
            } else if (form.isPdf() && !PdfPages.isPdf(bytes)) {
              in(name).whole("this is not a PDF");
            } else if (renditions.stream().anyMatch(known -> known.kind() == form.kind())) {
              in(name).whole("there is another recording of this text; only one is expected");
            } else {
              ContentFile file = ContentFile.of(folder.resolve(name), bytes, form.mediaType());
              files.add(file);
              renditions.add(
                  rendition(
                      form.kind(),
                      form.mediaType(),
                      file,
                      form.isPdf() ? PdfPages.count(bytes) : OptionalInt.empty()));
            }
          }
        });
  }

  private static Rendition rendition(
      RenditionKind kind, String mediaType, ContentFile file, OptionalInt pages) {
    return new Rendition(kind, mediaType, file.size(), file.sha256(), pages);
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
