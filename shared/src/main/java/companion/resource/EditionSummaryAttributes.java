package companion.resource;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;

import companion.dynamodb.Attributes;
import companion.language.LanguageTag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The summaries of a resource's editions as attributes. */
final class EditionSummaryAttributes {
  private static final String LANGUAGE = "language";
  private static final String REVISION = "revision";
  private static final String STATUS = "status";
  private static final String BYTES = "bytes";

  private EditionSummaryAttributes() {}

  static AttributeValue write(List<EditionSummary> summaries) {
    return FactsAttributes.list(
        summaries,
        summary -> {
          Map<String, AttributeValue> bytes = Attributes.map();
          summary.bytes().forEach((kind, count) -> bytes.put(kind.code(), number(count)));
          return Map.of(
              LANGUAGE, text(summary.language().value()),
              REVISION, number(summary.revision()),
              STATUS, text(summary.status().code()),
              BYTES, AttributeValue.fromM(bytes));
        });
  }

  static List<EditionSummary> read(List<Attributes> summaries) {
    return summaries.stream()
        .map(
            summary -> {
              Map<RenditionKind, Long> bytes = new EnumMap<>(RenditionKind.class);
              Attributes counts = summary.map(BYTES);
              for (String kind : counts.values().keySet()) {
                bytes.put(RenditionKind.find(kind).orElseThrow(), counts.number(kind));
              }
              return new EditionSummary(
                  LanguageTag.of(summary.text(LANGUAGE)),
                  Math.toIntExact(summary.number(REVISION)),
                  TranslationStatus.find(summary.text(STATUS)).orElseThrow(),
                  bytes);
            })
        .toList();
  }
}
