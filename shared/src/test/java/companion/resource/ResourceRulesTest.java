package companion.resource;

import static companion.resource.ResourceSamples.EN;
import static companion.resource.ResourceSamples.FR;
import static companion.resource.ResourceSamples.THREE_LANGUAGES;
import static companion.resource.ResourceSamples.VOCABULARY;
import static companion.resource.ResourceSamples.ZH;
import static companion.resource.ResourceSamples.corrected;
import static companion.resource.ResourceSamples.edition;
import static companion.resource.ResourceSamples.facts;
import static companion.resource.ResourceSamples.original;
import static companion.resource.ResourceSamples.translation;
import static org.assertj.core.api.Assertions.assertThat;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceCommand.WithdrawEdition;
import companion.resource.ResourceCommand.WithdrawResource;
import companion.resource.ResourceRules.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ResourceRulesTest {
  private static final ResourceId ID = new ResourceId("one");
  private static final ResourceId OTHER = new ResourceId("two");
  private static final LanguageTag ES = LanguageTag.of("es");
  private static final Optional<PublishedResource> ABSENT = Optional.empty();
  private static final Optional<PublishedResource> GONE =
      Optional.of(new Withdrawn(ID, 4, Audience.MEMBER, "legal"));

  private final ResourceRules rules = new ResourceRules(VOCABULARY, THREE_LANGUAGES);

  private static Optional<PublishedResource> live(Edition... editions) {
    return live(facts(), editions);
  }

  private static Optional<PublishedResource> live(ResourceFacts facts, Edition... editions) {
    return Optional.of(new Live(ID, 4, facts, byLanguage(editions), List.of(), new TreeMap<>()));
  }

  private static SortedMap<LanguageTag, Edition> byLanguage(Edition... editions) {
    SortedMap<LanguageTag, Edition> byLanguage = new TreeMap<>();
    for (Edition edition : editions) {
      byLanguage.put(edition.language(), edition);
    }
    return byLanguage;
  }

  private static Optional<PublishedResource> liveWithoutFrench(String reason) {
    return Optional.of(
        new Live(
            ID,
            4,
            facts(),
            byLanguage(original(1)),
            List.of(new InverseRelation(RelationKind.PART_OF, OTHER, Audience.PUBLIC)),
            new TreeMap<>(Map.of(FR, reason))));
  }

  private static ResourceFacts factsOf(
      String type, List<String> themes, List<String> regions, LanguageTag original) {
    return new ResourceFacts(
        type,
        themes,
        regions,
        LocalDate.of(2014, 6, 1),
        Audience.PUBLIC,
        original,
        List.of(),
        Optional.empty());
  }

  private Live changed(Optional<PublishedResource> current, ResourceCommand command) {
    return (Live) next(current, command);
  }

  private PublishedResource next(Optional<PublishedResource> current, ResourceCommand command) {
    Plan plan = rules.plan(ID, current, command);
    assertThat(plan).isInstanceOf(Plan.Change.class);
    return ((Plan.Change) plan).next();
  }

  private List<Refusal> refusals(Optional<PublishedResource> current, ResourceCommand command) {
    Plan plan = rules.plan(ID, current, command);
    assertThat(plan).isInstanceOf(Plan.Refuse.class);
    return ((Plan.Refuse) plan).refusals();
  }

  private void assertNothingToDo(Optional<PublishedResource> current, ResourceCommand command) {
    assertThat(rules.plan(ID, current, command)).isEqualTo(new Plan.Nothing(current.orElseThrow()));
  }

  // publishing

  @Test
  void shouldPublishTheFirstEditionAsVersionOne() {
    assertThat(changed(ABSENT, new PublishEditions(facts(), original(1))))
        .isEqualTo(new Live(ID, 1, facts(), byLanguage(original(1)), List.of(), new TreeMap<>()));
  }

  @Test
  void shouldRaiseTheVersionWhenPublishing() {
    assertThat(changed(live(original(1)), new PublishEditions(facts(), original(2))).version())
        .isEqualTo(5);
  }

  @Test
  void shouldReplaceAnEditionByAHigherRevision() {
    assertThat(changed(live(original(1)), new PublishEditions(facts(), original(3))).edition(EN))
        .contains(original(3));
  }

  @Test
  void shouldLeaveOtherLanguagesAsTheyAreWhenOneIsPublished() {
    Live next =
        changed(
            live(original(1), translation(FR, 1, 1)), new PublishEditions(facts(), original(2)));

    assertThat(next.edition(FR)).contains(translation(FR, 1, 1));
  }

  @Test
  void shouldTakeOtherFactsWithTheEditionAsItIs() {
    ResourceFacts other = factsOf("manual", List.of("health"), List.of(), EN);

    assertThat(changed(live(original(1)), new PublishEditions(other, original(1))).facts())
        .isEqualTo(other);
  }

  @Test
  void shouldKeepWhatOthersSayOfAResourceWhenItIsPublishedAgain() {
    assertThat(
            changed(liveWithoutFrench("legal"), new PublishEditions(facts(), original(2)))
                .inverses())
        .containsExactly(new InverseRelation(RelationKind.PART_OF, OTHER, Audience.PUBLIC));
  }

  @Test
  void shouldTakeATranslationBeforeItsOriginal() {
    assertThat(changed(ABSENT, new PublishEditions(facts(), translation(FR, 1, 7))).edition(FR))
        .contains(translation(FR, 1, 7));
  }

  @Test
  void shouldForgetThatALanguageWasWithdrawnOnceItIsPublishedAgain() {
    assertThat(
            changed(liveWithoutFrench("legal"), new PublishEditions(facts(), translation(FR, 2, 1)))
                .withdrawnEditions())
        .isEmpty();
  }

  @Test
  void shouldRememberThatALanguageWasWithdrawnWhenAnotherIsPublished() {
    assertThat(
            changed(liveWithoutFrench("legal"), new PublishEditions(facts(), original(2)))
                .withdrawnEditions())
        .isEqualTo(Map.of(FR, "legal"));
  }

  @Test
  void shouldDoNothingWhereTheSameEditionIsPublishedWithTheSameFacts() {
    assertNothingToDo(live(original(1)), new PublishEditions(facts(), original(1)));
  }

  @Test
  void shouldRefuseATypeThatTheVocabularyDoesNotHave() {
    ResourceFacts facts = factsOf("novel", List.of(), List.of(), EN);

    assertThat(refusals(ABSENT, new PublishEditions(facts, original(1))))
        .containsExactly(new Refusal.UnknownCode("type", "novel"));
  }

  @Test
  void shouldNameEachThemeThatTheVocabularyDoesNotHave() {
    ResourceFacts facts = factsOf("manual", List.of("law", "love", "war"), List.of(), EN);

    assertThat(refusals(ABSENT, new PublishEditions(facts, original(1))))
        .containsExactly(
            new Refusal.UnknownCode("themes", "love"), new Refusal.UnknownCode("themes", "war"));
  }

  @Test
  void shouldRefuseARegionThatTheVocabularyDoesNotHave() {
    ResourceFacts facts = factsOf("manual", List.of(), List.of("atlantis"), EN);

    assertThat(refusals(ABSENT, new PublishEditions(facts, original(1))))
        .containsExactly(new Refusal.UnknownCode("regions", "atlantis"));
  }

  @Test
  void shouldRefuseALanguageThatReadersCannotAskFor() {
    assertThat(refusals(live(original(1)), new PublishEditions(facts(), translation(ES, 1, 1))))
        .containsExactly(new Refusal.NotAWorkingLanguage(ES));
  }

  @Test
  void shouldRefuseARelationToItself() {
    ResourceFacts facts =
        facts(Audience.PUBLIC, List.of(new Relation(RelationKind.SUPERSEDES, ID)));

    assertThat(refusals(ABSENT, new PublishEditions(facts, original(1))))
        .containsExactly(new Refusal.RelationToItself());
  }

  @Test
  void shouldRefuseARevisionBelowThePublishedOne() {
    assertThat(refusals(live(original(3)), new PublishEditions(facts(), original(2))))
        .containsExactly(new Refusal.OlderRevision(3));
  }

  @Test
  void shouldRefuseOtherContentUnderThePublishedRevision() {
    Edition other = corrected(original(3), "A date was wrong.");

    assertThat(refusals(live(original(3)), new PublishEditions(facts(), other)))
        .containsExactly(new Refusal.SameRevisionOtherContent(3));
  }

  @Test
  void shouldRefuseAnEditionInTheOriginalLanguageThatSaysItIsATranslation() {
    assertThat(refusals(ABSENT, new PublishEditions(facts(), translation(EN, 1, 1))))
        .contains(new Refusal.OriginContradictsFacts(EN));
  }

  @Test
  void shouldRefuseAnOriginalInAnotherLanguageThanTheFactsSay() {
    Edition french = edition(FR, 1, new Origin.Original());

    assertThat(refusals(live(original(1)), new PublishEditions(facts(), french)))
        .containsExactly(new Refusal.OriginContradictsFacts(EN));
  }

  @Test
  void shouldRefuseFactsThatMakeATranslationOfThePublishedOriginal() {
    ResourceFacts frenchOriginal = factsOf("manual", List.of(), List.of(), FR);
    Edition french = edition(FR, 1, new Origin.Original());

    assertThat(refusals(live(original(1)), new PublishEditions(frenchOriginal, french)))
        .containsExactly(new Refusal.OriginContradictsFacts(FR));
  }

  @Test
  void shouldRefuseATranslationOfARevisionThatWasNeverPublished() {
    assertThat(refusals(live(original(2)), new PublishEditions(facts(), translation(FR, 1, 3))))
        .containsExactly(new Refusal.TranslatedFromTheFuture(3, 2));
  }

  @Test
  void shouldRefuseAnOriginalBelowWhatWasTranslated() {
    assertThat(refusals(live(translation(FR, 1, 3)), new PublishEditions(facts(), original(2))))
        .containsExactly(new Refusal.TranslatedFromTheFuture(3, 2));
  }

  @Test
  void shouldRefuseToPublishWhatWasWithdrawn() {
    assertThat(refusals(GONE, new PublishEditions(facts(), original(1))))
        .containsExactly(new Refusal.ResourceWithdrawn("legal"));
  }

  @Test
  void shouldGiveAllRefusalsAtOnce() {
    ResourceFacts facts =
        new ResourceFacts(
            "novel",
            List.of("love"),
            List.of("atlantis"),
            LocalDate.of(2014, 6, 1),
            Audience.PUBLIC,
            EN,
            List.of(new Relation(RelationKind.SUPERSEDES, ID)),
            Optional.empty());
    Edition spanish = edition(ES, 1, new Origin.Original());

    assertThat(refusals(GONE, new PublishEditions(facts, spanish)))
        .containsExactlyInAnyOrder(
            new Refusal.UnknownCode("type", "novel"),
            new Refusal.UnknownCode("themes", "love"),
            new Refusal.UnknownCode("regions", "atlantis"),
            new Refusal.RelationToItself(),
            new Refusal.NotAWorkingLanguage(ES),
            new Refusal.ResourceWithdrawn("legal"),
            new Refusal.OriginContradictsFacts(EN));
  }

  // correcting

  @Test
  void shouldReplaceTheEditionThatIsCorrected() {
    Edition corrected = corrected(original(2), "A date was wrong.");

    assertThat(changed(live(original(2)), new CorrectEdition(corrected)).edition(EN))
        .contains(corrected);
  }

  @Test
  void shouldRaiseTheVersionWhenCorrecting() {
    Edition corrected = corrected(original(2), "A date was wrong.");

    assertThat(changed(live(original(2)), new CorrectEdition(corrected)).version()).isEqualTo(5);
  }

  @Test
  void shouldLeaveATranslationCurrentWhenItsOriginalIsCorrected() {
    Edition french = translation(FR, 1, 2);

    Live next =
        changed(
            live(original(2), french),
            new CorrectEdition(corrected(original(2), "A date was wrong.")));

    assertThat(next.status(french)).isEqualTo(TranslationStatus.CURRENT);
  }

  @Test
  void shouldMakeATranslationOutdatedWhenItsOriginalHasANewRevision() {
    Edition french = translation(FR, 1, 2);

    Live next = changed(live(original(2), french), new PublishEditions(facts(), original(3)));

    assertThat(next.status(french)).isEqualTo(TranslationStatus.OUTDATED);
  }

  @Test
  void shouldKeepAllElseWhenCorrecting() {
    Live before = (Live) liveWithoutFrench("legal").orElseThrow();
    Edition corrected = corrected(original(1), "A date was wrong.");

    assertThat(changed(Optional.of(before), new CorrectEdition(corrected)))
        .isEqualTo(
            new Live(
                ID,
                5,
                before.facts(),
                byLanguage(corrected),
                before.inverses(),
                before.withdrawnEditions()));
  }

  @Test
  void shouldTakeASecondCorrection() {
    Edition first = corrected(original(2), "A date was wrong.");
    Edition second = corrected(original(2), "A date and a name were wrong.");

    assertThat(changed(live(first), new CorrectEdition(second)).edition(EN)).contains(second);
  }

  @Test
  void shouldDoNothingWhereTheCorrectionIsThereAlready() {
    Edition corrected = corrected(original(2), "A date was wrong.");

    assertNothingToDo(live(corrected), new CorrectEdition(corrected));
  }

  @Test
  void shouldRefuseACorrectionWithAnotherRevision() {
    Edition corrected = corrected(original(3), "A date was wrong.");

    assertThat(refusals(live(original(2)), new CorrectEdition(corrected)))
        .containsExactly(new Refusal.NotACorrection(2));
  }

  @Test
  void shouldRefuseACorrectionWithoutANote() {
    Edition silent =
        new Edition(
            EN,
            "Another title",
            "",
            List.of(),
            2,
            new Origin.Original(),
            Optional.empty(),
            List.of());

    assertThat(refusals(live(original(2)), new CorrectEdition(silent)))
        .containsExactly(new Refusal.NotACorrection(2));
  }

  @Test
  void shouldRefuseACorrectionOfWhereTheTextComesFrom() {
    Edition french = corrected(translation(FR, 1, 2), "It was made from revision 2.");

    assertThat(refusals(live(original(2), translation(FR, 1, 1)), new CorrectEdition(french)))
        .containsExactly(new Refusal.NotACorrection(1));
  }

  @Test
  void shouldRefuseToCorrectALanguageThatIsNotPublished() {
    Edition french = corrected(translation(FR, 1, 1), "A date was wrong.");

    assertThat(refusals(live(original(1)), new CorrectEdition(french)))
        .containsExactly(new Refusal.NoSuchEdition(FR));
  }

  @Test
  void shouldRefuseToCorrectWhatWasNeverPublished() {
    Edition corrected = corrected(original(1), "A date was wrong.");

    assertThat(refusals(ABSENT, new CorrectEdition(corrected)))
        .containsExactly(new Refusal.NoSuchEdition(EN));
  }

  @Test
  void shouldRefuseToCorrectWhatWasWithdrawn() {
    Edition corrected = corrected(original(1), "A date was wrong.");

    assertThat(refusals(GONE, new CorrectEdition(corrected)))
        .containsExactly(new Refusal.ResourceWithdrawn("legal"));
  }

  // withdrawing one language

  @Test
  void shouldTakeOneLanguageBack() {
    Live next = changed(live(original(1), translation(FR, 1, 1)), new WithdrawEdition(FR, "legal"));

    assertThat(next.editions()).containsOnlyKeys(EN);
  }

  @Test
  void shouldRememberWhyALanguageWasTakenBack() {
    Live next = changed(live(original(1), translation(FR, 1, 1)), new WithdrawEdition(FR, "legal"));

    assertThat(next.withdrawnEditions()).isEqualTo(Map.of(FR, "legal"));
  }

  @Test
  void shouldTakeTheOriginalBackAndLeaveItsTranslation() {
    Live next = changed(live(original(1), translation(FR, 1, 1)), new WithdrawEdition(EN, "legal"));

    assertThat(next.editions()).containsOnlyKeys(FR);
  }

  @Test
  void shouldTakeTheResourceBackWithItsLastLanguage() {
    assertThat(next(live(original(1)), new WithdrawEdition(EN, "legal")))
        .isEqualTo(new Withdrawn(ID, 5, Audience.PUBLIC, "legal"));
  }

  @Test
  void shouldDoNothingWhereALanguageWasTakenBackForTheSameReason() {
    assertNothingToDo(liveWithoutFrench("legal"), new WithdrawEdition(FR, "legal"));
  }

  @Test
  void shouldDoNothingWhereTheLastLanguageTookTheResourceBackForTheSameReason() {
    assertNothingToDo(GONE, new WithdrawEdition(EN, "legal"));
  }

  @Test
  void shouldRefuseToTakeALanguageBackTwiceForDifferentReasons() {
    assertThat(refusals(liveWithoutFrench("legal"), new WithdrawEdition(FR, "endangers-people")))
        .containsExactly(new Refusal.NoSuchEdition(FR));
  }

  @Test
  void shouldRefuseToTakeBackALanguageThatIsNotPublished() {
    assertThat(refusals(live(original(1)), new WithdrawEdition(ZH, "legal")))
        .containsExactly(new Refusal.NoSuchEdition(ZH));
  }

  @Test
  void shouldRefuseToTakeALanguageBackOfWhatWasNeverPublished() {
    assertThat(refusals(ABSENT, new WithdrawEdition(EN, "legal")))
        .containsExactly(new Refusal.NoSuchEdition(EN));
  }

  @Test
  void shouldRefuseToTakeALanguageBackOfWhatWasWithdrawnForAnotherReason() {
    assertThat(refusals(GONE, new WithdrawEdition(EN, "endangers-people")))
        .containsExactly(new Refusal.ResourceWithdrawn("legal"));
  }

  @Test
  void shouldRefuseAReasonForALanguageThatTheVocabularyDoesNotHave() {
    assertThat(refusals(live(original(1)), new WithdrawEdition(EN, "whim")))
        .containsExactly(new Refusal.UnknownCode("reason", "whim"));
  }

  // withdrawing the resource

  @Test
  void shouldTakeTheResourceBackInEveryLanguage() {
    assertThat(
            next(
                live(original(1), translation(FR, 1, 1)),
                new WithdrawResource(Audience.PUBLIC, "endangers-people")))
        .isEqualTo(new Withdrawn(ID, 5, Audience.PUBLIC, "endangers-people"));
  }

  @Test
  void shouldTellThoseWhoCouldReadItWhateverAudienceIsNamed() {
    assertThat(
            next(
                live(facts(Audience.MEMBER, List.of()), original(1)),
                new WithdrawResource(Audience.PUBLIC, "legal")))
        .isEqualTo(new Withdrawn(ID, 5, Audience.MEMBER, "legal"));
  }

  @Test
  void shouldTakeBackWhatWasNeverPublishedHere() {
    assertThat(next(ABSENT, new WithdrawResource(Audience.MEMBER, "legal")))
        .isEqualTo(new Withdrawn(ID, 1, Audience.MEMBER, "legal"));
  }

  @Test
  void shouldTakeAnotherReasonForWhatWasWithdrawn() {
    assertThat(next(GONE, new WithdrawResource(Audience.PUBLIC, "endangers-people")))
        .isEqualTo(new Withdrawn(ID, 5, Audience.MEMBER, "endangers-people"));
  }

  @Test
  void shouldDoNothingWhereTheResourceWasWithdrawnForTheSameReason() {
    assertNothingToDo(GONE, new WithdrawResource(Audience.PUBLIC, "legal"));
  }

  @Test
  void shouldRefuseAReasonForAResourceThatTheVocabularyDoesNotHave() {
    assertThat(refusals(live(original(1)), new WithdrawResource(Audience.PUBLIC, "whim")))
        .containsExactly(new Refusal.UnknownCode("reason", "whim"));
  }
}
