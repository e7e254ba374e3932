package companion.bench.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import companion.language.LanguageTag;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The vocabulary of the demonstration content. */
final class ProjectVocabulary {
  private ProjectVocabulary() {}

  static Vocabulary read(Path root) throws IOException {
    JsonNode file = new YAMLMapper().readTree(root.resolve("content/vocabulary.yaml").toFile());
    return new Vocabulary(
        terms(file, "types"),
        terms(file, "themes"),
        terms(file, "regions"),
        terms(file, "withdrawalReasons"),
        terms(file, "serviceKinds"),
        terms(file, "serviceCosts"),
        terms(file, "servicePrivacy"));
  }

  private static List<Term> terms(JsonNode file, String name) {
    List<Term> terms = new ArrayList<>();
    for (JsonNode term : file.required(name)) {
      Map<LanguageTag, String> labels = new TreeMap<>();
      term.required("labels")
          .properties()
          .forEach(label -> labels.put(LanguageTag.of(label.getKey()), label.getValue().asText()));
      terms.add(new Term(term.required("code").asText(), labels));
    }
    return terms;
  }
}
