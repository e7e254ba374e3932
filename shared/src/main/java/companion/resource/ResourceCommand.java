package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import java.util.List;

/** What can be done to a published resource. Each can be repeated without harm. */
public sealed interface ResourceCommand {
  /**
   * Publishes some languages together, with the facts that all share; the other languages stay as
   * they are.
   *
   * @param editions not empty, one a language
   */
  record PublishEditions(ResourceFacts facts, List<Edition> editions) implements ResourceCommand {
    public PublishEditions {
      editions = List.copyOf(editions);
      if (editions.isEmpty()
          || editions.stream().map(Edition::language).distinct().count() < editions.size()) {
        throw new IllegalArgumentException("no edition, or two in one language");
      }
    }

    public PublishEditions(ResourceFacts facts, Edition edition) {
      this(facts, List.of(edition));
    }
  }

  /** Replaces a published edition without a new revision, with a note that readers see. */
  record CorrectEdition(Edition edition) implements ResourceCommand {}

  /** Takes one language back; the last one takes the resource with it. */
  record WithdrawEdition(LanguageTag language, String reason) implements ResourceCommand {}

  /**
   * Takes the resource back in every language.
   *
   * @param audience who is told, where the resource was never published here
   */
  record WithdrawResource(Audience audience, String reason) implements ResourceCommand {}
}
