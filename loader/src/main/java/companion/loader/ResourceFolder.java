package companion.loader;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.resource.Origin;
import companion.resource.Relation;
import companion.resource.RelationKind;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import companion.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the folder of one resource: {@code resource.yaml}, and each language's files. */
final class ResourceFolder {
  static final String FACTS = "resource.yaml";

  private static final int MOST_RELATIONS = 3;

  /** A relation and where it stands. */
  record Pointer(Relation relation, int line) {}

  /**
   * What a folder says, as far as it can be read.
   *
   * @param content empty where something is wrong; its relations are those that were read
   * @param pointers also where something else is wrong
   */
  record Draft(ResourceId id, Optional<ResourceContent> content, List<Pointer> pointers) {
    String factsFile() {
      return ContentFolder.RESOURCES + "/" + id + "/" + FACTS;
    }
  }

  private final Path folder;
  private final ResourceId id;
  private final Optional<Vocabulary> vocabulary;
  private final WorkingLanguages languages;
  private final Problems problems;
  private final Problems.InFile factsFile;

  ResourceFolder(
      Path folder,
      ResourceId id,
      Optional<Vocabulary> vocabulary,
      WorkingLanguages languages,
      Problems problems) {
    this.folder = folder;
    this.id = id;
    this.vocabulary = vocabulary;
    this.languages = languages;
    this.problems = problems;
    this.factsFile = in(FACTS);
  }

  private Problems.InFile in(String name) {
    return problems.in(ContentFolder.RESOURCES + "/" + id + "/" + name);
  }

  Draft read(List<Path> files) {
    int before = factsFile.count();
    Optional<Fields> fields = fields();
    if (fields.isPresent() && fields.get().has("withdrawn")) {
      return withdrawn(fields.get());
    }
    List<Pointer> pointers = new ArrayList<>();
    Optional<ResourceFacts> facts = fields.flatMap(found -> facts(found, pointers));
    List<EditionContent> editions = editions(files, facts.map(ResourceFacts::original));
    return new Draft(
        id,
        factsFile.count() > before
            ? Optional.empty()
            : facts.map(read -> new ResourceContent.Offered(id, read, editions)),
        pointers);
  }

  private Optional<Fields> fields() {
    Path path = folder.resolve(FACTS);
    if (!Files.isRegularFile(path)) {
      factsFile.whole("this file is missing");
      return Optional.empty();
    }
    return TextFile.read(path, factsFile)
        .flatMap(text -> Yaml.read(text, 0, factsFile))
        .map(root -> Fields.of(root, factsFile));
  }

  /** Whatever else may be wrong, it must not stand in the way of taking something back. */
  private Draft withdrawn(Fields fields) {
    Optional<Audience> audience = audience(fields);
    Optional<String> reason =
        fields.code("withdrawn", vocabulary.map(Vocabulary::withdrawalReasons));
    return new Draft(
        id,
        audience.flatMap(told -> reason.map(code -> new ResourceContent.TakenBack(id, told, code))),
        List.of());
  }

  private Optional<ResourceFacts> facts(Fields fields, List<Pointer> pointers) {
    int before = factsFile.count();
    Optional<String> type = fields.code("type", vocabulary.map(Vocabulary::types));
    Optional<List<String>> themes = fields.codes("themes", vocabulary.map(Vocabulary::themes));
    Optional<List<String>> regions = fields.codes("regions", vocabulary.map(Vocabulary::regions));
    Optional<LocalDate> date = fields.date("date");
    Optional<Audience> audience = audience(fields);
    Optional<LanguageTag> original = fields.language("original", languages);
    Optional<LocalDate> reviewBy = Optional.empty();
    if (fields.has("reviewBy")) {
      reviewBy = fields.date("reviewBy");
    }
    if (fields.has("relations")) {
      fields.items("relations").orElseGet(List::of).forEach(item -> relation(item, pointers));
    }
    List.of("reviewBy", "relations", "withdrawn").forEach(fields::ignore);
    fields.done();
    if (pointers.size() > MOST_RELATIONS) {
      factsFile.at(
          fields.line("relations"), "there can be at most " + MOST_RELATIONS + " relations");
    }
    return factsFile.count() > before
        ? Optional.empty()
        : Optional.of(
            new ResourceFacts(
                type.orElseThrow(),
                themes.orElseThrow(),
                regions.orElseThrow(),
                date.orElseThrow(),
                audience.orElseThrow(),
                original.orElseThrow(),
                pointers.stream().map(Pointer::relation).toList(),
                reviewBy));
  }

