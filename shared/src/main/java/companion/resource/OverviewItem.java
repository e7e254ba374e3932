package companion.resource;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;

import companion.dynamodb.Attributes;
import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.ResourceOverview.Available;
import companion.resource.ResourceOverview.Gone;
import companion.resource.ResourceOverview.Line;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A resource's overview as the item {@code facts} of its audience. */
final class OverviewItem {
  private static final String VERSION = "version";
  private static final String AUDIENCE = "audience";
  private static final String ORIGINAL = "original";
  private static final String EDITIONS = "editions";
  private static final String WITHDRAWN_EDITIONS = "withdrawnEditions";
  private static final String LANGUAGE = "language";
  private static final String TITLE = "title";
  private static final String REVISION = "revision";
  private static final String STATUS = "status";
  private static final String CORRECTION = "correction";
  private static final String RENDITIONS = "renditions";
  private static final String REASON = "reason";

  private OverviewItem() {}

  static String partition(Audience audience, ResourceId id) {
    return audience + "#resource#" + id;
  }

  static Map<String, AttributeValue> key(Audience audience, ResourceId id) {
    return Attributes.key(partition(audience, id), "facts");
  }

  static ResourceId id(Map<String, AttributeValue> item) {
    String partition = new Attributes(item).text(Attributes.PARTITION_KEY);
    return new ResourceId(partition.substring(partition.lastIndexOf('#') + 1));
  }

  static Map<String, AttributeValue> write(
      Audience audience, ResourceId id, ResourceOverview overview) {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(audience, id));
    item.put(VERSION, number(overview.version()));
    switch (overview) {
      case Available readable -> {
        item.put(AUDIENCE, text(readable.audience().code()));
        item.put(ORIGINAL, text(readable.original().value()));
        item.put(EDITIONS, FactsAttributes.list(readable.editions(), OverviewItem::write));
        item.put(
            WITHDRAWN_EDITIONS, PublishedResourceItem.writeReasons(readable.withdrawnEditions()));
      }
      case Gone(long _, String reason) -> item.put(REASON, text(reason));
    }
    return item;
  }

  private static Map<String, AttributeValue> write(Line line) {
    Map<String, AttributeValue> map = Attributes.map();
    map.put(LANGUAGE, text(line.language().value()));
    map.put(TITLE, text(line.title()));
    map.put(REVISION, number(line.revision()));
    map.put(STATUS, text(line.status().code()));
    line.correction()
        .ifPresent(correction -> map.put(CORRECTION, EditionAttributes.write(correction)));
    map.put(RENDITIONS, EditionAttributes.write(line.renditions()));
    return map;
  }

  static ResourceOverview read(Map<String, AttributeValue> item) {
    Attributes overview = new Attributes(item);
    long version = overview.number(VERSION);
    return overview
        .findText(REASON)
        .<ResourceOverview>map(reason -> new Gone(version, reason))
        .orElseGet(
            () ->
                new Available(
                    version,
                    Audience.of(overview.text(AUDIENCE)),
                    LanguageTag.of(overview.text(ORIGINAL)),
                    overview.maps(EDITIONS).stream().map(OverviewItem::readLine).toList(),
                    PublishedResourceItem.readReasons(overview.map(WITHDRAWN_EDITIONS))));
  }

  private static Line readLine(Attributes line) {
    return new Line(
        LanguageTag.of(line.text(LANGUAGE)),
        line.text(TITLE),
        Math.toIntExact(line.number(REVISION)),
        TranslationStatus.find(line.text(STATUS)).orElseThrow(),
        line.findMap(CORRECTION).map(EditionAttributes::readCorrection),
        EditionAttributes.renditions(line));
  }
}
