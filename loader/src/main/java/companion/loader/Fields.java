package companion.loader;

import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.vocabulary.Vocabulary.Term;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of a mapping, read one by one. What is wrong is reported and reads as absent; a field
 * that nobody asked for is wrong too.
 */
final class Fields {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Node.Mapping mapping;
  private final Problems.InFile problems;
  private final Set<String> known = new TreeSet<>();

  private Fields(Node.Mapping mapping, Problems.InFile problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The fields of {@code node}; without any, and reported, where it is something else. */
  static Fields of(Node node, Problems.InFile problems) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(mapping, problems);
    }
    problems.at(node.line(), "fields are expected here, such as “name: value”");
    return new Fields(new Node.Mapping(node.line(), Map.of()), problems);
  }

  boolean has(String name) {
    return mapping.fields().containsKey(name);
  }

  /** The line of the field; of the mapping, where it is missing. */
  int line(String name) {
    Node.Field field = mapping.fields().get(name);
    return field == null ? mapping.line() : field.line();
  }

  /** The value of a field that must be there. */
  Optional<Node> node(String name) {
    known.add(name);
    Node.Field field = mapping.fields().get(name);
    if (field == null) {
      problems.at(mapping.line(), "“" + name + "” is missing");
      return Optional.empty();
    }
    return Optional.of(field.value());
  }

  /** A text without line breaks, not empty. */
  Optional<String> text(String name) {
    return node(name).flatMap(node -> text(name, node));
  }

  private Optional<String> text(String name, Node node) {
    if (!(node instanceof Node.Text(int line, String value))) {
      problems.at(node.line(), "“" + name + "” is one text");
      return Optional.empty();
    }
    // a long text may run over several lines of the file
    String text = SPACES.matcher(value).replaceAll(" ").strip();
    if (text.isEmpty()) {
      problems.at(line, "“" + name + "” is empty");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Texts in brackets or on lines with hyphens; there may be none. */
  Optional<List<String>> texts(String name) {
    return items(name)
        .map(items -> items.stream().flatMap(item -> text(name, item).stream()).toList());
  }

  /** The items of a list; there may be none. */
  Optional<List<Node>> items(String name) {
    Optional<Node> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof Node.Sequence(int _, List<Node> items)) {
      return Optional.of(items);
    }
    problems.at(node.get().line(), "“" + name + "” is a list, such as [one, two]; [] is none");
    return Optional.empty();
  }

  Optional<LocalDate> date(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeException e) {
      problems.at(line(name), "“" + name + "” is a date such as 2013-06-01");
      return Optional.empty();
    }
  }

  /** A number that counts from 1. */
  OptionalInt count(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (WHOLE_NUMBER.matcher(text.get()).matches()) {
      int number = Integer.parseInt(text.get());
      if (number >= 1) {
        return OptionalInt.of(number);
      }
    }
    problems.at(line(name), "“" + name + "” is a whole number from 1");
    return OptionalInt.empty();
  }

  /** The code of one of {@code terms}. */
  Optional<String> code(String name, Optional<List<Term>> terms) {
    return text(name).filter(code -> isCode(name, line(name), code, terms));
  }

  /** Codes of {@code terms}, none of them twice. */
  Optional<List<String>> codes(String name, Optional<List<Term>> terms) {
    Optional<List<Node>> items = items(name);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = new ArrayList<>();
    for (Node item : items.get()) {
      text(name, item)
          .filter(code -> isCode(name, item.line(), code, terms))
          .ifPresent(
              code -> {
                if (codes.contains(code)) {
                  problems.at(item.line(), "“" + code + "” is there twice in “" + name + "”");
                } else {
                  codes.add(code);
                }
              });
    }
    return Optional.of(codes);
  }

  private boolean isCode(String name, int line, String code, Optional<List<Term>> terms) {
    if (terms.isEmpty() || terms.get().stream().anyMatch(term -> term.code().equals(code))) {
      return true;
    }
    problems.at(
        line,
        "“"
            + code
            + "” is not in vocabulary.yaml; “"
            + name
            + "” can be "
            + list(terms.get().stream().map(Term::code).toList()));
    return false;
  }

  /** One of {@code choices}. */
  Optional<String> choice(String name, List<String> choices) {
    return text(name)
        .filter(
            text -> {
              boolean known = choices.contains(text);
              if (!known) {
                problems.at(line(name), "“" + name + "” is " + list(choices));
              }
              return known;
            });
  }

  /** The tag of a working language. */
  Optional<LanguageTag> language(String name, WorkingLanguages languages) {
    return choice(name, languages.tags().stream().map(LanguageTag::value).toList())
        .map(LanguageTag::of);
  }

  /** A text for each of some working languages. */
  Optional<Map<LanguageTag, String>> byLanguage(String name, WorkingLanguages languages) {
    Optional<Node> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields texts = Fields.of(node.get(), problems);
    Map<LanguageTag, String> read = new LinkedHashMap<>();
    for (LanguageTag language : languages.tags()) {
      if (texts.has(language.value())) {
        texts.text(language.value()).ifPresent(text -> read.put(language, text));
      }
      texts.known.add(language.value());
    }
    texts.done();
    return Optional.of(read);
  }

  /** Lets a field be there without looking at it. */
  void ignore(String name) {
    known.add(name);
  }

  /** To be called when every field was read: the others are unknown. */
  void done() {
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                problems.at(
                    field.line(), "“" + name + "” is not known here; there can be " + list(known));
              }
            });
  }

  private static String list(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(all::add);
    return all.size() < 2
        ? String.join("", all)
        : all.stream().limit(all.size() - 1).collect(Collectors.joining(", "))
            + " or "
            + all.getLast();
  }
}
