package companion.resource;

import static companion.dynamodb.Values.number;
import static companion.dynamodb.Values.text;
import static companion.dynamodb.Values.texts;

import companion.dynamodb.Attributes;
import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The record of what is published of a resource, in the secretariat's partitions. Publishers read
 * and fence it; what readers read is projected from it in the same transaction.
 *
 * @param places where the resource, or its tombstone, stands in each audience's feed
 * @param languages whose feeds have an entry
 * @param layout of the projection that readers have
 */
record PublishedResourceItem(
    PublishedResource resource,
    Map<Audience, Long> places,
    List<LanguageTag> languages,
    int layout) {
  /** Raise it when what is projected from the same resource changes. */
  static final int LAYOUT = 1;

  private static final String VERSION = "version";
  private static final String LAYOUT_NAME = "layout";
  private static final String PLACES = "places";
  private static final String LANGUAGES = "languages";
  private static final String FACTS = "facts";
  private static final String EDITIONS = "editions";
  private static final String INVERSES = "inverses";
  private static final String WITHDRAWN_EDITIONS = "withdrawnEditions";
  private static final String WITHDRAWN = "withdrawn";
  private static final String AUDIENCE = "audience";
  private static final String REASON = "reason";

  static Map<String, AttributeValue> key(ResourceId id) {
    return Attributes.key("secretariat#resource#" + id, "published");
  }

  Map<String, AttributeValue> write() {
    Map<String, AttributeValue> item = Attributes.map();
    item.putAll(key(resource.id()));
    item.put(VERSION, number(resource.version()));
    item.put(LAYOUT_NAME, number(layout));
    item.put(LANGUAGES, texts(languages.stream().map(LanguageTag::value).toList()));
    Map<String, AttributeValue> sequences = Attributes.map();
    places.forEach((audience, sequence) -> sequences.put(audience.code(), number(sequence)));
    item.put(PLACES, AttributeValue.fromM(sequences));
    switch (resource) {
      case Live live -> {
        item.put(FACTS, FactsAttributes.write(live.facts()));
        item.put(
            EDITIONS,
            AttributeValue.fromL(
                live.editions().values().stream().map(EditionAttributes::write).toList()));
        item.put(INVERSES, FactsAttributes.write(live.inverses()));
        item.put(WITHDRAWN_EDITIONS, writeReasons(live.withdrawnEditions()));
      }
      case Withdrawn(ResourceId _, long _, Audience audience, String reason) ->
          item.put(
              WITHDRAWN,
              AttributeValue.fromM(Map.of(AUDIENCE, text(audience.code()), REASON, text(reason))));
    }
    return item;
  }

  static PublishedResourceItem read(ResourceId id, Map<String, AttributeValue> item) {
    Attributes record = new Attributes(item);
    Map<Audience, Long> places = new EnumMap<>(Audience.class);
    Attributes sequences = record.map(PLACES);
    for (String audience : sequences.values().keySet()) {
      places.put(Audience.of(audience), sequences.number(audience));
    }
    return new PublishedResourceItem(
        record
            .findMap(WITHDRAWN)
            .<PublishedResource>map(
                withdrawn ->
                    new Withdrawn(
                        id,
                        record.number(VERSION),
                        Audience.of(withdrawn.text(AUDIENCE)),
                        withdrawn.text(REASON)))
            .orElseGet(() -> readLive(id, record)),
        places,
        record.texts(LANGUAGES).stream().map(LanguageTag::of).toList(),
        Math.toIntExact(record.number(LAYOUT_NAME)));
  }

  private static Live readLive(ResourceId id, Attributes record) {
    SortedMap<LanguageTag, Edition> editions = new TreeMap<>();
    for (Attributes edition : record.maps(EDITIONS)) {
      Edition read = EditionAttributes.read(edition);
      editions.put(read.language(), read);
    }
    return new Live(
        id,
        record.number(VERSION),
        FactsAttributes.read(record.map(FACTS)),
        editions,
        FactsAttributes.readInverses(record.maps(INVERSES)),
        readReasons(record.map(WITHDRAWN_EDITIONS)));
  }

  static AttributeValue writeReasons(SortedMap<LanguageTag, String> reasons) {
    Map<String, AttributeValue> map = Attributes.map();
    reasons.forEach((language, reason) -> map.put(language.value(), text(reason)));
    return AttributeValue.fromM(map);
  }

  static SortedMap<LanguageTag, String> readReasons(Attributes reasons) {
    SortedMap<LanguageTag, String> read = new TreeMap<>();
    for (String language : reasons.values().keySet()) {
      read.put(LanguageTag.of(language), reasons.text(language));
    }
    return read;
  }
}
