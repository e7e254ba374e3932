package companion.loader;

import java.util.Comparator;

/**
 * Something in a folder of content that keeps it from being published.
 *
 * @param file as seen from the folder, with forward slashes
 * @param line from 1; 0 where the file as a whole is meant
 * @param text what is wrong and what was expected, for whoever wrote the file
 */
public record Problem(String file, int line, String text) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::text);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: text}, as editors and terminals know it. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + text : file + ":" + line + ": " + text;
  }
}
