package companion.feed;

import companion.dynamodb.Values;
import companion.language.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads heads and feeds. */
public final class FeedStore {
  private final DynamoDbClient client;
  private final String table;

  public FeedStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The head as some replica of the table has it: half a read unit; may be a little old. Empty
   * where nothing was ever published.
   */
  public Optional<Head> glance(Audience audience) {
    return head(audience, false);
  }

  /** The head after every write that was acknowledged before this call: one read unit. */
  public Optional<Head> head(Audience audience) {
    return head(audience, true);
  }

  private Optional<Head> head(Audience audience, boolean consistent) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                get -> get.tableName(table).key(HeadItem.key(audience)).consistentRead(consistent))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(HeadItem.read(item));
  }

  /** The entries with {@code after < sequence <= upTo}, in order, by strong reads. */
  public List<FeedEntry> entries(Audience audience, LanguageTag language, long after, long upTo) {
    List<FeedEntry> entries = new ArrayList<>();
    if (after >= upTo) {
      return entries;
    }
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
            .expressionAttributeValues(
                Map.of(
                    ":pk", Values.text(FeedEntryItem.partition(audience, language)),
                    ":first", Values.text(FeedEntryItem.sort(after + 1)),
                    ":last", Values.text(FeedEntryItem.sort(upTo))));
    QueryResponse page;
    do {
      page = client.query(request.build());
      page.items().forEach(item -> entries.add(FeedEntryItem.read(item)));
      request.exclusiveStartKey(page.lastEvaluatedKey());
    } while (page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty());
    return entries;
  }
}
