package companion.function.resources;

import companion.dynamodb.Pause;
import companion.feed.Audience;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.languageservice.LanguageService;
import companion.languageservice.LanguageServicePublishing;
import companion.resource.Edition;
import companion.resource.Expected;
import companion.resource.PublishResult;
import companion.resource.ResourceCommand;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceCommand.WithdrawEdition;
import companion.resource.ResourceCommand.WithdrawResource;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import companion.resource.ResourcePublishing;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.VocabularyPublishing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Publishes as the secretariat does; what is refused ends the test. */
final class Publisher {
  private final Ledger ledger;
  private final VocabularyPublishing vocabulary;
  private final LanguageServicePublishing services;
  private final ResourcePublishing resources;

  Publisher(DynamoDbClient client, String table, WorkingLanguages languages, String epoch) {
    Pause none = attempts -> {};
    ledger = new Ledger(client, table, none, () -> epoch);
    PlainThings things = new PlainThings(client, table, ledger);
    vocabulary = new VocabularyPublishing(things, languages);
    services = new LanguageServicePublishing(things, languages);
    resources = new ResourcePublishing(client, table, ledger, vocabulary, languages);
  }

  void publish(Vocabulary terms) {
    require(vocabulary.publish(terms));
  }

  void publish(LanguageService service) {
    require(services.publish(service));
  }

  private static void require(PlainThings.Result result) {
    switch (result) {
      case PUBLISHED, UNCHANGED -> {}
      case BUSY -> throw new AssertionError("nobody else publishes here");
    }
  }

  void publish(String id, ResourceFacts facts, Edition... editions) {
    for (Edition edition : editions) {
      apply(id, new PublishEditions(facts, edition));
    }
  }

  void correct(String id, Edition edition) {
    apply(id, new CorrectEdition(edition));
  }

  void withdraw(String id, String reason) {
    apply(id, new WithdrawResource(Audience.PUBLIC, reason));
  }

  void withdraw(String id, LanguageTag language, String reason) {
    apply(id, new WithdrawEdition(language, reason));
  }

  private void apply(String id, ResourceCommand command) {
    ResourceId resource = new ResourceId(id);
    Expected expected =
        resources
            .find(resource)
            .<Expected>map(now -> new Expected.Version(now.version()))
            .orElseGet(Expected.Absent::new);
    switch (resources.apply(resource, expected, command)) {
      case PublishResult.Published _, PublishResult.Unchanged _ -> {}
      case PublishResult.Refused(var refusals) -> throw new AssertionError(id + " " + refusals);
      case PublishResult.Stale _, PublishResult.Busy _ ->
          throw new AssertionError("nobody else publishes here");
    }
  }

  /** As the next publisher, or the minute's tick, would. */
  void seal() {
    ledger.settle(Audience.PUBLIC);
  }
}
