package companion.resource;

import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.feed.Audience;
import companion.language.LanguageTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What all editions share, and what others say of the resource, as attributes. */
final class FactsAttributes {
  private static final String TYPE = "type";
  private static final String THEMES = "themes";
  private static final String REGIONS = "regions";
  private static final String DATE = "date";
  private static final String AUDIENCE = "audience";
  private static final String ORIGINAL = "original";
  private static final String RELATIONS = "relations";
  private static final String REVIEW_BY = "reviewBy";
  private static final String KIND = "kind";
  private static final String ID = "id";

  private FactsAttributes() {}

  static AttributeValue write(ResourceFacts facts) {
    Map<String, AttributeValue> map = Attributes.map();
    map.put(TYPE, text(facts.type()));
    map.put(THEMES, texts(facts.themes()));
    map.put(REGIONS, texts(facts.regions()));
    map.put(DATE, text(facts.date().toString()));
    map.put(AUDIENCE, text(facts.audience().code()));
    map.put(ORIGINAL, text(facts.original().value()));
    map.put(RELATIONS, writeRelations(facts.relations()));
    facts.reviewBy().ifPresent(date -> map.put(REVIEW_BY, text(date.toString())));
    return AttributeValue.fromM(map);
  }

  static ResourceFacts read(Attributes facts) {
    return new ResourceFacts(
        facts.text(TYPE),
        facts.texts(THEMES),
        facts.texts(REGIONS),
        LocalDate.parse(facts.text(DATE)),
        Audience.of(facts.text(AUDIENCE)),
        LanguageTag.of(facts.text(ORIGINAL)),
        readRelations(facts.maps(RELATIONS)),
        facts.findText(REVIEW_BY).map(LocalDate::parse));
  }

  static AttributeValue writeRelations(List<Relation> relations) {
    return list(
        relations,
        relation ->
            Map.of(KIND, text(relation.kind().code()), ID, text(relation.target().value())));
  }

  static List<Relation> readRelations(List<Attributes> relations) {
    return relations.stream()
        .map(relation -> new Relation(kind(relation), new ResourceId(relation.text(ID))))
        .toList();
  }

  static AttributeValue write(List<InverseRelation> inverses) {
    return list(
        inverses,
        inverse ->
            Map.of(
                KIND, text(inverse.kind().code()),
                ID, text(inverse.source().value()),
                AUDIENCE, text(inverse.audience().code())));
  }

  static List<InverseRelation> readInverses(List<Attributes> inverses) {
    return inverses.stream()
        .map(
            inverse ->
                new InverseRelation(
                    kind(inverse),
                    new ResourceId(inverse.text(ID)),
                    Audience.of(inverse.text(AUDIENCE))))
        .toList();
  }

  private static RelationKind kind(Attributes relation) {
    return RelationKind.find(relation.text(KIND)).orElseThrow();
  }

  static <T> AttributeValue list(List<T> values, Function<T, Map<String, AttributeValue>> write) {
    return AttributeValue.fromL(values.stream().map(write).map(AttributeValue::fromM).toList());
  }
}
