package companion.loader;

import companion.dynamodb.Pause;
import companion.feed.Audience;
import companion.feed.FeedEntry;
import companion.feed.FeedStore;
import companion.feed.Head;
import companion.feed.Ledger;
import companion.feed.PlainThings;
import companion.language.WorkingLanguages;
import companion.languageservice.LanguageService;
import companion.languageservice.LanguageServicePublishing;
import companion.loader.LoadResult.Counts;
import companion.resource.ResourceEntry;
import companion.resource.ResourcePublishing;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.VocabularyPublishing;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Takes what is published to what a folder of content says. Each step can be repeated, and is only
 * done where something differs: a run that was cut off is completed by the next one, and a second
 * run changes nothing.
 */
public final class Loader {
  static final String BUSY = "others kept publishing, so this was not published: load again";

  private final WorkingLanguages languages;
  private final Consumer<String> progress;
  private final FeedStore feeds;
  private final Ledger ledger;
  private final VocabularyPublishing vocabulary;
  private final LanguageServicePublishing services;
  private final ResourcePublishing resources;
  private final Library library;

  /**
   * A loader into one table and one bucket.
   *
   * @param random spreads repeated attempts
   * @param epochs gives a new random text for a table without data
   * @param progress takes one line a step, for people
   */
  public Loader(
      DynamoDbClient dynamoDb,
      String table,
      S3Client s3,
      String libraryBucket,
      WorkingLanguages languages,
      RandomGenerator random,
      Supplier<String> epochs,
      Consumer<String> progress) {
    this.languages = languages;
    this.progress = progress;
    this.feeds = new FeedStore(dynamoDb, table);
    this.ledger = new Ledger(dynamoDb, table, Pause.jittered(random), epochs);
    PlainThings things = new PlainThings(dynamoDb, table, ledger);
    this.vocabulary = new VocabularyPublishing(things, languages);
    this.services = new LanguageServicePublishing(things, languages);
    this.resources = new ResourcePublishing(dynamoDb, table, ledger, vocabulary, languages);
    this.library = new Library(s3, libraryBucket);
  }

  /**
   * Reads {@code folder} and publishes it.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if DynamoDB or S3 fails; what was
   *     published until then stays, and the next run completes it
   */
  public LoadResult load(Path folder) {
    return switch (ContentFolder.read(folder, languages)) {
      case ContentFolder.Reading.Faulty(List<Problem> problems) -> refused(problems);
      case ContentFolder.Reading.Complete(Content content) -> load(content);
    };
  }

  private LoadResult refused(List<Problem> problems) {
    problems.forEach(problem -> progress.accept(problem.toString()));
    progress.accept("Nothing was published: " + Tally.number(problems.size(), "problem") + ".");
    return new LoadResult.Refused(problems);
  }

  private LoadResult load(Content content) {
    Problems problems = new Problems();
    Tally tally = new Tally();
    ResourceLoading loading = new ResourceLoading(resources, library, tally, problems);
    content.resources().forEach(loading::foresee);
    if (!problems.none()) {
      return refused(problems.all());
    }
    content.remarks().forEach(remark -> progress.accept("  " + remark));
    publish(content.vocabulary(), tally, problems);
    content.services().forEach(service -> publish(service, tally, problems));
    int done = 0;
    for (ResourceContent resource : content.resources()) {
      String line = loading.publish(resource);
      done++;
      progress.accept(
          "  " + done + "/" + content.resources().size() + " " + resource.id() + ": " + line);
    }
    for (Audience audience : Audience.values()) {
      ledger.settle(audience); // a run that was cut off may have left its last publication unsealed
    }
    reportLeft(content, tally);
    return result(tally.counts(content.resources().size()), problems);
  }

  private void publish(Vocabulary terms, Tally tally, Problems problems) {
    switch (vocabulary.publish(terms)) {
      case PUBLISHED ->
          tally.terms =
              Stream.of(
                      terms.types(),
                      terms.themes(),
                      terms.regions(),
                      terms.withdrawalReasons(),
                      terms.serviceKinds(),
                      terms.serviceCosts(),
                      terms.servicePrivacy())
                  .mapToInt(List::size)
                  .sum();
      case UNCHANGED -> {}
      case BUSY -> problems.add(new Problem(VocabularyFile.NAME, 0, BUSY));
    }
  }

  private void publish(LanguageService service, Tally tally, Problems problems) {
    switch (services.publish(service)) {
      case PUBLISHED -> tally.services++;
      case UNCHANGED -> tally.servicesUnchanged++;
      case BUSY ->
          problems.add(new Problem(LanguageServicesFile.NAME, 0, service.id() + ": " + BUSY));
    }
  }

  /** What readers find and the folder does not have. */
  private void reportLeft(Content content, Tally tally) {
    Set<String> known = new HashSet<>();
    content.resources().forEach(resource -> known.add(ResourceEntry.KIND + " " + resource.id()));
    content
        .services()
        .forEach(service -> known.add(LanguageServicePublishing.KIND + " " + service.id()));
    known.add(VocabularyPublishing.KIND + " terms");
    for (Audience audience : Audience.values()) {
      Optional<Head> head = feeds.head(audience);
      if (head.isPresent()) {
        for (FeedEntry entry : feeds.entries(audience, languages.first(), 0, head.get().sealed())) {
          if (entry.content() instanceof FeedEntry.Content.Present
              && !known.contains(entry.thing().kind() + " " + entry.thing().id())) {
            tally.left.add(entry.thing().kind() + " " + entry.thing().id());
          }
        }
      }
    }
    tally.left.forEach(left -> progress.accept("  " + left + ": not in the folder, left as it is"));
  }

  private LoadResult result(Counts counts, Problems problems) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s: %d editions published, %d corrected, %d unchanged; %d withdrawn; "
                + "%d of %d files uploaded; %d of %d language services published; %s",
            Tally.number(counts.resources(), "resource"),
            counts.published(),
            counts.corrected(),
            counts.unchanged(),
            counts.withdrawn() + counts.withdrawnBefore(),
            counts.uploaded(),
            counts.uploaded() + counts.present(),
            counts.services(),
            counts.services() + counts.servicesUnchanged(),
            counts.terms() > 0 ? "vocabulary published" : "vocabulary unchanged"));
    if (problems.none()) {
      return new LoadResult.Loaded(counts);
    }
    problems.all().forEach(problem -> progress.accept(problem.toString()));
    progress.accept(
        "Not all was published: " + Tally.number(problems.all().size(), "problem") + ".");
    return new LoadResult.Incomplete(counts, problems.all());
  }
}
