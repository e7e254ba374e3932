package companion.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text files as editors on any system leave them. */
final class TextFile {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\n(.*?\\n)---[ \\t]*(?:\\n(.*))?\\z", Pattern.DOTALL);
  private static final Pattern MARKDOWN_SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>#]");

  private TextFile() {}

  /**
   * A Markdown text with fields before it.
   *
   * @param fields YAML, which begins in the second line of the file
   * @param body without blank lines around it
   */
  record Article(String fields, String body) {
    static Optional<Article> read(Path path, Problems.InFile problems) {
      Optional<String> text = TextFile.read(path, problems);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Matcher matcher = FRONT_MATTER.matcher(text.get());
      if (!matcher.matches()) {
        problems.at(1, "the file begins with a line ---, the fields, and another line ---");
        return Optional.empty();
      }
      String body = matcher.group(2) == null ? "" : matcher.group(2).strip();
      if (body.isEmpty()) {
        problems.whole("there is no text after the fields");
        return Optional.empty();
      }
      return Optional.of(new Article(matcher.group(1), body));
    }

    /** The text as it is served: under its title, ending in a line break. */
    String markdown(String title) {
      String heading = "# " + MARKDOWN_SIGNS.matcher(title).replaceAll("\\\\$0") + "\n\n";
      return (body.startsWith("# ") ? "" : heading) + body + "\n";
    }
  }

  /** With line breaks as {@code \n} and without a byte order mark. */
  static Optional<String> read(Path path, Problems.InFile problems) {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      return Optional.of(
          (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      problems.whole("this is not text in UTF-8; save it as UTF-8");
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
