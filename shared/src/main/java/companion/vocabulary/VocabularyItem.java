package companion.vocabulary;

import static companion.dynamodb.Values.text;

import companion.dynamodb.Attributes;
import companion.language.LanguageTag;
import companion.vocabulary.Vocabulary.Term;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A vocabulary as attributes. */
public final class VocabularyItem {
  private static final String CODE = "code";
  private static final String LABELS = "labels";

  private VocabularyItem() {}

  static Map<String, AttributeValue> write(Vocabulary vocabulary) {
    Map<String, AttributeValue> item = Attributes.map();
    lists(vocabulary).forEach((name, terms) -> item.put(name, write(terms)));
    return item;
  }

  private static AttributeValue write(List<Term> terms) {
    return AttributeValue.fromL(
        terms.stream()
            .map(
                term -> {
                  Map<String, AttributeValue> labels = new TreeMap<>();
                  term.labels()
                      .forEach((language, label) -> labels.put(language.value(), text(label)));
                  return AttributeValue.fromM(
                      Map.of(CODE, text(term.code()), LABELS, AttributeValue.fromM(labels)));
                })
            .toList());
  }

  private static Map<String, List<Term>> lists(Vocabulary vocabulary) {
    return Map.of(
        "types", vocabulary.types(),
        "themes", vocabulary.themes(),
        "regions", vocabulary.regions(),
        "withdrawalReasons", vocabulary.withdrawalReasons(),
        "serviceKinds", vocabulary.serviceKinds(),
        "serviceCosts", vocabulary.serviceCosts(),
        "servicePrivacy", vocabulary.servicePrivacy());
  }

  public static Vocabulary read(Map<String, AttributeValue> item) {
    Attributes vocabulary = new Attributes(item);
    Function<String, List<Term>> list =
        name -> vocabulary.maps(name).stream().map(VocabularyItem::readTerm).toList();
    return new Vocabulary(
        list.apply("types"),
        list.apply("themes"),
        list.apply("regions"),
        list.apply("withdrawalReasons"),
        list.apply("serviceKinds"),
        list.apply("serviceCosts"),
        list.apply("servicePrivacy"));
  }

  private static Term readTerm(Attributes term) {
    Map<LanguageTag, String> labels = new TreeMap<>();
    term.map(LABELS)
        .values()
        .forEach((language, label) -> labels.put(LanguageTag.of(language), label.s()));
    return new Term(term.text(CODE), labels);
  }
}
