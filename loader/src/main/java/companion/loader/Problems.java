package companion.loader;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong, so that all of it is told at once. */
final class Problems {
  private final SortedSet<Problem> found = new TreeSet<>();

  InFile in(String file) {
    return new InFile(file);
  }

  void add(Problem problem) {
    found.add(problem);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** By file and line. */
  List<Problem> all() {
    return List.copyOf(found);
  }

  /** The problems of one file. */
  final class InFile {
    private final String file;

    private InFile(String file) {
      this.file = file;
    }

    String file() {
      return file;
    }

    void at(int line, String text) {
      found.add(new Problem(file, line, text));
    }

    void whole(String text) {
      at(0, text);
    }

    /** How many there are by now in all files: whoever compares two answers knows about between. */
    int count() {
      return found.size();
    }
  }
}
