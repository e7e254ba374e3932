package companion.function.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import companion.catalogue.Selection;
import companion.catalogue.Selection.Facet;
import companion.feed.Audience;
import companion.http.AskedLanguages;
import companion.http.FilePath;
import companion.language.Choice;
import companion.language.Choice.Served;
import companion.language.Fallback;
import companion.language.LanguageRange;
import companion.language.LanguageTag;
import companion.language.Match;
import companion.language.Negotiation;
import companion.language.WorkingLanguage;
import companion.language.WorkingLanguages;
import companion.resource.Correction;
import companion.resource.EditionSummary;
import companion.resource.InverseRelation;
import companion.resource.RelationKind;
import companion.resource.Rendition;
import companion.resource.ResourceEntry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.inject.Inject;

/** The parts of answers that several routes share. */
final class ResourceJson {
  private final WorkingLanguages languages;
  private final Negotiation negotiation;

  @Inject
  ResourceJson(WorkingLanguages languages, Negotiation negotiation) {
    this.languages = languages;
    this.negotiation = negotiation;
  }

  /** What was asked and what is served, for an answer whose language is a working language. */
  void language(JsonGenerator out, AskedLanguages asked, LanguageTag served) throws IOException {
    Choice choice = negotiation.choose(asked.list(), Set.copyOf(languages.tags()), Fallback.CHAIN);
    Match match =
        choice instanceof Served working && working.language().equals(served)
            ? working.match()
            : Match.FALLBACK;
    language(out, asked, new Served(served, match));
  }

  void language(JsonGenerator out, AskedLanguages asked, Served served) throws IOException {
    out.writeObjectFieldStart("language");
    out.writeArrayFieldStart("asked");
    for (LanguageRange range : asked.list().ranges()) {
      if (range.thousandths() > 0) {
        out.writeString(range.value());
      }
    }
    out.writeEndArray();
    out.writeStringField("served", served.language().value());
    out.writeStringField("match", served.match().name().toLowerCase(Locale.ROOT));
    out.writeBooleanField("isFallback", served.isFallback());
    script(out, served.language());
    out.writeEndObject();
  }

  void script(JsonGenerator out, LanguageTag tag) throws IOException {
    if (languages.find(tag).isPresent()) {
      WorkingLanguage language = languages.find(tag).get();
      out.writeStringField("script", language.script());
      out.writeStringField("direction", language.direction().name().toLowerCase(Locale.ROOT));
    }
  }

  void entry(JsonGenerator out, ResourceEntry entry, Served served) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", entry.id().value());
    out.writeStringField("title", entry.title());
    out.writeStringField("summary", entry.summary());
    out.writeStringField("language", served.language().value());
    out.writeBooleanField("isFallback", served.isFallback());
    for (EditionSummary edition : entry.editions()) {
      if (edition.language().equals(served.language())) {
        out.writeStringField("status", edition.status().code());
      }
    }
    out.writeStringField("audience", entry.audience().code());
    out.writeStringField("type", entry.type());
    texts(out, "themes", entry.themes());
    texts(out, "regions", entry.regions());
    out.writeStringField("date", entry.date().toString());
    if (entry.reviewBy().isPresent()) {
      out.writeStringField("reviewBy", entry.reviewBy().get().toString());
    }
    List<String> successors =
        entry.inverses().stream()
            .filter(inverse -> inverse.kind() == RelationKind.SUPERSEDES)
            .map(inverse -> inverse.source().value())
            .toList();
    if (!successors.isEmpty()) {
      texts(out, "supersededBy", successors);
    }
    List<String> shorter =
        entry.inverses().stream()
            .filter(inverse -> inverse.kind() == RelationKind.SHORT_VERSION_OF)
            .map(InverseRelation::source)
            .map(Object::toString)
            .toList();
    if (!shorter.isEmpty()) {
      texts(out, "shortVersion", shorter);
    }
    renditions(out, entry.renditions(), entry.audience());
    editions(out, entry.editions());
    out.writeEndObject();
  }

  void editions(JsonGenerator out, List<EditionSummary> editions) throws IOException {
    out.writeArrayFieldStart("languages");
    for (EditionSummary edition : editions) {
      out.writeStartObject();
      out.writeStringField("language", edition.language().value());
      out.writeStringField("status", edition.status().code());
      out.writeNumberField("revision", edition.revision());
      out.writeObjectFieldStart("bytes");
      for (var bytes : edition.bytes().entrySet()) {
        out.writeNumberField(bytes.getKey().code(), bytes.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void renditions(JsonGenerator out, List<Rendition> renditions, Audience audience)
      throws IOException {
    out.writeArrayFieldStart("renditions");
    for (Rendition rendition : renditions) {
      out.writeStartObject();
      out.writeStringField("kind", rendition.kind().code());
      out.writeStringField("mediaType", rendition.mediaType());
      out.writeNumberField("bytes", rendition.bytes());
      if (rendition.pages().isPresent()) {
        out.writeNumberField("pages", rendition.pages().getAsInt());
      }
      out.writeStringField("sha256", rendition.sha256().hex());
      out.writeStringField("url", FilePath.of(audience) + rendition.sha256());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void correction(JsonGenerator out, Correction correction) throws IOException {
    out.writeObjectFieldStart("correction");
    out.writeStringField("date", correction.date().toString());
    out.writeStringField("note", correction.note());
    out.writeEndObject();
  }

  /** Languages that were there and are no more. */
  void withdrawn(JsonGenerator out, SortedMap<LanguageTag, String> reasons) throws IOException {
    out.writeArrayFieldStart("withdrawnLanguages");
    for (Map.Entry<LanguageTag, String> reason : reasons.entrySet()) {
      out.writeStartObject();
      out.writeStringField("language", reason.getKey().value());
      out.writeStringField("reason", reason.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  void facets(JsonGenerator out, Selection selection) throws IOException {
    out.writeObjectFieldStart("facets");
    for (Map.Entry<Facet, Map<String, Integer>> facet : selection.facets().entrySet()) {
      out.writeObjectFieldStart(facet.getKey().code());
      for (Map.Entry<String, Integer> count : facet.getValue().entrySet()) {
        out.writeNumberField(count.getKey(), count.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
