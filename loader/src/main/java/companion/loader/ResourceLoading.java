package companion.loader;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.resource.Edition;
import companion.resource.Expected;
import companion.resource.PublishResult;
import companion.resource.PublishedResource;
import companion.resource.PublishedResource.Live;
import companion.resource.ResourceCommand;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceCommand.WithdrawResource;
import companion.resource.ResourceId;
import companion.resource.ResourcePublishing;
import java.util.List;
import java.util.Optional;

/** Publishes resources in one run, and counts. */
final class ResourceLoading {
  private static final int ATTEMPTS = 10;
  private static final String NOT_WITHDRAWN = "NOT withdrawn";

  private final ResourcePublishing resources;
  private final Library library;
  private final Tally tally;
  private final Problems problems;

  ResourceLoading(ResourcePublishing resources, Library library, Tally tally, Problems problems) {
    this.resources = resources;
    this.library = library;
    this.tally = tally;
    this.problems = problems;
  }

  /** What contradicts what is published, before anything is changed. */
  void foresee(ResourceContent resource) {
    if (resource instanceof ResourceContent.Offered(ResourceId id, var facts, var editions)) {
      Optional<PublishedResource> current = resources.find(id);
      for (EditionContent edition : editions) {
        if (Decision.of(current, facts, edition.edition())
            instanceof Decision.Impossible(String why)) {
          problems.add(edition.problem(why));
        }
      }
    }
  }

  /** Publishes one resource; what there is to say about it. */
  String publish(ResourceContent resource) {
    return switch (resource) {
      case ResourceContent.TakenBack gone -> withdraw(gone);
      case ResourceContent.Offered offered -> {
        int published = tally.published;
        int corrected = tally.corrected;
        Optional<PublishedResource> current = resources.find(offered.id());
        store(offered, current);
        if (current.isEmpty()) {
          current = publishAll(offered);
        } else {
          for (EditionContent edition : offered.editions()) {
            current = publish(offered, edition, current);
          }
        }
        if (current.orElse(null) instanceof Live live) {
          reportLeft(offered, live);
        }
        StringBuilder line = new StringBuilder(Tally.number(offered.editions().size(), "language"));
        append(line, tally.published - published, "published");
        append(line, tally.corrected - corrected, "corrected");
        yield line.toString();
      }
    };
  }

  /** Publishes what is new with all its languages at once; the resource as it is then. */
  private Optional<PublishedResource> publishAll(ResourceContent.Offered resource) {
    List<Edition> editions = resource.editions().stream().map(EditionContent::edition).toList();
    PublishResult result =
        resources.apply(
            resource.id(), new Expected.Absent(), new PublishEditions(resource.facts(), editions));
    if (result instanceof PublishResult.Published(PublishedResource now)) {
      tally.published += editions.size();
      return Optional.of(now);
    }
    // somebody else was faster, or something is wrong: one by one shows with which
    Optional<PublishedResource> current = resources.find(resource.id());
    for (EditionContent edition : resource.editions()) {
      current = publish(resource, edition, current);
    }
    return current;
  }

  /** Publishes one edition; the resource as it is then. */
  private Optional<PublishedResource> publish(
      ResourceContent.Offered resource, EditionContent content, Optional<PublishedResource> found) {
    Edition edition = content.edition();
    Optional<PublishedResource> current = found;
    boolean corrected = false;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      ResourceCommand command;
      switch (Decision.of(current, resource.facts(), edition)) {
        case Decision.Impossible(String why) -> {
          problems.add(content.problem(why));
          return current;
        }
        case Decision.Apply(ResourceCommand wanted) -> command = wanted;
      }
      switch (resources.apply(resource.id(), expected(current), command)) {
        case PublishResult.Published(PublishedResource now) -> {
          if (command instanceof CorrectEdition) {
            corrected = true; // once more: a correction does not carry changed facts
            current = Optional.of(now);
          } else {
            count(corrected ? Outcome.CORRECTED : Outcome.PUBLISHED);
            return Optional.of(now);
          }
        }
        case PublishResult.Unchanged(PublishedResource now) -> {
          count(corrected ? Outcome.CORRECTED : Outcome.UNCHANGED);
          return Optional.of(now);
        }
        case PublishResult.Stale(Optional<PublishedResource> now) -> current = now;
        case PublishResult.Refused(var refusals) -> {
          refusals.forEach(refusal -> problems.add(content.problem(Decision.words(refusal))));
          return current;
        }
        case PublishResult.Busy() -> {
          problems.add(content.problem(Loader.BUSY));
          return current;
        }
      }
    }
    problems.add(content.problem(Loader.BUSY));
    return current;
  }

  private enum Outcome {
    PUBLISHED,
    CORRECTED,
    UNCHANGED
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case PUBLISHED -> tally.published++;
      case CORRECTED -> tally.corrected++;
      case UNCHANGED -> tally.unchanged++;
    }
  }

  /**
   * Uploads the files before anything refers to them: those of all languages, since the first one
   * that is published takes the others along to another audience.
   */
  private void store(ResourceContent.Offered resource, Optional<PublishedResource> current) {
    for (EditionContent content : resource.editions()) {
      switch (Decision.of(current, resource.facts(), content.edition())) {
        case Decision.Impossible _ -> {} // not to be published, so not to be uploaded
        case Decision.Apply _ ->
            content.files().forEach(file -> store(resource.facts().audience(), file));
      }
    }
  }

  private void store(Audience audience, ContentFile file) {
    if (library.store(audience, file)) {
      tally.uploaded++;
    } else {
      tally.present++;
    }
  }

  private static Expected expected(Optional<PublishedResource> current) {
    return current
        .<Expected>map(now -> new Expected.Version(now.version()))
        .orElseGet(Expected.Absent::new);
  }

  private String withdraw(ResourceContent.TakenBack gone) {
    String file = ContentFolder.RESOURCES + "/" + gone.id() + "/" + ResourceFolder.FACTS;
    Optional<PublishedResource> current = resources.find(gone.id());
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      switch (resources.apply(
          gone.id(), expected(current), new WithdrawResource(gone.audience(), gone.reason()))) {
        case PublishResult.Published _ -> {
          tally.withdrawn++;
          return "withdrawn now";
        }
        case PublishResult.Unchanged _ -> {
          tally.withdrawnBefore++;
          return "withdrawn";
        }
        case PublishResult.Stale(Optional<PublishedResource> now) -> current = now;
        case PublishResult.Refused(var refusals) -> {
          refusals.forEach(refusal -> problems.add(new Problem(file, 0, Decision.words(refusal))));
          return NOT_WITHDRAWN;
        }
        case PublishResult.Busy() -> {
          problems.add(new Problem(file, 0, Loader.BUSY));
          return NOT_WITHDRAWN;
        }
      }
    }
    problems.add(new Problem(file, 0, Loader.BUSY));
    return NOT_WITHDRAWN;
  }

  private void reportLeft(ResourceContent.Offered resource, Live live) {
    for (LanguageTag language : live.editions().keySet()) {
      if (resource.editions().stream()
          .noneMatch(edition -> edition.edition().language().equals(language))) {
        tally.left.add(resource.id() + "/" + language);
      }
    }
  }

  private static void append(StringBuilder line, int number, String what) {
    if (number > 0) {
      line.append(", ").append(number).append(' ').append(what);
    }
  }
}
