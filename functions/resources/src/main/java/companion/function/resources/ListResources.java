package companion.function.resources;

import companion.catalogue.Catalogue;
import companion.catalogue.Catalogue.Sighting;
import companion.catalogue.ResourceQuery;
import companion.catalogue.Selection;
import companion.catalogue.Selection.Chosen;
import companion.catalogue.Shelf;
import companion.http.AskedLanguages;
import companion.http.Caching;
import companion.http.Freshness;
import companion.http.ParameterError;
import companion.http.Parameters;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import companion.language.LanguagePriorityList;
import companion.language.LanguageRange;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import companion.resource.RenditionKind;
import companion.resource.ResourceEntry;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/** {@code GET /v1/resources}: a page of the catalogue in the reader's language. */
final class ListResources implements Route {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST = 100;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final long MOST_BYTES = 1L << 40;

  private final Catalogue catalogue;
  private final Negotiation negotiation;
  private final Versions versions;
  private final ResourceJson json;
  private final WorkingLanguages languages;

  @Inject
  ListResources(
      Catalogue catalogue,
      Negotiation negotiation,
      WorkingLanguages languages,
      Versions versions,
      ResourceJson json) {
    this.languages = languages;
    this.catalogue = catalogue;
    this.negotiation = negotiation;
    this.versions = versions;
    this.json = json;
  }

  @Override
  public Reply answer(Request request) {
    Parameters parameters = new Parameters(request);
    AskedLanguages asked = parameters.languages();
    Sighting sighting = catalogue.look();
    Freshness seen = versions.of(request, asked, sighting.state());
    if (seen.matches(request)) {
      return new Reply.NotModified(seen, Caching.of(request, asked));
    }
    LanguageTag base =
        catalogue.filled(sighting, negotiation.workingLanguage(asked.list()), languages.first());
    Shelf shelf = catalogue.shelf(sighting, Set.of(base));
    ResourceQuery query = query(parameters, asked, base, shelf.vocabulary(base));
    int limit = (int) parameters.wholeNumber("limit", 1, MOST).orElse(USUAL_LIMIT);
    Optional<Selection.Position> after = position(parameters, query);
    List<ParameterError> errors = parameters.errors();
    if (!errors.isEmpty()) {
      return Reply.failed(errors);
    }
    while (true) {
      Selection selection = shelf.select(query);
      Selection.Page page = selection.page(after, limit);
      Set<LanguageTag> needed = languages(base, page.chosen());
      if (shelf.holds(needed)) {
        return reply(request, asked, query, after, shelf, selection, page);
      }
      shelf = catalogue.shelf(sighting, needed);
    }
  }

  private static ResourceQuery query(
      Parameters parameters, AskedLanguages asked, LanguageTag base, Vocabulary vocabulary) {
    Optional<String> rendition =
        parameters.choice(
            "hasRendition",
            Arrays.stream(RenditionKind.values()).map(RenditionKind::code).toList());
    return new ResourceQuery(
        base,
        asked.list(),
        FallbackParameter.read(parameters),
        parameters.choices("type", codes(vocabulary.types())),
        parameters.choices("theme", codes(vocabulary.themes())),
        parameters.choices("region", codes(vocabulary.regions())),
        parameters.wholeNumbers("year", FIRST_YEAR, LAST_YEAR),
        rendition.flatMap(RenditionKind::find),
        parameters.wholeNumber("maxBytes", 1, MOST_BYTES));
  }

  private static List<String> codes(List<Term> terms) {
    return terms.stream().map(Term::code).toList();
  }

  private static Optional<Selection.Position> position(Parameters parameters, ResourceQuery query) {
    Optional<String> cursor = parameters.text("cursor");
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    return switch (ListCursor.read(cursor.get(), query)) {
      case ListCursor.Read.At(Selection.Position position) -> Optional.of(position);
      case ListCursor.Read.Refused(ParameterError.Code code) -> {
        parameters.reject(ParameterError.of("cursor", code));
        yield Optional.empty();
      }
    };
  }

  /** The feeds that the texts of a page come from. */
  private static Set<LanguageTag> languages(LanguageTag base, List<Chosen> page) {
    Set<LanguageTag> languages = new LinkedHashSet<>();
    languages.add(base);
    for (Chosen chosen : page) {
      if (!chosen.choice().language().equals(chosen.entry().language())) {
        languages.add(chosen.choice().language());
      }
    }
    return languages;
  }

  private Reply reply(
      Request request,
      AskedLanguages asked,
      ResourceQuery query,
      Optional<Selection.Position> after,
      Shelf shelf,
      Selection selection,
      Selection.Page page) {
    Set<LanguageTag> languages = new LinkedHashSet<>();
    page.chosen().forEach(chosen -> languages.add(chosen.choice().language()));
    if (languages.isEmpty()) {
      languages.add(query.base());
    }
    return new Reply.Content(
        out -> {
          out.writeStartObject();
          json.language(out, asked, query.base());
          out.writeNumberField("total", selection.chosen().size());
          out.writeArrayFieldStart("items");
          for (Chosen chosen : page.chosen()) {
            LanguageTag language = chosen.choice().language();
            ResourceEntry text =
                language.equals(chosen.entry().language())
                    ? chosen.entry()
                    : shelf.resource(language, chosen.entry().id()).orElseThrow();
            json.entry(out, text, chosen.choice());
          }
          out.writeEndArray();
          json.facets(out, selection);
          if (page.more()) {
            out.writeStringField(
                "next",
                ListCursor.write(Selection.Position.of(page.chosen().getLast().entry()), query));
          }
          out.writeEndObject();
        },
        Optional.of(versions.of(request, asked, shelf.state())),
        List.copyOf(languages),
        location(request, query, after),
        Caching.of(request, asked));
  }

  /** A cursor continues the list of one query only, so this page has another one there. */
  private static String location(
      Request request, ResourceQuery query, Optional<Selection.Position> after) {
    ResourceQuery there =
        new ResourceQuery(
            query.base(),
            new LanguagePriorityList(List.of(LanguageRange.of(query.base()))),
            query.fallback(),
            query.types(),
            query.themes(),
            query.regions(),
            query.years(),
            query.rendition(),
            query.mostBytes());
    return Location.of(
        request,
        query.base(),
        after
            .map(position -> Map.of("cursor", ListCursor.write(position, there)))
            .orElseGet(Map::of));
  }
}
