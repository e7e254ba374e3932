package companion.local.gateway;

import java.util.Optional;

/** A part of the address space that exists in local mode only. */
@FunctionalInterface
public interface Site {
  /** The answer, or nothing if the address is not one of this site's. */
  Optional<Answer> answer(Request request);
}
