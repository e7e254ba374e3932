package companion.resource;

import companion.feed.Audience;
import companion.feed.Fence;
import companion.feed.Ledger;
import companion.feed.Move;
import companion.language.WorkingLanguages;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import companion.resource.ResourceRules.Plan;
import companion.vocabulary.VocabularyPublishing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Publishes, corrects and withdraws resources. One command is one transaction: the record, what
 * readers read, the feeds and their heads change together or not at all. A caller that does not
 * learn the outcome repeats the command.
 */
public final class ResourcePublishing {
  private static final int ATTEMPTS = 20;

  private final DynamoDbClient client;
  private final String table;
  private final Ledger ledger;
  private final VocabularyPublishing vocabulary;
  private final WorkingLanguages languages;
  private final Projection projection;

  public ResourcePublishing(
      DynamoDbClient client,
      String table,
      Ledger ledger,
      VocabularyPublishing vocabulary,
      WorkingLanguages languages) {
    this.client = client;
    this.table = table;
    this.ledger = ledger;
    this.vocabulary = vocabulary;
    this.languages = languages;
    this.projection = new Projection(table, languages);
  }

  /** What is published, by a strong read; empty where the id was never used. */
  public Optional<PublishedResource> find(ResourceId id) {
    return record(id).map(PublishedResourceItem::resource);
  }

