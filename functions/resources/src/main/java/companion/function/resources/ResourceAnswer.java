package companion.function.resources;

import companion.http.Failure;
import companion.http.ParameterError;
import companion.http.Parameters;
import companion.http.Problem;
import companion.http.Reply;
import companion.http.Request;
import companion.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What answers about one resource have in common, before anything of it is read. */
final class ResourceAnswer {
  private ResourceAnswer() {}

  /**
   * Refuses what nobody can ask, and else answers by {@code reading}.
   *
   * @param parameters of which the route has read all that it knows
   */
  static Reply of(Request request, Parameters parameters, Function<ResourceId, Reply> reading) {
    List<ParameterError> errors = parameters.errors();
    if (!errors.isEmpty()) {
      return Reply.failed(errors);
    }
    Optional<ResourceId> id = ResourceId.parse(request.pathParameter("id"));
    return id.isEmpty()
        ? new Reply.Failed(Problem.of(Failure.RESOURCE_NOT_FOUND))
        : reading.apply(id.get());
  }
}
