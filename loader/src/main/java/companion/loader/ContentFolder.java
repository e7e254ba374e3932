package companion.loader;

import companion.language.WorkingLanguages;
import companion.languageservice.LanguageService;
import companion.loader.ResourceFolder.Draft;
import companion.resource.Relation;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import companion.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a folder of content; {@code content/README.md} describes its form. Writes nothing. */
public final class ContentFolder {
  static final String RESOURCES = "resources";

  /** What became of reading. */
  public sealed interface Reading {
    record Complete(Content content) implements Reading {}

    /**
     * Nothing in the folder is to be published before these are mended.
     *
     * @param problems all there are, by file and line
     */
    record Faulty(List<Problem> problems) implements Reading {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  // what desktops and editors leave behind; names with a dot before them as well
  private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

  private final Path folder;
  private final WorkingLanguages languages;
  private final Problems problems = new Problems();
  private final Set<String> remarks = new LinkedHashSet<>();

  private ContentFolder(Path folder, WorkingLanguages languages) {
    this.folder = folder;
    this.languages = languages;
  }

  /**
   * Reads everything and checks it against itself; what is published already is not asked.
   *
   * @throws UncheckedIOException if the disk fails
   */
  public static Reading read(Path folder, WorkingLanguages languages) {
    return new ContentFolder(folder, languages).read();
  }

  private Reading read() {
    Optional<Vocabulary> vocabulary =
        yaml(VocabularyFile.NAME)
            .flatMap(
                root -> VocabularyFile.read(root, languages, problems.in(VocabularyFile.NAME)));
    List<LanguageService> services =
        yaml(LanguageServicesFile.NAME)
            .map(
                root ->
                    LanguageServicesFile.read(
                        root, vocabulary, languages, problems.in(LanguageServicesFile.NAME)))
            .orElseGet(List::of);
    List<ResourceContent> resources = resources(vocabulary);
    return problems.none()
        ? new Reading.Complete(
            new Content(vocabulary.orElseThrow(), services, resources, List.copyOf(remarks)))
        : new Reading.Faulty(problems.all());
  }

  private Optional<Node> yaml(String name) {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      problems.in(name).whole("this file is missing");
      return Optional.empty();
    }
    return TextFile.read(path, problems.in(name))
        .flatMap(text -> Yaml.read(text, 0, problems.in(name)));
  }

  private List<ResourceContent> resources(Optional<Vocabulary> vocabulary) {
    Path resources = folder.resolve(RESOURCES);
    if (!Files.isDirectory(resources)) {
      problems.in(RESOURCES).whole("this folder is missing");
      return List.of();
    }
    SortedMap<ResourceId, Draft> drafts = new TreeMap<>();
    for (Path path : list(resources)) {
      String name = path.getFileName().toString();
      Problems.InFile place = problems.in(RESOURCES + "/" + name);
      Optional<ResourceId> id = ResourceId.parse(name);
      if (!Files.isDirectory(path)) {
        place.whole("only folders are expected here, one for each resource");
      } else if (id.isEmpty()) {
        place.whole(
            "a resource's folder has a name of 3 to 64 of a-z, 0-9 and hyphens, with no hyphen at"
                + " its ends");
      } else {
        drafts.put(
            id.get(),
            new ResourceFolder(path, id.get(), vocabulary, languages, problems).read(list(path)));
      }
    }
    List<ResourceContent> ordered = new ArrayList<>();
    for (Draft draft : new Relations(drafts, problems).ordered()) {
      switch (draft.content().orElse(null)) {
        case ResourceContent.Offered offered -> ordered.add(withoutTakenBack(offered, drafts));
        case ResourceContent.TakenBack gone -> ordered.addFirst(gone); // cannot wait
        case null -> {}
      }
    }
    return ordered;
  }

  /** A relation to what was taken back is left out, whichever of the two was published first. */
  private ResourceContent withoutTakenBack(
      ResourceContent.Offered offered, SortedMap<ResourceId, Draft> drafts) {
    ResourceFacts facts = offered.facts();
    List<Relation> kept = new ArrayList<>();
    for (Relation relation : facts.relations()) {
      Draft target = drafts.get(relation.target());
      if (target != null && target.content().orElse(null) instanceof ResourceContent.TakenBack) {
        remarks.add(
            offered.id()
                + ": its relation to "
                + relation.target()
                + " is left out, which was withdrawn");
      } else {
        kept.add(relation);
      }
    }
    return new ResourceContent.Offered(
        offered.id(),
        new ResourceFacts(
            facts.type(),
            facts.themes(),
            facts.regions(),
            facts.date(),
            facts.audience(),
            facts.original(),
            kept,
            facts.reviewBy()),
        offered.editions());
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> {
                String name = file.getFileName().toString();
                return !name.startsWith(".") && !LITTER.contains(name);
              })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
