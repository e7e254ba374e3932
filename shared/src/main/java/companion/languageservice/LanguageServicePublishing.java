package companion.languageservice;

import companion.feed.PlainThings;
import companion.feed.Thing;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publishes language services. A feed in any language has all descriptions: they are short. */
public final class LanguageServicePublishing {
  /** Kind of these things in feeds. */
  public static final String KIND = "language-service";

  private final PlainThings things;
  private final WorkingLanguages languages;

  public LanguageServicePublishing(PlainThings things, WorkingLanguages languages) {
    this.things = things;
    this.languages = languages;
  }

  public PlainThings.Result publish(LanguageService service) {
    Map<String, AttributeValue> item = LanguageServiceItem.write(service);
    Map<LanguageTag, Map<String, AttributeValue>> feeds = new LinkedHashMap<>();
    languages.tags().forEach(language -> feeds.put(language, item));
    return things.publish(new Thing(KIND, service.id()), item, feeds);
  }
}
