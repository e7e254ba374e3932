package companion.resource;

import static companion.resource.ResourceSamples.EN;
import static companion.resource.ResourceSamples.FR;
import static companion.resource.ResourceSamples.THREE_LANGUAGES;
import static companion.resource.ResourceSamples.ZH;
import static companion.resource.ResourceSamples.corrected;
import static companion.resource.ResourceSamples.facts;
import static companion.resource.ResourceSamples.original;
import static companion.resource.ResourceSamples.translation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.dynamodb.Attributes;
import companion.dynamodb.ForwardingDynamoDb;
import companion.dynamodb.RawTable;
import companion.dynamodb.Values;
import companion.feed.Audience;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.resource.PublishResult.Published;
import companion.resource.PublishResult.Refused;
import companion.resource.PublishResult.Stale;
import companion.resource.PublishResult.Unchanged;
import companion.resource.PublishedResource.Live;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceCommand.WithdrawEdition;
import companion.resource.ResourceCommand.WithdrawResource;
import companion.vocabulary.VocabularyPublishing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** What publishing resources does to the table, on whatever engine. */
abstract class ResourcePublishingContract {
  static final String TABLE = "table";

  private static final ResourceId ONE = new ResourceId("one");
  private static final ResourceId TWO = new ResourceId("two");
  private static final Relation SUPERSEDES_TWO = new Relation(RelationKind.SUPERSEDES, TWO);
  private static final LanguageTag ES = LanguageTag.of("es");
  private static final WorkingLanguages FOUR_LANGUAGES =
      WorkingLanguages.read(
          """
          {"languages": [
            {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
            {"tag": "fr", "script": "Latn", "direction": "ltr", "endonym": "Français"},
            {"tag": "es", "script": "Latn", "direction": "ltr", "endonym": "Español"},
            {"tag": "zh", "script": "Hans", "direction": "ltr", "endonym": "中文"}],
           "default": "en",
           "fallbacks": {"*": ["en", "fr", "es", "zh"]}}
          """);

  private final DynamoDbClient client = emptyTable();
  private final RawTable raw = new RawTable(client, TABLE);
  private final ResourcePublishing resources = publishing(THREE_LANGUAGES);

  /** A client of an engine that has the table {@link #TABLE}, without items. */
  abstract DynamoDbClient emptyTable();

  @BeforeEach
  void publishVocabulary() {
    vocabulary(client, THREE_LANGUAGES).publish(ResourceSamples.VOCABULARY);
  }

  private static Ledger ledger(DynamoDbClient client) {
    return new Ledger(client, TABLE, attempts -> {}, () -> "epoch");
  }

  private static VocabularyPublishing vocabulary(
      DynamoDbClient client, WorkingLanguages languages) {
    return new VocabularyPublishing(new PlainThings(client, TABLE, ledger(client)), languages);
  }

  private static ResourcePublishing publishing(DynamoDbClient client, WorkingLanguages languages) {
    return new ResourcePublishing(
        client, TABLE, ledger(client), vocabulary(client, languages), languages);
  }

  private ResourcePublishing publishing(WorkingLanguages languages) {
    return publishing(client, languages);
  }

  private ResourceStore store(Audience... audiences) {
    return new ResourceStore(client, TABLE, List.of(audiences));
  }

  private Expected asItIs(ResourceId id) {
    return resources
        .find(id)
        .<Expected>map(now -> new Expected.Version(now.version()))
        .orElseGet(Expected.Absent::new);
  }

  private PublishResult apply(ResourceId id, ResourceCommand command) {
    return resources.apply(id, asItIs(id), command);
  }

  private void published(ResourceId id, ResourceCommand command) {
    assertThat(apply(id, command)).isInstanceOf(Published.class);
  }

  private void published(ResourceId id, Edition edition) {
    published(id, new PublishEditions(facts(), edition));
  }

