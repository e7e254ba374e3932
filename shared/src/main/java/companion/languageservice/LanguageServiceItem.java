package companion.languageservice;

import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.language.LanguageTag;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A language service as attributes. */
public final class LanguageServiceItem {
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String KIND = "kind";
  private static final String LANGUAGES = "languages";
  private static final String COST = "cost";
  private static final String PRIVACY = "privacy";
  private static final String URL = "url";
  private static final String DESCRIPTIONS = "descriptions";

  private LanguageServiceItem() {}

  static Map<String, AttributeValue> write(LanguageService service) {
    Map<String, AttributeValue> descriptions = new TreeMap<>();
    service
        .descriptions()
        .forEach((language, description) -> descriptions.put(language.value(), text(description)));
    Map<String, AttributeValue> item = Attributes.map();
    item.put(ID, text(service.id()));
    item.put(NAME, text(service.name()));
    item.put(KIND, text(service.kind()));
    item.put(LANGUAGES, texts(service.languages().stream().map(LanguageTag::value).toList()));
    item.put(COST, text(service.cost()));
    item.put(PRIVACY, text(service.privacy()));
    item.put(URL, text(service.url().toString()));
    item.put(DESCRIPTIONS, AttributeValue.fromM(descriptions));
    return item;
  }

  public static LanguageService read(Map<String, AttributeValue> item) {
    Attributes service = new Attributes(item);
    Map<LanguageTag, String> descriptions = new LinkedHashMap<>();
    service
        .map(DESCRIPTIONS)
        .values()
        .forEach((language, text) -> descriptions.put(LanguageTag.of(language), text.s()));
    return new LanguageService(
        service.text(ID),
        service.text(NAME),
        service.text(KIND),
        service.texts(LANGUAGES).stream().map(LanguageTag::of).toList(),
        service.text(COST),
        service.text(PRIVACY),
        URI.create(service.text(URL)),
        descriptions);
  }
}
