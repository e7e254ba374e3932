package companion.resource;

import static companion.dynamodb.Values.number;

import companion.dynamodb.Attributes;
import companion.feed.Audience;
import companion.language.LanguageTag;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition's page as an item of its audience. */
final class EditionPageItem {
  private static final String VERSION = "version";
  private static final String FACTS = "facts";
  private static final String EDITION = "edition";
  private static final String EDITIONS = "editions";
  private static final String INVERSES = "inverses";
  private static final String WITHDRAWN_EDITIONS = "withdrawnEditions";

  private EditionPageItem() {}

  static Map<String, AttributeValue> key(Audience audience, ResourceId id, LanguageTag language) {
    return Attributes.key(OverviewItem.partition(audience, id), "edition#" + language);
  }

  static Map<String, AttributeValue> write(ResourceId id, EditionPage page) {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(page.facts().audience(), id, page.edition().language()));
    item.put(VERSION, number(page.version()));
    item.put(FACTS, FactsAttributes.write(page.facts()));
    item.put(EDITION, EditionAttributes.write(page.edition()));
    item.put(EDITIONS, EditionSummaryAttributes.write(page.editions()));
    item.put(INVERSES, FactsAttributes.write(page.inverses()));
    item.put(WITHDRAWN_EDITIONS, PublishedResourceItem.writeReasons(page.withdrawnEditions()));
    return item;
  }

  static EditionPage read(Map<String, AttributeValue> item) {
    Attributes page = new Attributes(item);
    return new EditionPage(
        page.number(VERSION),
        FactsAttributes.read(page.map(FACTS)),
        EditionAttributes.read(page.map(EDITION)),
        EditionSummaryAttributes.read(page.maps(EDITIONS)),
        FactsAttributes.readInverses(page.maps(INVERSES)),
        PublishedResourceItem.readReasons(page.map(WITHDRAWN_EDITIONS)));
  }
}
