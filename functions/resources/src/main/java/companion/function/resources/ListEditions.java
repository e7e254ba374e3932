package companion.function.resources;

import companion.http.AskedLanguages;
import companion.http.Caching;
import companion.http.Failure;
import companion.http.Parameters;
import companion.http.Problem;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import companion.language.Choice.Served;
import companion.language.Fallback;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.resource.ResourceId;
import companion.resource.ResourceOverview;
import companion.resource.ResourceOverview.Line;
import companion.resource.ResourceStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;

/** {@code GET /v1/resources/{id}/editions}: every language with its state and sizes. */
final class ListEditions implements Route {
  private final ResourceStore store;
  private final Negotiation negotiation;
  private final ResourceJson json;

  @Inject
  ListEditions(ResourceStore store, Negotiation negotiation, ResourceJson json) {
    this.store = store;
    this.negotiation = negotiation;
    this.json = json;
  }

  @Override
  public Reply answer(Request request) {
    Parameters parameters = new Parameters(request);
    AskedLanguages asked = parameters.languages();
    return ResourceAnswer.of(request, parameters, id -> reply(request, id, asked));
  }

  private Reply reply(Request request, ResourceId id, AskedLanguages asked) {
    return switch (store.overview(id).orElse(null)) {
      case null -> new Reply.Failed(Problem.of(Failure.RESOURCE_NOT_FOUND));
      case ResourceOverview.Gone(long _, String reason) ->
          new Reply.Failed(Problem.of(Failure.RESOURCE_WITHDRAWN, Map.of("reason", reason)));
      case ResourceOverview.Available readable -> editions(request, id, asked, readable);
    };
  }

  private Reply editions(
      Request request, ResourceId id, AskedLanguages asked, ResourceOverview.Available readable) {
    List<LanguageTag> languages = readable.editions().stream().map(Line::language).toList();
    Served served =
        (Served)
            negotiation.choose(
                asked.list(),
                languages.stream().collect(Collectors.toSet()),
                Fallback.CHAIN); // a readable resource has an edition
    return new Reply.Content(
        out -> {
          out.writeStartObject();
          json.language(out, asked, served);
          out.writeStringField("id", id.value());
          out.writeNumberField("version", readable.version());
          out.writeStringField("original", readable.original().value());
          out.writeArrayFieldStart("editions");
          for (Line line : readable.editions()) {
            out.writeStartObject();
            out.writeStringField("language", line.language().value());
            json.script(out, line.language());
            out.writeStringField("title", line.title());
            out.writeStringField("status", line.status().code());
            out.writeNumberField("revision", line.revision());
            if (line.correction().isPresent()) {
              json.correction(out, line.correction().get());
            }
            json.renditions(out, line.renditions(), readable.audience());
            out.writeEndObject();
          }
          out.writeEndArray();
          json.withdrawn(out, readable.withdrawnEditions());
          out.writeEndObject();
        },
        Optional.empty(),
        languages,
        Location.of(request, served.language()),
        Caching.of(request, asked));
  }
}
