package companion.resource;

import companion.language.LanguageTag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A resource in one language.
 *
 * @param title at most {@value #LONGEST_TITLE} characters
 * @param summary at most {@value #LONGEST_SUMMARY} characters; may be empty
 * @param contributors as they wish to be named
 * @param revision of the text, from 1: raised when readers, and translators of an original, have
 *     something new to read; not by a correction
 * @param renditions at most one of a kind
 */
public record Edition(
    LanguageTag language,
    String title,
    String summary,
    List<String> contributors,
    int revision,
    Origin origin,
    Optional<Correction> correction,
    List<Rendition> renditions) {
  static final int LONGEST_TITLE = 300;
  static final int LONGEST_SUMMARY = 1_200; // an edition and its facts stay within one read unit

  public Edition {
    contributors = List.copyOf(contributors);
    renditions = List.copyOf(renditions);
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title has 1 to " + LONGEST_TITLE + " characters");
    }
    if (summary.length() > LONGEST_SUMMARY) {
      throw new IllegalArgumentException(
          "a summary has at most " + LONGEST_SUMMARY + " characters");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
    var kinds = renditions.stream().map(Rendition::kind).collect(Collectors.toList());
    if (new HashSet<>(kinds).size() < kinds.size()) {
      throw new IllegalArgumentException("two renditions of one kind");
    }
  }
}
