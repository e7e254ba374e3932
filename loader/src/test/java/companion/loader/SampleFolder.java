package companion.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small folder of content: a long paper from Spanish, its short version from English, which an
 * alphabet would publish first, a members' paper, and one that was taken back.
 */
final class SampleFolder {
  static final String LONG = "resources/zzz-long/";
  static final String SHORT = "resources/aaa-short/";
  static final String MEMBERS = "resources/members-only/";
  static final String GONE = "resources/gone-notes/";

  private final Path root;

  private SampleFolder(Path root) {
    this.root = root;
  }

  static SampleFolder in(Path root) {
    SampleFolder folder = new SampleFolder(root);
    folder.write(
        "vocabulary.yaml",
        terms("types", "report", "manual"),
        terms("themes", "law", "health"),
        terms("regions", "africa"),
        terms("withdrawalReasons", "endangers-people", "legal"),
        terms("serviceKinds", "dictionary"),
        terms("serviceCosts", "free"),
        terms("servicePrivacy", "on-device"));
    folder.write(
        "language-services.yaml",
        "- id: words",
        "  name: Words",
        "  kind: dictionary",
        "  languages: [en, zh-Hans]",
        "  cost: free",
        "  privacy: on-device",
        "  url: https://words.example/start",
        "  description:",
        "    en: \"A dictionary: it works offline.\"");
    folder.facts(LONG, "public", "es");
    folder.text(LONG + "es.md", "Un informe", 2);
    folder.translation(LONG + "en.md", "A report", 1, 1, "human");
    folder.bytes(LONG + "es.pdf", pdf(2));
    folder.bytes(LONG + "es.lite.pdf", pdf(1));
    folder.bytes(LONG + "es.mp3", "sound".getBytes(StandardCharsets.UTF_8));
    folder.facts(SHORT, "public", "en", "relations:", "  - shortVersionOf: zzz-long");
    folder.text(SHORT + "en.md", "In short", 1);
    folder.translation(SHORT + "fr.md", "En bref", 1, 1, "machine");
    folder.facts(MEMBERS, "member", "en");
    folder.text(MEMBERS + "en.md", "For members", 1);
    folder.facts(GONE, "public", "en", "withdrawn: endangers-people");
    folder.text(GONE + "en.md", "Where people work", 1);
    folder.bytes(GONE + "en.pdf", pdf(3));
    return folder;
  }

  private static String terms(String name, String... codes) {
    StringBuilder lines = new StringBuilder(name).append(":\n");
    for (String code : codes) {
      lines
          .append("  - code: ")
          .append(code)
          .append("\n    labels: {zh: \"")
          .append(code)
          .append("\", en: a, fr: b, ru: c, es: d}\n");
    }
    return lines.toString().stripTrailing();
  }

  static byte[] pdf(int pages) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj <</Type /Pages /Count ");
    pdf.append(pages).append(" /Kids []>> endobj\n");
    for (int page = 0; page < pages; page++) {
      pdf.append(page + 2).append(" 0 obj <</Type /Page /Parent 1 0 R>> endobj\n");
    }
    return pdf.append("%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  Path root() {
    return root;
  }

  void facts(String folder, String audience, String original, String... more) {
    write(
        folder + "resource.yaml",
        "type: report",
        "themes: [law, health]",
        "regions: []",
        "date: 2013-06-01",
        "audience: " + audience,
        "original: " + original,
        String.join("\n", more));
  }

  void text(String file, String title, int revision, String... more) {
    write(
        file,
        "---",
        "title: \"" + title + "\"",
        "summary: \"About: " + title + ".\"",
        "contributors: [Editors]",
        "revision: " + revision,
        more.length == 0 ? "---" : String.join("\n", more) + "\n---",
        "",
        "## First",
        "",
        "Text of " + title + ".");
  }

  void translation(String file, String title, int revision, int of, String method) {
    text(file, title, revision, "translation:", "  of: " + of, "  method: " + method);
  }

  void write(String file, String... lines) {
    bytes(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void bytes(String file, byte[] bytes) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void replace(String file, String from, String to) {
    String text = read(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    bytes(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteFolder(String folder) {
    try (var files = Files.list(root.resolve(folder))) {
      List<Path> paths = files.toList();
      for (Path path : paths) {
        Files.delete(path);
      }
      Files.delete(root.resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
