package companion.resource;

import java.util.List;
import java.util.Optional;

/** What became of a command. */
public sealed interface PublishResult {
  record Published(PublishedResource now) implements PublishResult {}

  /** Everything already was as the command would have it. */
  record Unchanged(PublishedResource now) implements PublishResult {}

  /** Somebody else published first: look again, then decide again. */
  record Stale(Optional<PublishedResource> now) implements PublishResult {}

  record Refused(List<Refusal> refusals) implements PublishResult {}

  /** Too many were publishing; the same call may succeed later. */
  record Busy() implements PublishResult {}
}
