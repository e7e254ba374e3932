package companion.function.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.catalogue.Shelf;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import companion.language.LanguageTag;
import companion.language.WorkingLanguage;
import companion.language.WorkingLanguages;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;

/** {@code GET /v1/vocabulary}: every code with its label in the reader's language. */
final class GetVocabulary implements Route {
  private final LabelledAnswer answer;
  private final ResourceJson json;
  private final WorkingLanguages languages;

  @Inject
  GetVocabulary(LabelledAnswer answer, ResourceJson json, WorkingLanguages languages) {
    this.answer = answer;
    this.json = json;
    this.languages = languages;
  }

  @Override
  public Reply answer(Request request) {
    return answer.of(request, this::write);
  }

  private void write(JsonGenerator out, Shelf shelf, LanguageTag language) throws IOException {
    Vocabulary vocabulary = shelf.vocabulary(language);
    terms(out, "types", vocabulary.types(), language);
    terms(out, "themes", vocabulary.themes(), language);
    terms(out, "regions", vocabulary.regions(), language);
    terms(out, "withdrawalReasons", vocabulary.withdrawalReasons(), language);
    terms(out, "serviceKinds", vocabulary.serviceKinds(), language);
    terms(out, "serviceCosts", vocabulary.serviceCosts(), language);
    terms(out, "servicePrivacy", vocabulary.servicePrivacy(), language);
    Locale reader = Locale.forLanguageTag(language.value());
    out.writeArrayFieldStart("languages");
    for (WorkingLanguage working : languages.all()) {
      out.writeStartObject();
      out.writeStringField("language", working.tag().value());
      out.writeStringField(
          "label", Locale.forLanguageTag(working.tag().value()).getDisplayName(reader));
      out.writeStringField("endonym", working.endonym());
      json.script(out, working.tag());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void terms(JsonGenerator out, String name, List<Term> terms, LanguageTag language)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Term term : terms) {
      out.writeStartObject();
      out.writeStringField("code", term.code());
      out.writeStringField("label", term.label(language));
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
