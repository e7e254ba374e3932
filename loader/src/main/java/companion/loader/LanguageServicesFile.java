package companion.loader;

import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.languageservice.LanguageService;
import companion.vocabulary.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code language-services.yaml}: a list, in the order of the file. */
final class LanguageServicesFile {
  static final String NAME = "language-services.yaml";

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

  private final Optional<Vocabulary> vocabulary;
  private final WorkingLanguages languages;
  private final Problems.InFile problems;
  private final Set<String> ids = new HashSet<>();

  private LanguageServicesFile(
      Optional<Vocabulary> vocabulary, WorkingLanguages languages, Problems.InFile problems) {
    this.vocabulary = vocabulary;
    this.languages = languages;
    this.problems = problems;
  }

  /**
   * What of it can be read.
   *
   * @param vocabulary empty where it cannot be read: codes then go unchecked
   */
  static List<LanguageService> read(
      Node root,
      Optional<Vocabulary> vocabulary,
      WorkingLanguages languages,
      Problems.InFile problems) {
    if (!(root instanceof Node.Sequence(int _, List<Node> items))) {
      problems.at(root.line(), "a list of services is expected here, each beginning with “- id:”");
      return List.of();
    }
    var file = new LanguageServicesFile(vocabulary, languages, problems);
    List<LanguageService> services = new ArrayList<>();
    items.forEach(item -> file.service(item).ifPresent(services::add));
    return services;
  }

  private Optional<LanguageService> service(Node item) {
    int before = problems.count();
    Fields fields = Fields.of(item, problems);
    Optional<String> id = fields.text("id");
    Optional<String> name = fields.text("name");
    Optional<String> kind = fields.code("kind", vocabulary.map(Vocabulary::serviceKinds));
    List<LanguageTag> helpsWith = helpsWith(fields);
    Optional<String> cost = fields.code("cost", vocabulary.map(Vocabulary::serviceCosts));
    Optional<String> privacy = fields.code("privacy", vocabulary.map(Vocabulary::servicePrivacy));
    Optional<URI> url = url(fields);
    Optional<Map<LanguageTag, String>> descriptions = fields.byLanguage("description", languages);
    fields.done();
    if (descriptions.isPresent() && descriptions.get().isEmpty()) {
      problems.at(fields.line("description"), "“description” has at least one language");
    }
    if (id.isPresent() && !ID.matcher(id.get()).matches()) {
      problems.at(fields.line("id"), "an id has 2 to 64 of a-z, 0-9 and hyphens");
    } else if (id.isPresent() && !ids.add(id.get())) {
      problems.at(fields.line("id"), "“" + id.get() + "” is there twice");
    }
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new LanguageService(
                id.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                helpsWith,
                cost.orElseThrow(),
                privacy.orElseThrow(),
                url.orElseThrow(),
                descriptions.orElseThrow()));
  }

  private List<LanguageTag> helpsWith(Fields fields) {
    List<LanguageTag> tags = new ArrayList<>();
    Optional<List<String>> texts = fields.texts("languages");
    for (String text : texts.orElseGet(List::of)) {
      LanguageTag.parse(text)
          .ifPresentOrElse(
              tags::add,
              () ->
                  problems.at(
                      fields.line("languages"),
                      "“" + text + "” is not a language tag such as fr or zh-Hant"));
    }
    if (texts.isPresent() && texts.get().isEmpty()) {
      problems.at(fields.line("languages"), "“languages” has at least one");
    }
    return tags;
  }

  private Optional<URI> url(Fields fields) {
    Optional<String> text = fields.text("url");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text.get());
      if ("https".equals(url.getScheme()) && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // reported below, as any other address that is none
    }
    problems.at(fields.line("url"), "“url” is an address that begins with https://");
    return Optional.empty();
  }
}
