package companion.loader;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML into nodes that know their lines. Aliases are refused: to whoever writes a title,
 * {@code *} is a character.
 */
final class Yaml {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final YAMLParser parser;
  private final int linesBefore;
  private final Problems.InFile problems;

  private Yaml(YAMLParser parser, int linesBefore, Problems.InFile problems) {
    this.parser = parser;
    this.linesBefore = linesBefore;
    this.problems = problems;
  }

  /**
   * The one document in {@code text}; empty, and reported, where it cannot be read.
   *
   * @param linesBefore how many lines of the file stand before the text
   */
  static Optional<Node> read(String text, int linesBefore, Problems.InFile problems) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.at(linesBefore + 1, "nothing is written here");
        return Optional.empty();
      }
      Yaml yaml = new Yaml(parser, linesBefore, problems);
      Node node = yaml.node();
      if (parser.nextToken() != null) {
        problems.at(yaml.line(), "a second document begins here; only one is expected");
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (JacksonYAMLParseException e) {
      problems.at(
          linesBefore + line(e),
          "this cannot be read as YAML, here or just before: a text with a colon, # or quotation"
              + " marks in it stands in \"quotation marks\", and lines are indented with spaces");
      return Optional.empty();
    } catch (IOException e) {
      problems.at(linesBefore + 1, "this cannot be read as YAML");
      return Optional.empty();
    }
  }

  /** Where the reader stumbled; the exception's own location is that of the event before it. */
  private static int line(JacksonYAMLParseException e) {
    return e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? marked.getProblemMark().getLine() + 1 // marks count from 0
        : Math.max(1, e.getLocation().getLineNr());
  }

  private Node node() throws IOException {
    int line = line();
    if (parser.isCurrentAlias()) {
      problems.at(line, "a text cannot begin with *; put the text in \"quotation marks\"");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new Node.Sequence(line, List.copyOf(items));
    }
    return new Node.Text(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
  }

  private Node mapping(int line) throws IOException {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int nameLine = line();
      parser.nextToken();
      if (fields.put(name, new Node.Field(nameLine, node())) != null) {
        problems.at(nameLine, "“" + name + "” is there twice");
      }
    }
    return new Node.Mapping(line, fields);
  }

  private int line() {
    return linesBefore + parser.currentTokenLocation().getLineNr();
  }
}
