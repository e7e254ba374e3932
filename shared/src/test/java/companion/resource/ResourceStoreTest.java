package companion.resource;

import static companion.resource.ResourceSamples.EN;
import static companion.resource.ResourceSamples.facts;
import static companion.resource.ResourceSamples.original;
import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Adversary;
import companion.dynamodb.InMemoryDynamoDb;
import companion.feed.Audience;
import companion.resource.PublishedResource.Live;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resources between two audiences, as a reader may find them: items become visible one by one. */
final class ResourceStoreTest {
  private static final String TABLE = "table";
  private static final ResourceId ID = new ResourceId("one");

  private final InMemoryDynamoDb table = new InMemoryDynamoDb(Adversary.none());
  private final ResourceStore store =
      new ResourceStore(table, TABLE, List.of(Audience.PUBLIC, Audience.MEMBER));

  private static Live resource(Audience audience, long version) {
    return new Live(
        ID,
        version,
        facts(audience, List.of()),
        new TreeMap<>(Map.of(EN, original(1))),
        List.of(),
        new TreeMap<>());
  }

  private static Audience other(Audience audience) {
    return audience == Audience.PUBLIC ? Audience.MEMBER : Audience.PUBLIC;
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLIC", "MEMBER"})
  void shouldGiveTheLaterOfTwoPages(Audience later) {
    put(resource(later, 2));
    put(resource(other(later), 1));

    assertThat(store.page(ID, EN).map(EditionPage::version)).contains(2L);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUBLIC", "MEMBER"})
  void shouldGiveTheLaterOfTwoOverviews(Audience later) {
    put(resource(later, 2));
    put(resource(other(later), 1));

    assertThat(store.overview(ID).map(ResourceOverview::version)).contains(2L);
  }

  private void put(Live resource) {
    table.putItem(
        put ->
            put.tableName(TABLE)
                .item(EditionPageItem.write(ID, EditionPage.of(resource, original(1)))));
    table.putItem(
        put ->
            put.tableName(TABLE)
                .item(
                    OverviewItem.write(
                        resource.audience(), ID, ResourceOverview.Available.of(resource))));
  }
}
