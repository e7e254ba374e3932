package companion.http;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.language.LanguageTag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a route answers. How it looks on the wire is the edge's affair. */
public sealed interface Reply {
  /** Writes one JSON value. */
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Something to read.
   *
   * @param freshness what it depends on, where that is known without making it; else its tag is a
   *     hash of its bytes
   * @param languages of the texts in it, most of it first
   * @param location the path and query that give this language without negotiation
   */
  record Content(
      Body body,
      Optional<Freshness> freshness,
      List<LanguageTag> languages,
      String location,
      Caching caching)
      implements Reply {}

  /** What the client has is what it would get. */
  record NotModified(Freshness freshness, Caching caching) implements Reply {}

  /** It is elsewhere, for now. */
  record Elsewhere(URI location) implements Reply {}

  record Failed(Problem problem) implements Reply {}

  static Reply failed(List<ParameterError> errors) {
    return new Failed(Problem.of(errors));
  }
}
