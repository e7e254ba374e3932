package companion.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import companion.dynamodb.Attributes;
import companion.dynamodb.RawTable;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.vocabulary.Vocabulary.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What publishing the vocabulary does to the table, on whatever engine. */
abstract class VocabularyPublishingContract {
  static final String TABLE = "table";

  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag FR = LanguageTag.of("fr");
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(new Term("manual", Map.of(EN, "Manual", FR, "Manuel"))),
          List.of(new Term("law", Map.of(EN, "Law"))),
          List.of(),
          List.of(new Term("legal", Map.of())),
          List.of(),
          List.of(),
          List.of());

  private final DynamoDbClient client = emptyTable();
  private final VocabularyPublishing publishing =
      new VocabularyPublishing(
          new PlainThings(client, TABLE, new Ledger(client, TABLE, attempts -> {}, () -> "epoch")),
          WorkingLanguages.shipped());

  /** A client of an engine that has the table {@link #TABLE}, without items. */
  abstract DynamoDbClient emptyTable();

  private Vocabulary feed(LanguageTag language) {
    return VocabularyItem.read(
        new Attributes(new RawTable(client, TABLE).items("public#feed#" + language).getFirst())
            .map("body")
            .values());
  }

  @Test
  void shouldHaveNoTermsBeforeAnyWerePublished() {
    assertThat(publishing.current()).isEqualTo(Vocabulary.EMPTY);
  }

  @Test
  void shouldGiveWhatWasPublishedWithAllItsLabels() {
    publishing.publish(VOCABULARY);

    assertThat(publishing.current()).isEqualTo(VOCABULARY);
  }

  @Test
  void shouldPutTheLabelsOfOneLanguageIntoItsFeed() {
    publishing.publish(VOCABULARY);

    assertThat(feed(FR).types()).containsExactly(new Term("manual", Map.of(FR, "Manuel")));
  }

  @Test
  void shouldPutTheCodeWhereALabelIsMissing() {
    publishing.publish(VOCABULARY);

    assertThat(feed(FR).themes()).containsExactly(new Term("law", Map.of(FR, "law")));
  }

  @Test
  void shouldSayUnchangedToARepetition() {
    publishing.publish(VOCABULARY);

    assertThat(publishing.publish(VOCABULARY)).isEqualTo(PlainThings.Result.UNCHANGED);
  }
}
