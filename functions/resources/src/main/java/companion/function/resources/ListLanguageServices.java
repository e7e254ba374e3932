package companion.function.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.catalogue.Shelf;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import companion.language.LanguageTag;
import companion.languageservice.LanguageService;
import java.io.IOException;
import javax.inject.Inject;

/** {@code GET /v1/language-services}: help with languages on the net. */
final class ListLanguageServices implements Route {
  private final LabelledAnswer answer;

  @Inject
  ListLanguageServices(LabelledAnswer answer) {
    this.answer = answer;
  }

  @Override
  public Reply answer(Request request) {
    return answer.of(request, ListLanguageServices::write);
  }

  private static void write(JsonGenerator out, Shelf shelf, LanguageTag language)
      throws IOException {
    out.writeArrayFieldStart("items");
    for (LanguageService service : shelf.languageServices(language)) {
      out.writeStartObject();
      out.writeStringField("id", service.id());
      out.writeStringField("name", service.name());
      out.writeStringField("description", service.description(language));
      out.writeStringField("kind", service.kind());
      ResourceJson.texts(
          out, "languages", service.languages().stream().map(LanguageTag::value).toList());
      out.writeStringField("cost", service.cost());
      out.writeStringField("privacy", service.privacy());
      out.writeStringField("url", service.url().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
