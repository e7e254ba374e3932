package companion.function.resources;

import companion.catalogue.Catalogue;
import companion.http.Request;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.resource.ResourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.inject.Inject;

/** Each route once, and the list in every language: the whole catalogue is then in memory. */
final class RehearsedRequests implements Supplier<List<Request>> {
  private final Catalogue catalogue;
  private final WorkingLanguages languages;

  @Inject
  RehearsedRequests(Catalogue catalogue, WorkingLanguages languages) {
    this.catalogue = catalogue;
    this.languages = languages;
  }

  @Override
  public List<Request> get() {
    List<Request> requests = new ArrayList<>();
    for (LanguageTag language : languages.tags()) {
      requests.add(request("GET /v1/resources", Map.of(), language));
    }
    LanguageTag first = languages.first();
    requests.add(request("GET /v1/vocabulary", Map.of(), first));
    requests.add(request("GET /v1/language-services", Map.of(), first));
    Optional<ResourceEntry> newest = catalogue.shelf(catalogue.look(), Set.of(first)).newest(first);
    if (newest.isPresent()) {
      Map<String, String> id = Map.of("id", newest.get().id().value());
      requests.add(request("GET /v1/resources/{id}", id, first));
      requests.add(request("GET /v1/resources/{id}/editions", id, first));
    }
    return requests;
  }

  private static Request request(
      String routeKey, Map<String, String> pathParameters, LanguageTag language) {
    return new Request(
        routeKey,
        routeKey,
        pathParameters,
        Map.of("lang", language.value()),
        Map.of("accept-encoding", "gzip"));
  }
}
