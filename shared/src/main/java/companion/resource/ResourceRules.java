package companion.resource;

import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceCommand.WithdrawEdition;
import companion.resource.ResourceCommand.WithdrawResource;
import companion.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a command makes of a resource. Pure: looks at nothing but its arguments. */
final class ResourceRules {
  /** What is to be done. */
  sealed interface Plan {
    record Change(PublishedResource next) implements Plan {}

    record Nothing(PublishedResource now) implements Plan {}

    record Refuse(List<Refusal> refusals) implements Plan {}
  }

  private final Vocabulary vocabulary;
  private final WorkingLanguages languages;

  ResourceRules(Vocabulary vocabulary, WorkingLanguages languages) {
    this.vocabulary = vocabulary;
    this.languages = languages;
  }

  Plan plan(ResourceId id, Optional<PublishedResource> current, ResourceCommand command) {
    return switch (command) {
      case PublishEditions publish -> publish(id, current, publish);
      case CorrectEdition correct -> correct(current, correct);
      case WithdrawEdition withdraw -> withdraw(current, withdraw);
      case WithdrawResource withdraw -> withdraw(id, current, withdraw);
    };
  }

  private Plan publish(
      ResourceId id, Optional<PublishedResource> current, PublishEditions command) {
    ResourceFacts facts = command.facts();
    List<Refusal> refusals = new ArrayList<>(check(id, facts));
    SortedMap<LanguageTag, Edition> editions = new TreeMap<>();
    SortedMap<LanguageTag, String> withdrawn = new TreeMap<>();
    List<InverseRelation> inverses = List.of();
    switch (current.orElse(null)) {
      case null -> {}
      case Withdrawn gone -> refusals.add(new Refusal.ResourceWithdrawn(gone.reason()));
      case Live live -> {
        editions.putAll(live.editions());
        withdrawn.putAll(live.withdrawnEditions());
        inverses = live.inverses();
      }
    }
    for (Edition edition : command.editions()) {
      LanguageTag language = edition.language();
      if (languages.find(language).isEmpty()) {
        refusals.add(new Refusal.NotAWorkingLanguage(language));
      }
      Optional.ofNullable(editions.put(language, edition))
          .ifPresent(published -> compare(published, edition, refusals));
      withdrawn.remove(language);
    }
    checkOrigins(editions, facts, refusals);
    if (!refusals.isEmpty()) {
      return new Plan.Refuse(refusals);
    }
    return current.orElse(null) instanceof Live live
            && live.facts().equals(facts)
            && live.editions().equals(editions)
        ? new Plan.Nothing(live)
        : new Plan.Change(new Live(id, next(current), facts, editions, inverses, withdrawn));
  }

  private List<Refusal> check(ResourceId id, ResourceFacts facts) {
    List<Refusal> refusals = new ArrayList<>();
    unknown("type", List.of(facts.type()), vocabulary.types(), refusals);
    unknown("themes", facts.themes(), vocabulary.themes(), refusals);
    unknown("regions", facts.regions(), vocabulary.regions(), refusals);
    if (facts.relations().stream().anyMatch(relation -> relation.target().equals(id))) {
      refusals.add(new Refusal.RelationToItself());
    }
    return refusals;
  }

  private static void unknown(
      String field, List<String> codes, List<Vocabulary.Term> terms, List<Refusal> refusals) {
    for (String code : codes) {
      if (terms.stream().noneMatch(term -> term.code().equals(code))) {
        refusals.add(new Refusal.UnknownCode(field, code));
      }
    }
  }

  private static void compare(Edition published, Edition edition, List<Refusal> refusals) {
    if (edition.revision() < published.revision()) {
      refusals.add(new Refusal.OlderRevision(published.revision()));
    } else if (edition.revision() == published.revision() && !edition.equals(published)) {
      refusals.add(new Refusal.SameRevisionOtherContent(published.revision()));
    }
  }

