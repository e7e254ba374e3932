package companion.vocabulary;

import companion.feed.PlainThings;
import companion.feed.Thing;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Publishes the vocabulary, and reads what is published for whoever checks codes against it. */
public final class VocabularyPublishing {
  /** The kind of this thing in feeds. */
  public static final String KIND = "vocabulary";

  private static final Thing THING = new Thing(KIND, "terms");

  private final PlainThings things;
  private final WorkingLanguages languages;

  public VocabularyPublishing(PlainThings things, WorkingLanguages languages) {
    this.things = things;
    this.languages = languages;
  }

  /** The published vocabulary by a strong read; without terms where there is none. */
  public Vocabulary current() {
    return things.find(THING).map(VocabularyItem::read).orElse(Vocabulary.EMPTY);
  }

  public PlainThings.Result publish(Vocabulary vocabulary) {
    Map<LanguageTag, Map<String, AttributeValue>> feeds = new LinkedHashMap<>();
    for (LanguageTag language : languages.tags()) {
      feeds.put(language, VocabularyItem.write(vocabulary.in(language)));
    }
    return things.publish(THING, VocabularyItem.write(vocabulary), feeds);
  }
}
