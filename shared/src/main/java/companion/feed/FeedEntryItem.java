package companion.feed;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;

import companion.dynamodb.Attributes;
import companion.feed.FeedEntry.Content;
import companion.language.LanguageTag;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A feed entry as an item: partition {@code audience#feed#language}, sort key its sequence. */
final class FeedEntryItem {
  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String BODY = "body";
  private static final String REASON = "reason";

  private static final int DIGITS = 12;

  private FeedEntryItem() {}

  static String partition(Audience audience, LanguageTag language) {
    return audience + "#feed#" + language;
  }

  /** Twelve digits, so that text order is number order. */
  static String sort(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  static Map<String, AttributeValue> key(Audience audience, LanguageTag language, long sequence) {
    return Attributes.key(partition(audience, language), sort(sequence));
  }

  static Map<String, AttributeValue> write(
      Audience audience, LanguageTag language, FeedEntry entry) {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(audience, language, entry.sequence()));
    item.put(KIND, text(entry.thing().kind()));
    item.put(ID, text(entry.thing().id()));
    item.put(VERSION, number(entry.version()));
    switch (entry.content()) {
      case Content.Present(var body) -> item.put(BODY, AttributeValue.fromM(body));
      case Content.Gone(var reason) -> item.put(REASON, text(reason));
    }
    return item;
  }

  static FeedEntry read(Map<String, AttributeValue> item) {
    Attributes entry = new Attributes(item);
    Content content =
        entry
            .findText(REASON)
            .<Content>map(Content.Gone::new)
            .orElseGet(() -> new Content.Present(entry.map(BODY).values()));
    return new FeedEntry(
        Long.parseLong(entry.text(Attributes.SORT_KEY)),
        new Thing(entry.text(KIND), entry.text(ID)),
        entry.number(VERSION),
        content);
  }
}
