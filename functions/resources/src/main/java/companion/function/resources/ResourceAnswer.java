package companion.function.resources;

import companion.catalogue.Catalogue;
import companion.http.AskedLanguages;
import companion.http.Caching;
import companion.http.Failure;
import companion.http.Freshness;
import companion.http.ParameterError;
import companion.http.Parameters;
import companion.http.Problem;
import companion.http.Reply;
import companion.http.Request;
import companion.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** What answers about one resource have in common, before anything of it is read. */
final class ResourceAnswer {
  /** Reads the resource. */
  @FunctionalInterface
  interface Reading {
    /**
     * The answer.
     *
     * @param freshness what to send the answer with
     */
    Reply reply(ResourceId id, Freshness freshness);
  }

  private final Catalogue catalogue;
  private final Versions versions;

  @Inject
  ResourceAnswer(Catalogue catalogue, Versions versions) {
    this.catalogue = catalogue;
    this.versions = versions;
  }

  /**
   * Refuses what nobody can ask, confirms a copy by the heads alone, and else answers by {@code
   * reading}.
   *
   * @param parameters of which the route has read all that it knows
   */
  Reply of(Request request, Parameters parameters, AskedLanguages asked, Reading reading) {
    List<ParameterError> errors = parameters.errors();
    if (!errors.isEmpty()) {
      return Reply.failed(errors);
    }
    Optional<ResourceId> id = ResourceId.parse(request.pathParameter("id"));
    if (id.isEmpty()) {
      return new Reply.Failed(Problem.of(Failure.RESOURCE_NOT_FOUND));
    }
    // the head before the resource: the tag may then be older than what is read, never newer
    Freshness freshness = versions.of(request, asked, catalogue.look().state());
    return freshness.matches(request)
        ? new Reply.NotModified(freshness, Caching.of(request, asked))
        : reading.reply(id.get(), freshness);
  }
}