  private void published(ResourceId id, Audience audience, Relation... relations) {
    published(id, new PublishEditions(facts(audience, List.of(relations)), original(1)));
  }

  private List<Attributes> feed(Audience audience, LanguageTag language) {
    return raw.items(audience.code() + "#feed#" + language).stream().map(Attributes::new).toList();
  }

  private Attributes entry(Audience audience, LanguageTag language, ResourceId id) {
    List<Attributes> entries =
        feed(audience, language).stream()
            .filter(entry -> entry.text("id").equals(id.value()))
            .toList();
    assertThat(entries).as("entries of %s in %s %s", id, audience, language).hasSize(1);
    return entries.getFirst();
  }

  private Attributes entry(LanguageTag language, ResourceId id) {
    return entry(Audience.PUBLIC, language, id);
  }

  private long sequence(Audience audience) {
    return raw.find(audience.code() + "#head", "-")
        .map(head -> new Attributes(head).number("sequence"))
        .orElse(0L);
  }

  private List<InverseRelation> inverses(ResourceId id, Audience... audiences) {
    return store(audiences).page(id, EN).orElseThrow().inverses();
  }

  private boolean isPage(Audience audience, ResourceId id, LanguageTag language) {
    return raw.find(audience.code() + "#resource#" + id, "edition#" + language).isPresent();
  }

  private static TranslationStatus status(EditionPage page, LanguageTag language) {
    return page.editions().stream()
        .filter(summary -> summary.language().equals(language))
        .findFirst()
        .orElseThrow()
        .status();
  }

  // one language

  @Test
  void shouldFindNothingUnderAnIdThatWasNeverUsed() {
    assertThat(resources.find(ONE)).isEmpty();
  }

  @Test
  void shouldFindWhatWasPublished() {
    published(ONE, original(1));

    assertThat(resources.find(ONE).flatMap(now -> ((Live) now).edition(EN))).contains(original(1));
  }

  @Test
  void shouldGiveThePageOfAPublishedEdition() {
    published(ONE, original(1));

    assertThat(store(Audience.PUBLIC).page(ONE, EN).map(EditionPage::edition))
        .contains(original(1));
  }

  @Test
  void shouldKeepNoPageInALanguageThatIsNotPublished() {
    published(ONE, original(1));

    assertThat(isPage(Audience.PUBLIC, ONE, FR)).isFalse();
  }

  @Test
  void shouldKeepThePageInThePartitionOfItsAudience() {
    published(ONE, original(1));

    assertThat(raw.items("public#resource#one"))
        .extracting(item -> new Attributes(item).text("sk"))
        .containsExactly("edition#en", "facts");
  }

  @Test
  void shouldListTheEditionsInTheOverview() {
    published(ONE, original(1));
    published(ONE, translation(FR, 3, 1));

    assertThat(store(Audience.PUBLIC).overview(ONE))
        .get()
        .extracting(
            overview ->
                ((ResourceOverview.Available) overview)
                    .editions().stream()
                        .map(line -> line.language() + " " + line.revision())
                        .toList())
        .isEqualTo(List.of("en 1", "fr 3"));
  }

  @Test
  void shouldPutAnEntryIntoTheFeedOfEveryWorkingLanguage() {
    published(ONE, original(1));

    assertThat(THREE_LANGUAGES.tags())
        .allSatisfy(language -> assertThat(entry(language, ONE).number("version")).isEqualTo(1));
  }

  @Test
  void shouldGiveTheTextOfAnotherLanguageWhereOneIsMissing() {
    published(ONE, original(1));

    assertThat(entry(ZH, ONE).map("body").text("title")).isEqualTo("Title in en");
  }

  @Test
  void shouldSayInWhichLanguageTheTextOfAnEntryIs() {
    published(ONE, original(1));

    assertThat(entry(ZH, ONE).map("body").text("language")).isEqualTo("en");
  }

