package companion.loader;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its line, from 1. */
sealed interface Node {
  int line();

  /**
   * A text, number or date as it is written.
   *
   * @param value empty where nothing is written
   */
  record Text(int line, String value) implements Node {}

  record Sequence(int line, List<Node> items) implements Node {}

  /**
   * Fields in the order of the file.
   *
   * @param fields by name
   */
  record Mapping(int line, Map<String, Field> fields) implements Node {}

  /**
   * A field of a mapping.
   *
   * @param line of its name
   */
  record Field(int line, Node value) {}
}
