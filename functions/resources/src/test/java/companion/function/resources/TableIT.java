package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table as another program reads it. */
@ExtendWith(Catalogues.class)
class TableIT {
  private final PublishedCatalogue catalogue;
  private final Reader reader;

  TableIT(PublishedCatalogue catalogue) {
    this.catalogue = catalogue;
    reader = catalogue.reader();
  }

  private Map<String, AttributeValue> item(String partition, String sort) {
    return catalogue
        .client()
        .getItem(
            get ->
                get.tableName(PublishedCatalogue.TABLE)
                    .consistentRead(true)
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS(sort))))
        .item();
  }

  @Test
  void shouldSayOfAnEditionWhatTheTableSays() {
    for (String id : PublishedCatalogue.IN_ORDER) {
      Answer answer = reader.ask(Ask.resource(id).lang("fr"));
      String served = answer.at("/language/served");

      Map<String, AttributeValue> item = item("public#resource#" + id, "edition#" + served);

      assertThat(text(item, "edition", "title")).isEqualTo(answer.at("/title"));
      assertThat(text(item, "edition", "summary")).isEqualTo(answer.at("/summary"));
      assertThat(text(item, "facts", "type")).isEqualTo(answer.at("/type"));
      assertThat(text(item, "facts", "date")).isEqualTo(answer.at("/date"));
      assertThat(item.getOrDefault("version", AttributeValue.fromN("0")).n())
          .isEqualTo(answer.at("/version"));
    }
  }

  private static String text(Map<String, AttributeValue> item, String map, String name) {
    return item.getOrDefault(map, AttributeValue.fromM(Map.of()))
        .m()
        .getOrDefault(name, AttributeValue.fromS(""))
        .s();
  }

  @Test
  void shouldListWhatTheFeedHolds() {
    List<String> titles =
        catalogue
            .client()
            .query(
                query ->
                    query
                        .tableName(PublishedCatalogue.TABLE)
                        .keyConditionExpression("pk = :pk")
                        .filterExpression("kind = :kind AND attribute_exists(body)")
                        .expressionAttributeValues(
                            Map.of(
                                ":pk", AttributeValue.fromS("public#feed#es"),
                                ":kind", AttributeValue.fromS("resource"))))
            .items()
            .stream()
            .map(item -> text(item, "body", "title"))
            .toList();

    assertThat(reader.ask(Ask.list().lang("es")).each("/items", "title"))
        .containsExactlyInAnyOrderElementsOf(titles);
  }

  @Test
  void shouldHoldNothingToReadOfWhatWasWithdrawn() {
    for (String id : List.of(PublishedCatalogue.WITHDRAWN, PublishedCatalogue.NO_LONGER_PUBLIC)) {
      assertThat(item("public#resource#" + id, "edition#en")).isEmpty();
      assertThat(item("public#resource#" + id, "facts")).containsKey("reason");
    }
  }

  @Test
  void shouldHoldNothingForMembersWhereThePublicReads() {
    catalogue
        .client()
        .scanPaginator(scan -> scan.tableName(PublishedCatalogue.TABLE))
        .items()
        .stream()
        .filter(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s().startsWith("public#"))
        .forEach(
            item -> assertThat(item.toString()).doesNotContain(PublishedCatalogue.MEMBERS_TITLE));
  }

  @Test
  void shouldGiveEachFileTheAddressOfItsHash() {
    JsonNode rendition =
        reader.ask(Ask.resource(PublishedCatalogue.LONG).lang("en")).json().at("/renditions/0");

    assertThat(rendition.path("url").asText())
        .isEqualTo("/v1/files/" + rendition.path("sha256").asText());
  }
}
