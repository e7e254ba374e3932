package companion.function.resources;

import companion.http.Parameters;
import companion.language.Fallback;
import java.util.List;

/** {@code fallback}: whether another language will do. */
final class FallbackParameter {
  private static final String CHAIN = "chain";
  private static final String NONE = "none";

  private FallbackParameter() {}

  static Fallback read(Parameters parameters) {
    return parameters.choice("fallback", List.of(CHAIN, NONE)).orElse(CHAIN).equals(NONE)
        ? Fallback.NONE
        : Fallback.CHAIN;
  }
}
