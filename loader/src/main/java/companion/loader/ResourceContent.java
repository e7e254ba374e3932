package companion.loader;

import companion.feed.Audience;
import companion.resource.ResourceFacts;
import companion.resource.ResourceId;
import java.util.List;

/** A resource as the folder has it. */
sealed interface ResourceContent {
  ResourceId id();

  /**
   * To be read.
   *
   * @param editions the original first; not empty
   */
  record Offered(ResourceId id, ResourceFacts facts, List<EditionContent> editions)
      implements ResourceContent {
    public Offered {
      editions = List.copyOf(editions);
    }
  }

  /**
   * Taken back: its texts and files are not even looked at.
   *
   * @param audience who is told, where it was never published
   * @param reason code of the vocabulary
   */
  record TakenBack(ResourceId id, Audience audience, String reason) implements ResourceContent {}
}
