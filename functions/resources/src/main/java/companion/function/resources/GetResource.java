package companion.function.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.http.AskedLanguages;
import companion.http.Caching;
import companion.http.Failure;
import companion.http.Parameters;
import companion.http.Problem;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import companion.language.Choice;
import companion.language.Choice.Served;
import companion.language.Fallback;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.Preference;
import companion.language.WorkingLanguages;
import companion.resource.Edition;
import companion.resource.EditionPage;
import companion.resource.EditionSummary;
import companion.resource.InverseRelation;
import companion.resource.Origin;
import companion.resource.Relation;
import companion.resource.ResourceId;
import companion.resource.ResourceOverview;
import companion.resource.ResourceOverview.Line;
import companion.resource.ResourceStore;
import companion.resource.TranslationMethod;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;

/** {@code GET /v1/resources/{id}}: one edition, with what else there is. */
final class GetResource implements Route {
  private static final int ATTEMPTS = 3;

  private final ResourceStore store;
  private final Negotiation negotiation;
  private final WorkingLanguages languages;
  private final ResourceJson json;

  @Inject
  GetResource(
      ResourceStore store, Negotiation negotiation, WorkingLanguages languages, ResourceJson json) {
    this.store = store;
    this.negotiation = negotiation;
    this.languages = languages;
    this.json = json;
  }

  @Override
  public Reply answer(Request request) {
    Parameters parameters = new Parameters(request);
    AskedLanguages asked = parameters.languages();
    Fallback fallback = FallbackParameter.read(parameters);
    return ResourceAnswer.of(request, parameters, id -> reply(request, id, asked, fallback));
  }

  private Reply reply(Request request, ResourceId id, AskedLanguages asked, Fallback fallback) {
    return switch (find(id, negotiation.prefer(asked.list(), fallback))) {
      case Found.Page(EditionPage page, Served served) ->
          new Reply.Content(
              out -> write(out, id, asked, page, served, titles(page)),
              Optional.empty(),
              List.of(served.language()),
              Location.of(request, served.language()),
              Caching.of(request, asked));
      case Found.Nothing(Problem problem) -> new Reply.Failed(problem);
    };
  }

  private sealed interface Found {
    record Page(EditionPage page, Served served) implements Found {}

    record Nothing(Problem problem) implements Found {}
  }

  /** Usually one read: the language that the reader would be given if every edition existed. */
  private Found find(ResourceId id, Preference preference) {
    if (preference.choose(Set.copyOf(languages.tags())) instanceof Served best) {
      Optional<EditionPage> page = store.page(id, best.language());
      if (page.isPresent()
          && preference.choose(available(page.get())) instanceof Served served
          && served.language().equals(best.language())) {
        return new Found.Page(page.get(), served);
      }
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      switch (store.overview(id).orElse(null)) {
        case null -> {
          return new Found.Nothing(Problem.of(Failure.RESOURCE_NOT_FOUND));
        }
        case ResourceOverview.Gone(long _, String reason) -> {
          return new Found.Nothing(
              Problem.of(Failure.RESOURCE_WITHDRAWN, Map.of("reason", reason)));
        }
        case ResourceOverview.Available readable -> {
          Set<LanguageTag> available =
              readable.editions().stream().map(Line::language).collect(Collectors.toSet());
          switch (preference.choose(available)) {
            case Choice.Unavailable() -> {
              return new Found.Nothing(
                  Problem.of(
                      Failure.LANGUAGE_NOT_AVAILABLE,
                      Map.of("available", available.stream().sorted().toList())));
            }
            case Served served -> {
              Optional<EditionPage> page = store.page(id, served.language());
              if (page.isPresent()) {
                return new Found.Page(page.get(), served);
              } // withdrawn between the two reads: look again
            }
          }
        }
      }
    }
    throw new IllegalStateException("a resource that changes faster than it can be read");
  }

  private static Set<LanguageTag> available(EditionPage page) {
    return page.editions().stream().map(EditionSummary::language).collect(Collectors.toSet());
  }

  /** The related resources that this audience can read. */
  private Map<ResourceId, ResourceOverview> titles(EditionPage page) {
    Set<ResourceId> related = new LinkedHashSet<>();
    page.facts().relations().forEach(relation -> related.add(relation.target()));
    page.inverses().forEach(inverse -> related.add(inverse.source()));
    return related.isEmpty() ? Map.of() : store.overviews(related);
  }

  private void write(
      JsonGenerator out,
      ResourceId id,
      AskedLanguages asked,
      EditionPage page,
      Served served,
      Map<ResourceId, ResourceOverview> related)
      throws IOException {
    Edition edition = page.edition();
    out.writeStartObject();
    json.language(out, asked, served);
    out.writeStringField("id", id.value());
    out.writeNumberField("version", page.version());
    out.writeStringField("title", edition.title());
    out.writeStringField("summary", edition.summary());
    ResourceJson.texts(out, "contributors", edition.contributors());
    out.writeStringField("status", page.status().code());
    out.writeNumberField("revision", edition.revision());
    if (edition.origin() instanceof Origin.Translated(int of, TranslationMethod method)) {
      out.writeObjectFieldStart("translation");
      out.writeStringField("from", page.facts().original().value());
      out.writeNumberField("ofRevision", of);
      out.writeStringField("method", method.code());
      out.writeEndObject();
    }
    if (edition.correction().isPresent()) {
      json.correction(out, edition.correction().get());
    }
    out.writeStringField("type", page.facts().type());
    ResourceJson.texts(out, "themes", page.facts().themes());
    ResourceJson.texts(out, "regions", page.facts().regions());
    out.writeStringField("date", page.facts().date().toString());
    out.writeStringField("audience", page.facts().audience().code());
    out.writeStringField("original", page.facts().original().value());
    if (page.facts().reviewBy().isPresent()) {
      out.writeStringField("reviewBy", page.facts().reviewBy().get().toString());
    }
    json.renditions(out, edition.renditions(), page.facts().audience());
    json.editions(out, page.editions());
    json.withdrawn(out, page.withdrawnEditions());
    out.writeArrayFieldStart("relations");
    for (Relation relation : page.facts().relations()) {
      relation(out, relation.kind().code(), relation.target(), asked, related);
    }
    for (InverseRelation inverse : page.inverses()) {
      relation(out, inverse.kind().inverse(), inverse.source(), asked, related);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void relation(
      JsonGenerator out,
      String kind,
      ResourceId id,
      AskedLanguages asked,
      Map<ResourceId, ResourceOverview> related)
      throws IOException {
    if (related.get(id) instanceof ResourceOverview.Available readable) {
      Set<LanguageTag> available =
          readable.editions().stream().map(Line::language).collect(Collectors.toSet());
      if (negotiation.choose(asked.list(), available, Fallback.CHAIN) instanceof Served served) {
        out.writeStartObject();
        out.writeStringField("relation", kind);
        out.writeStringField("id", id.value());
        out.writeStringField("language", served.language().value());
        for (Line line : readable.editions()) {
          if (line.language().equals(served.language())) {
            out.writeStringField("title", line.title());
          }
        }
        out.writeEndObject();
      }
    }
  }
}
