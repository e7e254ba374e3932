package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;

/** What can be done to a published resource. Each can be repeated without harm. */
public sealed interface ResourceCommand {
  /**
   * Publishes one language, with the facts that all share; the other languages stay as they are.
   */
  record PublishEdition(ResourceFacts facts, Edition edition) implements ResourceCommand {}

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
