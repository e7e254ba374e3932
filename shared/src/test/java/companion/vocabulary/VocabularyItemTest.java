package companion.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import companion.language.LanguageTag;
import companion.property.RandomTexts;
import companion.property.Seeds;
import companion.vocabulary.Vocabulary.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VocabularyItemTest {
  @Test
  void shouldReadBackWhatIsWritten() {
    Seeds.each(
        300,
        random -> {
          Vocabulary vocabulary =
              new Vocabulary(
                  terms(random),
                  terms(random),
                  terms(random),
                  terms(random),
                  terms(random),
                  terms(random),
                  terms(random));
          assertThat(VocabularyItem.read(VocabularyItem.write(vocabulary))).isEqualTo(vocabulary);
        });
  }

  private static List<Term> terms(Random random) {
    return Stream.of("a", "b-c", "other-code")
        .filter(code -> random.nextBoolean())
        .map(code -> new Term(code, labels(random)))
        .toList();
  }

  private static Map<LanguageTag, String> labels(Random random) {
    Map<LanguageTag, String> labels = new HashMap<>();
    for (String language : List.of("en", "fr", "zh-Hant")) {
      if (random.nextBoolean()) {
        labels.put(LanguageTag.of(language), RandomTexts.any(random, 10));
      }
    }
    return labels;
  }
}
