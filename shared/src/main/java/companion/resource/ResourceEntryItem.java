package companion.resource;

import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.feed.Audience;
import companion.feed.Thing;
import companion.language.LanguageTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A resource's entry as the body of a feed entry. */
public final class ResourceEntryItem {
  private static final String AUDIENCE = "audience";
  private static final String TYPE = "type";
  private static final String THEMES = "themes";
  private static final String REGIONS = "regions";
  private static final String DATE = "date";
  private static final String REVIEW_BY = "reviewBy";
  private static final String RELATIONS = "relations";
  private static final String INVERSES = "inverses";
  private static final String LANGUAGE = "language";
  private static final String TITLE = "title";
  private static final String SUMMARY = "summary";
  private static final String RENDITIONS = "renditions";
  private static final String EDITIONS = "editions";

  private ResourceEntryItem() {}

  static Map<String, AttributeValue> write(ResourceEntry entry) {
    Map<String, AttributeValue> body = Attributes.map();
    body.put(AUDIENCE, text(entry.audience().code()));
    body.put(TYPE, text(entry.type()));
    body.put(THEMES, texts(entry.themes()));
    body.put(REGIONS, texts(entry.regions()));
    body.put(DATE, text(entry.date().toString()));
    entry.reviewBy().ifPresent(date -> body.put(REVIEW_BY, text(date.toString())));
    body.put(RELATIONS, FactsAttributes.writeRelations(entry.relations()));
    body.put(INVERSES, FactsAttributes.write(entry.inverses()));
    body.put(LANGUAGE, text(entry.language().value()));
    body.put(TITLE, text(entry.title()));
    body.put(SUMMARY, text(entry.summary()));
    body.put(RENDITIONS, EditionAttributes.write(entry.renditions()));
    body.put(EDITIONS, EditionSummaryAttributes.write(entry.editions()));
    return body;
  }

  public static ResourceEntry read(Thing thing, long version, Map<String, AttributeValue> body) {
    Attributes entry = new Attributes(body);
    List<EditionSummary> editions = EditionSummaryAttributes.read(entry.maps(EDITIONS));
    return new ResourceEntry(
        new ResourceId(thing.id()),
        version,
        Audience.of(entry.text(AUDIENCE)),
        entry.text(TYPE),
        entry.texts(THEMES),
        entry.texts(REGIONS),
        LocalDate.parse(entry.text(DATE)),
        entry.findText(REVIEW_BY).map(LocalDate::parse),
        FactsAttributes.readRelations(entry.maps(RELATIONS)),
        FactsAttributes.readInverses(entry.maps(INVERSES)),
        LanguageTag.of(entry.text(LANGUAGE)),
        entry.text(TITLE),
        entry.text(SUMMARY),
        EditionAttributes.renditions(entry),
        editions,
        ResourceEntry.languages(editions));
  }
}
