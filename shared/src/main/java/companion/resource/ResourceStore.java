package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.ResourceOverview.Available;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads what is published of single resources, for the audiences that its caller may see. */
public final class ResourceStore {
  private static final int BATCH = 100; // BatchGetItem takes no more keys

  private static final Comparator<ResourceOverview> STANDING =
      // not composed of others: see the order of Shelf
      (one, other) -> {
        int available = Boolean.compare(one instanceof Available, other instanceof Available);
        return available == 0 ? Long.compare(one.version(), other.version()) : available;
      };

  private final DynamoDbClient client;
  private final String table;
  private final List<Audience> audiences;

  public ResourceStore(DynamoDbClient client, String table, List<Audience> audiences) {
    this.client = client;
    this.table = table;
    this.audiences = List.copyOf(audiences);
  }

  /** The page of an edition, by one strong read an audience; the later one on its way between. */
  public Optional<EditionPage> page(ResourceId id, LanguageTag language) {
    return read(
            audiences.stream()
                .map(audience -> EditionPageItem.key(audience, id, language))
                .toList())
        .stream()
        .map(EditionPageItem::read)
        .max(Comparator.comparingLong(EditionPage::version));
  }

  /**
   * The overview, by one strong read an audience. A readable one goes before a tombstone; of two
   * alike the later counts, since each audience that a resource was in has one.
   */
  public Optional<ResourceOverview> overview(ResourceId id) {
    return Optional.ofNullable(overviews(List.of(id)).get(id));
  }

  /** The overviews that exist among {@code ids}. */
  public Map<ResourceId, ResourceOverview> overviews(Collection<ResourceId> ids) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (ResourceId id : ids) {
      audiences.forEach(audience -> keys.add(OverviewItem.key(audience, id)));
    }
    Map<ResourceId, ResourceOverview> overviews = new HashMap<>();
    for (Map<String, AttributeValue> item : read(keys)) {
      overviews.merge(
          OverviewItem.id(item), OverviewItem.read(item), BinaryOperator.maxBy(STANDING));
    }
    return overviews;
  }

  private List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys) {
    return keys.size() == 1 ? readOne(keys.getFirst()) : readMany(keys);
  }

  private List<Map<String, AttributeValue>> readOne(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        client.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item.isEmpty() ? List.of() : List.of(item);
  }

  private List<Map<String, AttributeValue>> readMany(List<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      Map<String, KeysAndAttributes> left =
          Map.of(
              table,
              KeysAndAttributes.builder()
                  .keys(keys.subList(from, Math.min(keys.size(), from + BATCH)))
                  .consistentRead(true)
                  .build());
      while (!left.isEmpty()) { // DynamoDB hands back what it was too busy for
        Map<String, KeysAndAttributes> asked = left;
        BatchGetItemResponse response = client.batchGetItem(get -> get.requestItems(asked));
        items.addAll(response.responses().getOrDefault(table, List.of()));
        left = response.unprocessedKeys();
      }
    }
    return items;
  }
}
