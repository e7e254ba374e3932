package companion.loader;

import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code vocabulary.yaml}: each term has a label in every working language. */
final class VocabularyFile {
  static final String NAME = "vocabulary.yaml";

  private static final Pattern CODE = Pattern.compile("[a-z][a-z-]*");

  private final WorkingLanguages languages;
  private final Problems.InFile problems;

  private VocabularyFile(WorkingLanguages languages, Problems.InFile problems) {
    this.languages = languages;
    this.problems = problems;
  }

  static Optional<Vocabulary> read(
      Node root, WorkingLanguages languages, Problems.InFile problems) {
    int before = problems.count();
    var file = new VocabularyFile(languages, problems);
    Fields fields = Fields.of(root, problems);
    List<Term> types = file.terms(fields, "types");
    List<Term> themes = file.terms(fields, "themes");
    List<Term> regions = file.terms(fields, "regions");
    List<Term> withdrawalReasons = file.terms(fields, "withdrawalReasons");
    List<Term> serviceKinds = file.terms(fields, "serviceKinds");
    List<Term> serviceCosts = file.terms(fields, "serviceCosts");
    List<Term> servicePrivacy = file.terms(fields, "servicePrivacy");
    fields.done();
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new Vocabulary(
                types,
                themes,
                regions,
                withdrawalReasons,
                serviceKinds,
                serviceCosts,
                servicePrivacy));
  }

  private List<Term> terms(Fields file, String name) {
    List<Term> terms = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (Node item : file.items(name).orElseGet(List::of)) {
      Fields fields = Fields.of(item, problems);
      Optional<String> code = fields.text("code");
      Optional<Map<LanguageTag, String>> labels = fields.byLanguage("labels", languages);
      fields.done();
      if (code.isEmpty() || labels.isEmpty()) {
        continue;
      }
      if (!CODE.matcher(code.get()).matches()) {
        problems.at(fields.line("code"), "a code has lower-case letters a-z and hyphens");
      } else if (!codes.add(code.get())) {
        problems.at(fields.line("code"), "“" + code.get() + "” is there twice in “" + name + "”");
      } else {
        terms.add(new Term(code.get(), labels.get()));
      }
      for (LanguageTag language : languages.tags()) {
        if (!labels.get().containsKey(language)) {
          problems.at(
              fields.line("labels"), "“" + code.get() + "” has no label in “" + language + "”");
        }
      }
    }
    return terms;
  }
}