  /**
   * Does what {@code command} says, if the resource is still as {@code expected}; does nothing, and
   * says so, if it already is as the command would have it. After either, readers see it.
   */
  public PublishResult apply(ResourceId id, Expected expected, ResourceCommand command) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<PublishedResourceItem> before = record(id);
      Optional<PublishedResource> current = before.map(PublishedResourceItem::resource);
      Plan plan = new ResourceRules(vocabulary.current(), languages).plan(id, current, command);
      switch (plan) {
        case Plan.Nothing(PublishedResource now) -> {
          if (isProjected(before)) {
            // whoever published it may have died before readers could see it
            before.ifPresent(record -> record.places().keySet().forEach(ledger::settle));
            return new PublishResult.Unchanged(now);
          }
          plan = new Plan.Change(reprojected(now));
        }
        case Plan.Change _, Plan.Refuse _ -> {
          if (!holds(expected, current)) {
            return new PublishResult.Stale(current);
          }
        }
      }
      switch (plan) {
        case Plan.Refuse(List<Refusal> refusals) -> {
          return new PublishResult.Refused(refusals);
        }
        case Plan.Nothing _ -> throw new AssertionError("became a change above");
        case Plan.Change(PublishedResource next) -> {
          Optional<PublishResult> result = commit(before, next);
          if (result.isPresent()) {
            return result.get();
          }
        }
      }
    }
    return new PublishResult.Busy();
  }

  private static boolean holds(Expected expected, Optional<PublishedResource> current) {
    return switch (expected) {
      case Expected.Absent() -> current.isEmpty();
      case Expected.Version(long number) ->
          current.filter(now -> now.version() == number).isPresent();
    };
  }

  /** Whether readers find it in every language that they may ask for, as this build shows it. */
  private boolean isProjected(Optional<PublishedResourceItem> record) {
    return record
        .filter(item -> item.layout() == PublishedResourceItem.LAYOUT)
        .filter(item -> Set.copyOf(item.languages()).equals(Set.copyOf(languages.tags())))
        .isPresent();
  }

  private static PublishedResource reprojected(PublishedResource now) {
    return switch (now) {
      case Live live -> withInverses(live, live.inverses());
      case Withdrawn gone ->
          new Withdrawn(gone.id(), gone.version() + 1, gone.audience(), gone.reason());
    };
  }

  /** One attempt; empty where somebody else changed a resource concerned meanwhile. */
  private Optional<PublishResult> commit(
      Optional<PublishedResourceItem> before, PublishedResource next) {
    Map<ResourceId, Step> steps = new LinkedHashMap<>();
    steps.put(next.id(), new Step(before, next));
    List<Refusal> refusals = new ArrayList<>(stillRelated(next));
    for (ResourceId target : targets(before, next)) {
      Optional<PublishedResourceItem> record = record(target);
      List<InverseRelation> wanted = inverses(next, target);
      switch (record.map(PublishedResourceItem::resource).orElse(null)) {
        case Live live -> {
          refuseIfNarrower(next, live, refusals);
          List<InverseRelation> inverses = replace(live.inverses(), next.id(), wanted);
          if (!inverses.equals(live.inverses())) {
            steps.put(target, new Step(record, withInverses(live, inverses)));
          }
        }
        case Withdrawn _ -> refuseUnlessPublished(before, next, target, refusals);
        case null -> refuseUnlessPublished(before, next, target, refusals);
      }
    }
    if (!refusals.isEmpty()) {
      return Optional.of(new PublishResult.Refused(refusals));
    }
    return switch (write(List.copyOf(steps.values()))) {
      case Ledger.Result.Committed() -> Optional.of(new PublishResult.Published(next));
      case Ledger.Result.Refused() -> Optional.empty();
      case Ledger.Result.Busy() -> Optional.of(new PublishResult.Busy());
      case Ledger.Result.TooLarge() ->
          Optional.of(new PublishResult.Refused(List.of(new Refusal.TooMuchAtOnce())));
    };
  }

  /** A resource before and after. */
  private record Step(Optional<PublishedResourceItem> before, PublishedResource next) {}

  private Ledger.Result write(List<Step> steps) {
    List<Move> moves = new ArrayList<>();
    steps.forEach(step -> moves.addAll(projection.moves(step.before(), step.next())));
    return ledger.publish(
        moves,
        sequences -> {
          List<TransactWriteItem> writes = new ArrayList<>();
          for (Step step : steps) {
            writes.add(putRecord(step, moves, sequences));
            writes.addAll(projection.writes(step.before(), step.next()));
          }
          return writes;
        });
  }

  private TransactWriteItem putRecord(Step step, List<Move> moves, List<Long> sequences) {
    Map<Audience, Long> places = new EnumMap<>(Audience.class);
    step.before().ifPresent(record -> places.putAll(record.places()));
    for (int i = 0; i < moves.size(); i++) {
      if (moves.get(i).thing().id().equals(step.next().id().value())) {
        places.put(moves.get(i).audience(), sequences.get(i));
      }
    }
    var record =
        new PublishedResourceItem(
            step.next(), places, languages.tags(), PublishedResourceItem.LAYOUT);
    long seen = step.before().map(now -> now.resource().version()).orElse(0L);
    return TransactWriteItem.builder().put(Fence.put(table, record.write(), seen)).build();
  }

  private static Set<ResourceId> targets(
      Optional<PublishedResourceItem> before, PublishedResource next) {
    Set<ResourceId> targets = new LinkedHashSet<>();
    relations(next).forEach(relation -> targets.add(relation.target()));
    before.ifPresent(
        record -> relations(record.resource()).forEach(relation -> targets.add(relation.target())));
    return targets;
  }

  private static List<Relation> relations(PublishedResource resource) {
    return resource instanceof Live live ? live.facts().relations() : List.of();
  }

  private static List<InverseRelation> inverses(PublishedResource source, ResourceId target) {
    return relations(source).stream()
        .filter(relation -> relation.target().equals(target))
        .map(relation -> new InverseRelation(relation.kind(), source.id(), source.audience()))
        .toList();
  }

  private static List<InverseRelation> replace(
      List<InverseRelation> inverses, ResourceId source, List<InverseRelation> wanted) {
    List<InverseRelation> replaced = new ArrayList<>(inverses);
    if (!inverses.containsAll(wanted)
        || inverses.stream().filter(inverse -> inverse.source().equals(source)).count()
            != wanted.size()) {
      replaced.removeIf(inverse -> inverse.source().equals(source));
      replaced.addAll(wanted);
    }
    return replaced;
  }

  private static Live withInverses(Live live, List<InverseRelation> inverses) {
    return new Live(
        live.id(),
        live.version() + 1,
        live.facts(),
        live.editions(),
        inverses,
        live.withdrawnEditions());
  }

  /**
   * Whoever reads a resource may read what it names: no partition holds the id of a narrower one.
   */
  private static List<Refusal> stillRelated(PublishedResource next) {
    return next instanceof Live live
        ? live.inverses().stream()
            .filter(inverse -> !live.audience().includes(inverse.audience()))
            .<Refusal>map(inverse -> new Refusal.StillRelatedFrom(inverse.source()))
            .distinct()
            .toList()
        : List.of();
  }

  private static void refuseIfNarrower(
      PublishedResource next, Live target, List<Refusal> refusals) {
    if (!target.audience().includes(next.audience())) {
      relations(next).stream()
          .filter(relation -> relation.target().equals(target.id()))
          .forEach(relation -> refusals.add(new Refusal.RelationToNarrowerAudience(relation)));
    }
  }

  /** A relation that pointed somewhere when it was published may outlive its target. */
  private static void refuseUnlessPublished(
      Optional<PublishedResourceItem> before,
      PublishedResource next,
      ResourceId target,
      List<Refusal> refusals) {
    List<Relation> old = before.map(record -> relations(record.resource())).orElseGet(List::of);
    relations(next).stream()
        .filter(relation -> relation.target().equals(target) && !old.contains(relation))
        .forEach(relation -> refusals.add(new Refusal.RelationPointsNowhere(relation)));
  }

  private Optional<PublishedResourceItem> record(ResourceId id) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                get -> get.tableName(table).key(PublishedResourceItem.key(id)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(PublishedResourceItem.read(id, item));
  }
}
