package companion.function.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.catalogue.Catalogue;
import companion.catalogue.Catalogue.Sighting;
import companion.catalogue.Shelf;
import companion.http.AskedLanguages;
import companion.http.Caching;
import companion.http.Freshness;
import companion.http.ParameterError;
import companion.http.Parameters;
import companion.http.Reply;
import companion.http.Request;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/** Answers whose texts exist in every working language, so that none of them falls back alone. */
final class LabelledAnswer {
  /** Writes the members of the answer beside its language. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator out, Shelf shelf, LanguageTag language) throws IOException;
  }

  private final Catalogue catalogue;
  private final Negotiation negotiation;
  private final Versions versions;
  private final ResourceJson json;
  private final WorkingLanguages languages;

  @Inject
  LabelledAnswer(
      Catalogue catalogue,
      Negotiation negotiation,
      Versions versions,
      ResourceJson json,
      WorkingLanguages languages) {
    this.languages = languages;
    this.catalogue = catalogue;
    this.negotiation = negotiation;
    this.versions = versions;
    this.json = json;
  }

  Reply of(Request request, Members members) {
    Parameters parameters = new Parameters(request);
    AskedLanguages asked = parameters.languages();
    List<ParameterError> errors = parameters.errors();
    if (!errors.isEmpty()) {
      return Reply.failed(errors);
    }
    Sighting sighting = catalogue.look();
    Freshness seen = versions.of(request, asked, sighting.state());
    if (seen.matches(request)) {
      return new Reply.NotModified(seen, Caching.of(request, asked));
    }
    LanguageTag language =
        catalogue.filled(sighting, negotiation.workingLanguage(asked.list()), languages.first());
    Shelf shelf = catalogue.shelf(sighting, Set.of(language));
    return new Reply.Content(
        out -> {
          out.writeStartObject();
          json.language(out, asked, language);
          members.write(out, shelf, language);
          out.writeEndObject();
        },
        Optional.of(versions.of(request, asked, shelf.state())),
        List.of(language),
        Location.of(request, language),
        Caching.of(request, asked));
  }
}
