package companion.languageservice;

import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Attributes;
import companion.dynamodb.RawTable;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What publishing a language service does to the table, on whatever engine. */
abstract class LanguageServicePublishingContract {
  static final String TABLE = "table";

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag FR = LanguageTag.of("fr");

  private final DynamoDbClient client = emptyTable();
  private final LanguageServicePublishing publishing =
      new LanguageServicePublishing(
          new PlainThings(client, TABLE, new Ledger(client, TABLE, attempts -> {}, () -> "epoch")),
          WorkingLanguages.shipped());

  /** A client of an engine that has the table {@link #TABLE}, without items. */
  abstract DynamoDbClient emptyTable();

  private static LanguageService service(String id, String name) {
    return new LanguageService(
        id,
        name,
        "translation",
        List.of(EN, FR),
        "free",
        "offline",
        URI.create("https://service.example/" + id),
        Map.of(EN, "Translates.", FR, "Traduit."));
  }

  private List<Attributes> feed(LanguageTag language) {
    return new RawTable(client, TABLE)
        .items("public#feed#" + language).stream().map(Attributes::new).toList();
  }

  @Test
  void shouldPutAServiceIntoEveryFeedAsItIs() {
    publishing.publish(service("one", "One"));

    assertThat(WorkingLanguages.shipped().tags())
        .allSatisfy(
            language ->
                assertThat(LanguageServiceItem.read(feed(language).getFirst().map("body").values()))
                    .isEqualTo(service("one", "One")));
  }

  @Test
  void shouldKeepServicesApart() {
    publishing.publish(service("one", "One"));
    publishing.publish(service("two", "Two"));

    assertThat(feed(EN)).extracting(entry -> entry.text("id")).containsExactly("one", "two");
  }

  @Test
  void shouldReplaceAServiceThatHasChanged() {
    publishing.publish(service("one", "One"));
    publishing.publish(service("one", "Other"));

    assertThat(feed(EN))
        .extracting(entry -> entry.map("body").text("name"))
        .containsExactly("Other");
  }

  @Test
  void shouldSayUnchangedToARepetition() {
    publishing.publish(service("one", "One"));

    assertThat(publishing.publish(service("one", "One"))).isEqualTo(PlainThings.Result.UNCHANGED);
  }
}