  @Test
  void shouldGiveALanguageItsOwnTextOnceItIsPublished() {
    published(ONE, original(1));
    published(ONE, translation(ZH, 1, 1));

    assertThat(entry(ZH, ONE).map("body").text("title")).isEqualTo("Title in zh");
  }

  @Test
  void shouldPutTheSameSequenceIntoEveryLanguage() {
    published(TWO, original(1));
    published(ONE, original(1));

    assertThat(THREE_LANGUAGES.tags())
        .extracting(language -> entry(language, ONE).text("sk"))
        .containsOnly(entry(EN, ONE).text("sk"));
  }

  @Test
  void shouldSealWhatWasPublished() {
    published(ONE, original(1));

    assertThat(new Attributes(raw.item("public#head", "-")).number("sealed")).isEqualTo(2);
  }

  @Test
  void shouldLeaveNothingToSweepBehind() {
    published(ONE, original(1));

    assertThat(new Attributes(raw.item("public#head", "-")).maps("moves")).isEmpty();
  }

  // the other languages

  @Test
  void shouldLeaveThePageTextOfOtherLanguagesAloneWhenOneIsPublished() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, original(2));

    assertThat(store(Audience.PUBLIC).page(ONE, FR).map(EditionPage::edition))
        .contains(translation(FR, 1, 1));
  }

  @Test
  void shouldLeaveTheEntryTextOfOtherLanguagesAloneWhenOneIsPublished() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, original(2));

    assertThat(entry(FR, ONE).map("body").text("summary")).isEqualTo("Summary, revision 1");
  }

  @Test
  void shouldTellReadersOfATranslationThatTheOriginalHasMovedOn() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, original(2));

    assertThat(store(Audience.PUBLIC).page(ONE, FR).map(EditionPage::status))
        .contains(TranslationStatus.OUTDATED);
  }

  @Test
  void shouldTellReadersOfOneLanguageHowTheOthersStand() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, original(2));

    assertThat(store(Audience.PUBLIC).page(ONE, EN))
        .hasValueSatisfying(
            page -> assertThat(status(page, FR)).isEqualTo(TranslationStatus.OUTDATED));
  }

  @Test
  void shouldUpdateTheSummariesInEveryFeed() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));

    assertThat(THREE_LANGUAGES.tags())
        .allSatisfy(
            language ->
                assertThat(entry(language, ONE).map("body").maps("editions"))
                    .extracting(summary -> summary.text("language"))
                    .containsExactly("en", "fr"));
  }

  @Test
  void shouldGiveEveryPageTheSameVersion() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));

    assertThat(store(Audience.PUBLIC).page(ONE, EN).map(EditionPage::version)).contains(2L);
  }

  // what the publisher saw

  @Test
  void shouldRefuseAPublisherWhoSawAnOlderVersion() {
    published(ONE, original(1));
    published(ONE, original(2));

    assertThat(
            resources.apply(
                ONE, new Expected.Version(1), new PublishEditions(facts(), original(3))))
        .isEqualTo(new Stale(resources.find(ONE)));
  }

  @Test
  void shouldRefuseAPublisherWhoExpectedNothing() {
    published(ONE, original(1));

    assertThat(
            resources.apply(ONE, new Expected.Absent(), new PublishEditions(facts(), original(2))))
        .isInstanceOf(Stale.class);
  }

  @Test
  void shouldRefuseAPublisherWhoSawAVersionWhereThereIsNone() {
    assertThat(
            resources.apply(
                ONE, new Expected.Version(1), new PublishEditions(facts(), original(1))))
        .isEqualTo(new Stale(Optional.empty()));
  }

  @Test
  void shouldWriteNothingForAStalePublisher() {
    published(ONE, original(1));
    List<Map<String, AttributeValue>> before = everything();

    resources.apply(ONE, new Expected.Version(7), new PublishEditions(facts(), original(2)));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void shouldSayUnchangedWhateverARepetitionExpects() {
    PublishEditions command = new PublishEditions(facts(), original(1));
    published(ONE, command);

    assertThat(resources.apply(ONE, new Expected.Absent(), command)).isInstanceOf(Unchanged.class);
  }

  @Test
  void shouldWriteNothingForARepetition() {
    published(ONE, original(1));
    List<Map<String, AttributeValue>> before = everything();

    apply(ONE, new PublishEditions(facts(), original(1)));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void shouldSayUnchangedToARepeatedWithdrawalOfTheLastEdition() {
    published(ONE, original(1));
    WithdrawEdition command = new WithdrawEdition(EN, "legal");
    published(ONE, command);

    assertThat(resources.apply(ONE, new Expected.Version(1), command))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void shouldWriteNothingThatIsRefused() {
    published(ONE, original(1));
    List<Map<String, AttributeValue>> before = everything();

    apply(ONE, new WithdrawResource(Audience.PUBLIC, "whim"));

    assertThat(everything()).isEqualTo(before);
  }

  /** All items that publishing {@link #ONE} and {@link #TWO} can touch. */
  private List<Map<String, AttributeValue>> everything() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (Audience audience : List.of(Audience.PUBLIC, Audience.MEMBER)) {
      items.addAll(raw.items(audience + "#head"));
      for (LanguageTag language : THREE_LANGUAGES.tags()) {
        items.addAll(raw.items(audience + "#feed#" + language));
      }
      items.addAll(raw.items(audience + "#resource#one"));
      items.addAll(raw.items(audience + "#resource#two"));
    }
    items.addAll(raw.items("secretariat#resource#one"));
    items.addAll(raw.items("secretariat#resource#two"));
    return items;
  }

  /** What the process of a publisher that dies sees. */
  private static final class Dead extends Error {}

  /** Dies before its second transaction, which is the seal of the first. */
  private DynamoDbClient dyingBeforeTheSeal() {
    return new ForwardingDynamoDb(client) {
      private int made;

      @Override
      public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (++made == 2) {
          throw new Dead();
        }
        return super.transactWriteItems(request);
      }
    };
  }

  @Test
  void shouldLetReadersSeeWhatADeadPublisherLeftWhenItsCommandIsRepeated() {
    PublishEditions command = new PublishEditions(facts(), original(1));
    ResourcePublishing dying = publishing(dyingBeforeTheSeal(), THREE_LANGUAGES);
    assertThatThrownBy(() -> dying.apply(ONE, new Expected.Absent(), command))
        .isInstanceOf(Dead.class);

    resources.apply(ONE, new Expected.Absent(), command);

    assertThat(new Attributes(raw.item("public#head", "-")).number("sealed"))
        .isEqualTo(sequence(Audience.PUBLIC));
  }

  @Test
  void shouldProjectAnewWhatAnotherBuildHasProjected() {
    published(ONE, original(1));
    Map<String, AttributeValue> record =
        new HashMap<>(raw.item("secretariat#resource#one", "published"));
    record.put("layout", Values.number(0));
    client.putItem(put -> put.tableName(TABLE).item(record));

    assertThat(apply(ONE, new PublishEditions(facts(), original(1)))).isInstanceOf(Published.class);
  }

  @Test
  void shouldLeaveNoTextInTheFeedOfALanguageThatIsNoLongerWorkedIn() {
    published(ONE, original(1));
    WorkingLanguages two =
        WorkingLanguages.read(
            """
            {"languages": [
              {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
              {"tag": "fr", "script": "Latn", "direction": "ltr", "endonym": "Français"}],
             "default": "en", "fallbacks": {"*": ["en", "fr"]}}
            """);

    publishing(client, two)
        .apply(ONE, new Expected.Version(1), new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(raw.items("public#feed#zh").toString()).doesNotContain("Title");
  }

  // correcting

  @Test
  void shouldShowReadersWhatWasCorrected() {
    published(ONE, original(1));
    published(ONE, new CorrectEdition(corrected(original(1), "A date was wrong.")));

    assertThat(store(Audience.PUBLIC).page(ONE, EN).map(EditionPage::edition))
        .contains(corrected(original(1), "A date was wrong."));
  }

  @Test
  void shouldLeaveTranslationsCurrentWhenTheOriginalIsCorrected() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new CorrectEdition(corrected(original(1), "A date was wrong.")));

    assertThat(store(Audience.PUBLIC).page(ONE, FR).map(EditionPage::status))
        .contains(TranslationStatus.CURRENT);
  }

  @Test
  void shouldMoveACorrectedResourceToTheEndOfTheFeed() {
    published(ONE, original(1));
    published(TWO, original(1));
    published(ONE, new CorrectEdition(corrected(original(1), "A date was wrong.")));

    assertThat(feed(Audience.PUBLIC, EN).getLast().text("id")).isEqualTo("one");
  }

  // withdrawing

  @Test
  void shouldRemoveThePageOfAWithdrawnEdition() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawEdition(FR, "legal"));

    assertThat(isPage(Audience.PUBLIC, ONE, FR)).isFalse();
  }

  @Test
  void shouldLeaveThePageOfTheOtherEditions() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawEdition(FR, "legal"));

    assertThat(isPage(Audience.PUBLIC, ONE, EN)).isTrue();
  }

  @Test
  void shouldSayInTheOverviewWhyAnEditionWasWithdrawn() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawEdition(FR, "legal"));

    assertThat(store(Audience.PUBLIC).overview(ONE))
        .get()
        .extracting(overview -> ((ResourceOverview.Available) overview).withdrawnEditions())
        .isEqualTo(Map.of(FR, "legal"));
  }

  @Test
  void shouldFallBackInTheFeedOfAWithdrawnEdition() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawEdition(FR, "legal"));

    assertThat(entry(FR, ONE).map("body").text("title")).isEqualTo("Title in en");
  }

  @Test
  void shouldWithdrawTheResourceWithItsLastEdition() {
    published(ONE, original(1));
    published(ONE, new WithdrawEdition(EN, "legal"));

    assertThat(store(Audience.PUBLIC).overview(ONE))
        .contains(new ResourceOverview.Gone(2, "legal"));
  }

  @Test
  void shouldLeaveATombstoneWithTheReasonInEveryFeed() {
    published(ONE, original(1));
    published(ONE, new WithdrawResource(Audience.PUBLIC, "endangers-people"));

    assertThat(THREE_LANGUAGES.tags())
        .allSatisfy(
            language ->
                assertThat(entry(language, ONE).text("reason")).isEqualTo("endangers-people"));
  }

  @Test
  void shouldLeaveNoTextInATombstone() {
    published(ONE, original(1));
    published(ONE, new WithdrawResource(Audience.PUBLIC, "endangers-people"));

    assertThat(entry(EN, ONE).values())
        .containsOnlyKeys("pk", "sk", "kind", "id", "version", "reason");
  }

  @Test
  void shouldRemoveEveryPageOfAWithdrawnResource() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(raw.items("public#resource#one"))
        .extracting(item -> new Attributes(item).text("sk"))
        .containsExactly("facts");
  }

  @Test
  void shouldKeepNoTextOfAWithdrawnResourceAnywhere() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(everything().toString()).doesNotContain("Title in", "Summary, revision");
  }

  @Test
  void shouldLeaveATombstoneForAnIdThatWasNeverUsed() {
    published(ONE, new WithdrawResource(Audience.MEMBER, "legal"));

    assertThat(entry(Audience.MEMBER, EN, ONE).text("reason")).isEqualTo("legal");
  }

  @Test
  void shouldKeepWhatWasWithdrawnWithdrawn() {
    published(ONE, new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(apply(ONE, new PublishEditions(facts(), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.ResourceWithdrawn("legal"))));
  }

  // relations

  @Test
  void shouldTellTheReadersOfATargetWhatSupersedesIt() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);

    assertThat(inverses(TWO, Audience.PUBLIC))
        .containsExactly(new InverseRelation(RelationKind.SUPERSEDES, ONE, Audience.PUBLIC));
  }

  @Test
  void shouldTellTheFeedOfATargetWhatSupersedesIt() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);

    assertThat(entry(FR, TWO).map("body").maps("inverses"))
        .extracting(inverse -> inverse.text("id"))
        .containsExactly("one");
  }

  @Test
  void shouldRaiseTheVersionOfATarget() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);

    assertThat(resources.find(TWO).map(PublishedResource::version)).contains(2L);
  }

  @Test
  void shouldLeaveATargetAloneWhoseRelationStays() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(
        ONE, new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(2)));

    assertThat(resources.find(TWO).map(PublishedResource::version)).contains(2L);
  }

  @Test
  void shouldTellATargetNoMoreOfARelationThatWasTakenAway() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(ONE, Audience.PUBLIC);

    assertThat(inverses(TWO, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void shouldTellATargetOfARelationOfAnotherKind() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(ONE, Audience.PUBLIC, new Relation(RelationKind.PART_OF, TWO));

    assertThat(inverses(TWO, Audience.PUBLIC))
        .containsExactly(new InverseRelation(RelationKind.PART_OF, ONE, Audience.PUBLIC));
  }

  @Test
  void shouldTellATargetNoMoreOfASourceThatWasWithdrawn() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(ONE, new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(inverses(TWO, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void shouldTellReadersOfATargetNothingOfASourceForANarrowerAudience() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.MEMBER, SUPERSEDES_TWO);

    assertThat(publicTextOf(TWO)).doesNotContain("one");
  }

  @Test
  void shouldTellReadersOfATargetNoMoreOfASourceThatMovesToANarrowerAudience() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(ONE, Audience.MEMBER, SUPERSEDES_TWO);

    assertThat(publicTextOf(TWO)).doesNotContain("one");
  }

  /** All that the public side holds of a resource. */
  private String publicTextOf(ResourceId id) {
    return raw.items("public#resource#" + id) + " " + entry(EN, id).values();
  }

  @Test
  void shouldTellReadersOfATargetOfASourceThatBecomesPublic() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.MEMBER, SUPERSEDES_TWO);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);

    assertThat(inverses(TWO, Audience.PUBLIC)).hasSize(1);
  }

  @Test
  void shouldRefuseARelationThatWouldNameAResourceToReadersOutsideItsAudience() {
    published(TWO, Audience.MEMBER);

    assertThat(
            apply(
                ONE,
                new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.RelationToNarrowerAudience(SUPERSEDES_TWO))));
  }

  @Test
  void shouldRefuseToNarrowAResourceThatAWiderOneNames() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);

    assertThat(apply(TWO, new PublishEditions(facts(Audience.MEMBER, List.of()), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.StillRelatedFrom(ONE))));
  }

  @Test
  void shouldTellTheNewReadersOfATargetWhatTheyMayKnow() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.MEMBER, SUPERSEDES_TWO);
    published(TWO, Audience.MEMBER);

    assertThat(inverses(TWO, Audience.MEMBER))
        .containsExactly(new InverseRelation(RelationKind.SUPERSEDES, ONE, Audience.MEMBER));
  }

  @Test
  void shouldRefuseARelationThatPointsNowhere() {
    assertThat(
            apply(
                ONE,
                new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.RelationPointsNowhere(SUPERSEDES_TWO))));
  }

  @Test
  void shouldWriteNothingWithARelationThatPointsNowhere() {
    apply(ONE, new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(1)));

    assertThat(resources.find(ONE)).isEmpty();
  }

  @Test
  void shouldRefuseARelationToWhatWasWithdrawn() {
    published(TWO, new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(
            apply(
                ONE,
                new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.RelationPointsNowhere(SUPERSEDES_TWO))));
  }

  @Test
  void shouldLetARelationOutliveItsTarget() {
    published(TWO, Audience.PUBLIC);
    published(ONE, Audience.PUBLIC, SUPERSEDES_TWO);
    published(TWO, new WithdrawResource(Audience.PUBLIC, "legal"));

    published(
        ONE, new PublishEditions(facts(Audience.PUBLIC, List.of(SUPERSEDES_TWO)), original(2)));
  }

  // audiences

  @Test
  void shouldLeaveATombstoneInTheAudienceThatAResourceHasLeft() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);

    assertThat(entry(Audience.PUBLIC, EN, ONE).text("reason")).isEqualTo("not-stated");
  }

  @Test
  void shouldPutAnEntryIntoTheAudienceThatAResourceMovesTo() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);

    assertThat(entry(Audience.MEMBER, EN, ONE).map("body").text("title")).isEqualTo("Title in en");
  }

  @Test
  void shouldRemoveThePagesOfTheAudienceThatAResourceHasLeft() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, Audience.MEMBER);

    assertThat(raw.items("public#resource#one"))
        .extracting(item -> new Attributes(item).text("sk"))
        .containsExactly("facts");
  }

  @Test
  void shouldTakeEveryEditionAlongToAnotherAudience() {
    published(ONE, original(1));
    published(ONE, translation(FR, 1, 1));
    published(ONE, Audience.MEMBER);

    assertThat(isPage(Audience.MEMBER, ONE, FR)).isTrue();
  }

  @Test
  void shouldNotSayWhereAResourceHasGone() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);

    assertThat(publicTextOf(ONE)).doesNotContain("member");
  }

  @Test
  void shouldComeBackToAnAudienceInPlaceOfItsTombstone() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);
    published(ONE, Audience.PUBLIC);

    assertThat(entry(Audience.PUBLIC, EN, ONE).map("body").text("title")).isEqualTo("Title in en");
  }

  @Test
  void shouldShowMembersTheResourceAndNotTheTombstoneThatItLeft() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);

    assertThat(store(Audience.PUBLIC, Audience.MEMBER).overview(ONE))
        .containsInstanceOf(ResourceOverview.Available.class);
  }

  @Test
  void shouldShowMembersTheReasonOfAWithdrawalAndNotTheTombstoneFromBefore() {
    published(ONE, Audience.MEMBER);
    published(ONE, Audience.PUBLIC);
    published(ONE, new WithdrawResource(Audience.PUBLIC, "endangers-people"));

    assertThat(store(Audience.PUBLIC, Audience.MEMBER).overview(ONE))
        .contains(new ResourceOverview.Gone(3, "endangers-people"));
  }

  @Test
  void shouldShowMembersTheReasonOfAWithdrawalFromThemAlone() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);
    published(ONE, new WithdrawResource(Audience.MEMBER, "endangers-people"));

    assertThat(store(Audience.PUBLIC, Audience.MEMBER).overview(ONE))
        .contains(new ResourceOverview.Gone(3, "endangers-people"));
  }

  @Test
  void shouldNotTellThePublicWhyAResourceWasWithdrawnFromMembers() {
    published(ONE, Audience.PUBLIC);
    published(ONE, Audience.MEMBER);
    published(ONE, new WithdrawResource(Audience.MEMBER, "endangers-people"));

    assertThat(store(Audience.PUBLIC).overview(ONE))
        .contains(new ResourceOverview.Gone(2, "not-stated"));
  }

  @Test
  void shouldLeaveAnAudienceAloneThatAResourceNeverWasFor() {
    published(ONE, Audience.MEMBER);

    assertThat(sequence(Audience.BOARD)).isZero();
  }

  @Test
  void shouldGiveTheOverviewsThatExistAmongManyIds() {
    published(ONE, Audience.PUBLIC);
    List<ResourceId> ids =
        IntStream.range(0, 250).mapToObj(i -> i == 249 ? ONE : new ResourceId("id-" + i)).toList();

    assertThat(store(Audience.PUBLIC, Audience.MEMBER).overviews(ids)).containsOnlyKeys(ONE);
  }

  // more working languages

  @Test
  void shouldShowAResourceInANewLanguageWhenItsCommandIsRepeated() {
    published(ONE, original(1));

    publishing(FOUR_LANGUAGES)
        .apply(ONE, new Expected.Absent(), new PublishEditions(facts(), original(1)));

    assertThat(entry(ES, ONE).map("body").text("title")).isEqualTo("Title in en");
  }

  @Test
  void shouldRaiseTheVersionForANewLanguage() {
    published(ONE, original(1));

    publishing(FOUR_LANGUAGES)
        .apply(ONE, new Expected.Absent(), new PublishEditions(facts(), original(1)));

    assertThat(entry(EN, ONE).number("version")).isEqualTo(2);
  }

  @Test
  void shouldSayUnchangedOnceAResourceIsShownInTheNewLanguage() {
    published(ONE, original(1));
    ResourcePublishing four = publishing(FOUR_LANGUAGES);
    PublishEditions command = new PublishEditions(facts(), original(1));
    four.apply(ONE, new Expected.Absent(), command);

    assertThat(four.apply(ONE, new Expected.Absent(), command)).isInstanceOf(Unchanged.class);
  }

  @Test
  void shouldLeaveATombstoneInANewLanguageWhenAWithdrawalIsRepeated() {
    published(ONE, original(1));
    published(ONE, new WithdrawResource(Audience.PUBLIC, "legal"));

    publishing(FOUR_LANGUAGES)
        .apply(ONE, new Expected.Absent(), new WithdrawResource(Audience.PUBLIC, "legal"));

    assertThat(entry(ES, ONE).text("reason")).isEqualTo("legal");
  }

  @Test
  void shouldRefuseMoreThanOneTransactionCanHold() {
    WorkingLanguages hundred = languages(100);

    assertThat(
            publishing(hundred)
                .apply(ONE, new Expected.Absent(), new PublishEditions(facts(), original(1))))
        .isEqualTo(new Refused(List.of(new Refusal.TooMuchAtOnce())));
  }

  /** English, and languages of nobody. */
  private static WorkingLanguages languages(int count) {
    return WorkingLanguages.read(
        IntStream.range(0, count)
            .mapToObj(i -> i == 0 ? "en" : "x" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
            .map(
                tag ->
                    "{\"tag\": \"%s\", \"script\": \"Latn\", \"direction\": \"ltr\", \"endonym\": \"%s\"}"
                        .formatted(tag, tag))
            .collect(
                Collectors.joining(
                    ", ",
                    "{\"languages\": [",
                    "], \"default\": \"en\", \"fallbacks\": {\"*\": [\"en\"]}}")));
  }

  // any history

  @Test
  void shouldHoldOneEntryAThingAfterAnyHistory() {
    long seed = Long.getLong("seed", 1);
    Random random = new Random(seed);
    List<ResourceId> ids = List.of(ONE, TWO, new ResourceId("three"));
    for (int i = 0; i < 80; i++) {
      ResourceId id = ids.get(random.nextInt(ids.size()));
      apply(id, ResourceSamples.anyCommand(random, id, resources.find(id), ids, THREE_LANGUAGES));
    }

    for (Audience audience : List.of(Audience.PUBLIC, Audience.MEMBER)) {
      for (LanguageTag language : THREE_LANGUAGES.tags()) {
        assertThat(feed(audience, language))
            .as("%s feed in %s, -Dseed=%d", audience, language, seed)
            .extracting(entry -> entry.text("kind") + " " + entry.text("id"))
            .doesNotHaveDuplicates();
      }
    }
  }
}