  private static void checkOrigins(
      SortedMap<LanguageTag, Edition> editions, ResourceFacts facts, List<Refusal> refusals) {
    boolean contradiction = false;
    for (Edition edition : editions.values()) {
      switch (edition.origin()) {
        case Origin.Original() -> contradiction |= !edition.language().equals(facts.original());
        case Origin.Translated(int of, TranslationMethod _) -> {
          contradiction |= edition.language().equals(facts.original());
          Optional<Edition> original = Optional.ofNullable(editions.get(facts.original()));
          original
              .filter(source -> source.revision() < of)
              .ifPresent(
                  source ->
                      refusals.add(new Refusal.TranslatedFromTheFuture(of, source.revision())));
        }
      }
    }
    if (contradiction) {
      refusals.add(new Refusal.OriginContradictsFacts(facts.original()));
    }
  }

  private Plan correct(Optional<PublishedResource> current, CorrectEdition command) {
    Edition edition = command.edition();
    if (!(current.orElse(null) instanceof Live live)) {
      return refuse(gone(current, edition.language()));
    }
    Optional<Edition> published = live.edition(edition.language());
    if (published.isEmpty()) {
      return refuse(new Refusal.NoSuchEdition(edition.language()));
    }
    if (published.get().equals(edition)) {
      return new Plan.Nothing(live);
    }
    if (edition.revision() != published.get().revision()
        || edition.correction().isEmpty()
        || !edition.origin().equals(published.get().origin())) {
      return refuse(new Refusal.NotACorrection(published.get().revision()));
    }
    SortedMap<LanguageTag, Edition> editions = new TreeMap<>(live.editions());
    editions.put(edition.language(), edition);
    return new Plan.Change(
        new Live(
            live.id(),
            next(current),
            live.facts(),
            editions,
            live.inverses(),
            live.withdrawnEditions()));
  }

  private Plan withdraw(Optional<PublishedResource> current, WithdrawEdition command) {
    LanguageTag language = command.language();
    if (current.orElse(null) instanceof Withdrawn gone && gone.reason().equals(command.reason())) {
      return new Plan.Nothing(gone); // the last language took the resource with it
    }
    if (!(current.orElse(null) instanceof Live live)) {
      return refuse(gone(current, language));
    }
    if (live.edition(language).isEmpty()) {
      return command.reason().equals(live.withdrawnEditions().getOrDefault(language, ""))
          ? new Plan.Nothing(live)
          : refuse(new Refusal.NoSuchEdition(language));
    }
    List<Refusal> refusals = new ArrayList<>();
    unknown("reason", List.of(command.reason()), vocabulary.withdrawalReasons(), refusals);
    if (!refusals.isEmpty()) {
      return new Plan.Refuse(refusals);
    }
    SortedMap<LanguageTag, Edition> editions = new TreeMap<>(live.editions());
    editions.remove(language);
    if (editions.isEmpty()) {
      return new Plan.Change(
          new Withdrawn(live.id(), next(current), live.audience(), command.reason()));
    }
    SortedMap<LanguageTag, String> withdrawn = new TreeMap<>(live.withdrawnEditions());
    withdrawn.put(language, command.reason());
    return new Plan.Change(
        new Live(live.id(), next(current), live.facts(), editions, live.inverses(), withdrawn));
  }

  private Plan withdraw(
      ResourceId id, Optional<PublishedResource> current, WithdrawResource command) {
    List<Refusal> refusals = new ArrayList<>();
    unknown("reason", List.of(command.reason()), vocabulary.withdrawalReasons(), refusals);
    if (!refusals.isEmpty()) {
      return new Plan.Refuse(refusals);
    }
    if (current.orElse(null) instanceof Withdrawn gone && gone.reason().equals(command.reason())) {
      return new Plan.Nothing(gone);
    }
    return new Plan.Change(
        new Withdrawn(
            id,
            next(current),
            current.map(PublishedResource::audience).orElse(command.audience()),
            command.reason()));
  }

  private static Plan refuse(Refusal refusal) {
    return new Plan.Refuse(List.of(refusal));
  }

  private static Refusal gone(Optional<PublishedResource> current, LanguageTag language) {
    return current.orElse(null) instanceof Withdrawn withdrawn
        ? new Refusal.ResourceWithdrawn(withdrawn.reason())
        : new Refusal.NoSuchEdition(language);
  }

  private static long next(Optional<PublishedResource> current) {
    return current.map(PublishedResource::version).orElse(0L) + 1;
  }
}
