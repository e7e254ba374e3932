package companion.resource;

import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What readers of any edition are told about each one: enough to choose a language before paying
 * for a download.
 *
 * @param revision of the text
 * @param status against the original
 * @param bytes by form
 */
public record EditionSummary(
    LanguageTag language, int revision, TranslationStatus status, Map<RenditionKind, Long> bytes) {
  public EditionSummary {
    Map<RenditionKind, Long> copy = new EnumMap<>(RenditionKind.class);
    copy.putAll(bytes);
    bytes = Collections.unmodifiableMap(copy);
  }

  static EditionSummary of(Live resource, Edition edition) {
    Map<RenditionKind, Long> bytes = new EnumMap<>(RenditionKind.class);
    for (Rendition rendition : edition.renditions()) {
      bytes.put(rendition.kind(), rendition.bytes());
    }
    return new EditionSummary(
        edition.language(), edition.revision(), resource.status(edition), bytes);
  }

  static List<EditionSummary> all(Live resource) {
    return resource.editions().values().stream().map(edition -> of(resource, edition)).toList();
  }
}