  private static Optional<Audience> audience(Fields fields) {
    return fields
        .choice("audience", Arrays.stream(Audience.values()).map(Audience::code).toList())
        .flatMap(Audience::find);
  }

  private void relation(Node item, List<Pointer> pointers) {
    Fields fields = Fields.of(item, factsFile);
    int found = 0;
    for (RelationKind kind : RelationKind.values()) {
      if (fields.has(kind.code())) {
        found++;
        fields.text(kind.code()).ifPresent(target -> point(kind, target, item.line(), pointers));
      }
      fields.ignore(kind.code());
    }
    fields.done();
    if (found > 1) {
      factsFile.at(item.line(), "each relation is an item of its own, with a hyphen before it");
    }
  }

  private void point(RelationKind kind, String target, int line, List<Pointer> pointers) {
    Optional<ResourceId> to = ResourceId.parse(target);
    if (to.isEmpty()) {
      factsFile.at(line, "“" + target + "” is not the id of a resource");
    } else if (to.get().equals(id)) {
      factsFile.at(line, "a resource has no relation to itself");
    } else {
      Relation relation = new Relation(kind, to.get());
      if (pointers.stream().anyMatch(pointer -> pointer.relation().equals(relation))) {
        factsFile.at(line, "this relation is there twice");
      } else {
        pointers.add(new Pointer(relation, line));
      }
    }
  }

  private List<EditionContent> editions(List<Path> files, Optional<LanguageTag> original) {
    Map<LanguageTag, Map<String, String>> languageFiles = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (!name.equals(FACTS)) {
        sort(file, name, languageFiles);
      }
    }
    List<EditionContent> editions = new ArrayList<>();
    EditionFiles reader = new EditionFiles(folder, problems);
    languageFiles.forEach(
        (language, names) -> {
          if (names.containsKey(EditionFiles.TEXT)) {
            reader.read(language, original, names).ifPresent(editions::add);
          } else {
            names
                .values()
                .forEach(
                    name ->
                        in(name)
                            .whole("its text is missing: " + language + "." + EditionFiles.TEXT));
          }
        });
    if (languageFiles.isEmpty()) {
      factsFile.whole("there is no text in this folder, such as en." + EditionFiles.TEXT);
    }
    Optional<EditionContent> source =
        editions.stream()
            .filter(edition -> edition.edition().origin() instanceof Origin.Original)
            .findFirst();
    source.ifPresent(
        found -> {
          editions.forEach(edition -> checkSource(edition, found));
          editions.remove(found);
          editions.addFirst(found);
        });
    return editions;
  }

  /** Puts a file to its language, or says that it does not belong here. */
  private void sort(Path file, String name, Map<LanguageTag, Map<String, String>> languageFiles) {
    int dot = name.indexOf('.');
    String end = dot < 0 ? "" : name.substring(dot + 1);
    if (!Files.isRegularFile(file)
        || !(end.equals(EditionFiles.TEXT) || EditionFiles.FORMS.containsKey(end))) {
      in(name)
          .whole(
              "this does not belong here; expected are "
                  + FACTS
                  + " and files such as en.md, en.pdf, en.lite.pdf, en.mp3 or en.m4a");
      return;
    }
    Optional<LanguageTag> language =
        languages.tags().stream()
            .filter(tag -> tag.value().equals(name.substring(0, dot)))
            .findFirst();
    if (language.isEmpty()) {
      in(name)
          .whole(
              "“"
                  + name.substring(0, dot)
                  + "” is not a working language; there are "
                  + String.join(", ", languages.tags().stream().map(LanguageTag::value).toList()));
      return;
    }
    languageFiles.computeIfAbsent(language.get(), _ -> new HashMap<>()).put(end, name);
  }

  private void checkSource(EditionContent edition, EditionContent source) {
    if (edition.edition().origin() instanceof Origin.Translated translated
        && translated.of() > source.edition().revision()) {
      problems
          .in(edition.file())
          .at(
              edition.translationLine(),
              "translated from revision "
                  + translated.of()
                  + " of the original, which is at revision "
                  + source.edition().revision());
    }
  }
}
