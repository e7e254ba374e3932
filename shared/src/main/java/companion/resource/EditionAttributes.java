package companion.resource;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.file.Sha256;
import companion.language.LanguageTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition and its renditions as attributes. */
final class EditionAttributes {
  private static final String LANGUAGE = "language";
  private static final String TITLE = "title";
  private static final String SUMMARY = "summary";
  private static final String CONTRIBUTORS = "contributors";
  private static final String REVISION = "revision";
  private static final String TRANSLATION = "translation";
  private static final String OF = "of";
  private static final String METHOD = "method";
  private static final String CORRECTION = "correction";
  private static final String DATE = "date";
  private static final String NOTE = "note";
  private static final String RENDITIONS = "renditions";
  private static final String KIND = "kind";
  private static final String MEDIA_TYPE = "mediaType";
  private static final String BYTES = "bytes";
  private static final String SHA_256 = "sha256";
  private static final String PAGES = "pages";

  private EditionAttributes() {}

  static AttributeValue write(Edition edition) {
    Map<String, AttributeValue> map = Attributes.map();
    map.put(LANGUAGE, text(edition.language().value()));
    map.put(TITLE, text(edition.title()));
    map.put(SUMMARY, text(edition.summary()));
    map.put(CONTRIBUTORS, texts(edition.contributors()));
    map.put(REVISION, number(edition.revision()));
    switch (edition.origin()) {
      case Origin.Original() -> {}
      case Origin.Translated(int of, TranslationMethod method) ->
          map.put(
              TRANSLATION,
              AttributeValue.fromM(Map.of(OF, number(of), METHOD, text(method.code()))));
    }
    edition.correction().ifPresent(correction -> map.put(CORRECTION, write(correction)));
    map.put(RENDITIONS, write(edition.renditions()));
    return AttributeValue.fromM(map);
  }

  static Edition read(Attributes edition) {
    return new Edition(
        LanguageTag.of(edition.text(LANGUAGE)),
        edition.text(TITLE),
        edition.text(SUMMARY),
        edition.texts(CONTRIBUTORS),
        Math.toIntExact(edition.number(REVISION)),
        edition
            .findMap(TRANSLATION)
            .<Origin>map(
                translation ->
                    new Origin.Translated(
                        Math.toIntExact(translation.number(OF)),
                        TranslationMethod.find(translation.text(METHOD)).orElseThrow()))
            .orElseGet(Origin.Original::new),
        edition.findMap(CORRECTION).map(EditionAttributes::readCorrection),
        renditions(edition));
  }

  static AttributeValue write(Correction correction) {
    return AttributeValue.fromM(
        Map.of(DATE, text(correction.date().toString()), NOTE, text(correction.note())));
  }

  static Correction readCorrection(Attributes correction) {
    return new Correction(LocalDate.parse(correction.text(DATE)), correction.text(NOTE));
  }

  static AttributeValue write(List<Rendition> renditions) {
    return FactsAttributes.list(
        renditions,
        rendition -> {
          Map<String, AttributeValue> map = Attributes.map();
          map.put(KIND, text(rendition.kind().code()));
          map.put(MEDIA_TYPE, text(rendition.mediaType()));
          map.put(BYTES, number(rendition.bytes()));
          map.put(SHA_256, text(rendition.sha256().hex()));
          rendition.pages().ifPresent(pages -> map.put(PAGES, number(pages)));
          return map;
        });
  }

  static List<Rendition> renditions(Attributes owner) {
    return owner.maps(RENDITIONS).stream()
        .map(
            rendition ->
                new Rendition(
                    RenditionKind.find(rendition.text(KIND)).orElseThrow(),
                    rendition.text(MEDIA_TYPE),
                    rendition.number(BYTES),
                    new Sha256(rendition.text(SHA_256)),
                    rendition.values().containsKey(PAGES)
                        ? OptionalInt.of(Math.toIntExact(rendition.number(PAGES)))
                        : OptionalInt.empty()))
        .toList();
  }
}
