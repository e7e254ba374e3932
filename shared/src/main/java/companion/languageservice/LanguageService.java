package companion.languageservice;

import companion.language.LanguageTag;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An online service that helps with a language.
 *
 * @param kind code of the vocabulary's service kinds
 * @param languages it helps with
 * @param cost code of the vocabulary's service costs
 * @param privacy code of the vocabulary's degrees of privacy
 * @param url https
 * @param descriptions by language
 */
public record LanguageService(
    String id,
    String name,
    String kind,
    List<LanguageTag> languages,
    String cost,
    String privacy,
    URI url,
    Map<LanguageTag, String> descriptions) {
  public LanguageService {
    languages = List.copyOf(languages);
    // in an order: Map.copyOf has another one in each process, and so would answers with one tag
    descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
    if (!"https".equals(url.getScheme())) {
      throw new IllegalArgumentException("the address of a language service begins with https");
    }
    if (name.isBlank() || languages.isEmpty()) {
      throw new IllegalArgumentException("a language service has a name and helps with a language");
    }
  }

  /**
   * The description in {@code language}; where there is none, the first by tag; empty without any.
   */
  public String description(LanguageTag language) {
    String description = descriptions.get(language);
    return description != null
        ? description
        : descriptions.values().stream().findFirst().orElse("");
  }
}
