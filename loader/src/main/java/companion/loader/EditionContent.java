package companion.loader;

import companion.resource.Edition;
import java.util.List;

/**
 * An edition as the folder has it.
 *
 * @param files that its renditions refer to
 * @param file its text, for problems
 * @param revisionLine where its revision stands
 * @param translationLine where it says what it was translated from
 */
record EditionContent(
    Edition edition, List<ContentFile> files, String file, int revisionLine, int translationLine) {
  EditionContent {
    files = List.copyOf(files);
  }

  Problem problem(String text) {
    return new Problem(file, revisionLine, text);
  }
}
