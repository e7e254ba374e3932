package companion.function.resources;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.languageservice.LanguageService;
import companion.resource.Correction;
import companion.resource.Edition;
import companion.resource.Origin;
import companion.resource.Relation;
import companion.resource.Rendition;
import companion.resource.RenditionKind;
import companion.resource.ResourceFacts;
import companion.resource.TranslationMethod;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Things to publish. */
final class Samples {
  static final LanguageTag EN = LanguageTag.of("en");
  static final LanguageTag ES = LanguageTag.of("es");
  static final LanguageTag FR = LanguageTag.of("fr");
  static final LanguageTag RU = LanguageTag.of("ru");
  static final LanguageTag ZH = LanguageTag.of("zh");
  static final List<LanguageTag> FIVE = List.of(EN, ES, FR, RU, ZH);

  /** As shipped, and Arabic: what a deployment sets to add a language. */
  static final String SIX_LANGUAGES =
      """
      {"languages": [
        {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
        {"tag": "fr", "script": "Latn", "direction": "ltr", "endonym": "Français"},
        {"tag": "es", "script": "Latn", "direction": "ltr", "endonym": "Español"},
        {"tag": "ru", "script": "Cyrl", "direction": "ltr", "endonym": "Русский"},
        {"tag": "zh", "script": "Hans", "direction": "ltr", "endonym": "中文"},
        {"tag": "ar", "script": "Arab", "direction": "rtl", "endonym": "العربية"}],
       "default": "en",
       "fallbacks": {
        "ar": ["fr", "en"],
        "zh-Hant": ["zh", "en"],
        "*": ["en", "fr", "es", "ru", "zh"]}}
      """;

  private Samples() {}

  static Vocabulary vocabulary() {
    return new Vocabulary(
        List.of(
            term("statement", "Statement", "Declaración", "Déclaration", "Заявление", "声明"),
            term("smart-guide", "Smart guide", "Guía práctica", "Guide pratique", "Гид", "指南"),
            term("journal-article", "Article", "Artículo", "Article", "Статья", "文章"),
            term("journal-issue", "Journal", "Revista", "Revue", "Журнал", "期刊"),
            term("case-study", "Case study", "Caso", "Étude de cas", "Пример", "案例")),
        List.of(
            term("violence", "Violence", "Violencia", "Violences", "Насилие", "暴力"),
            term("law", "Law", "Leyes", "Droit", "Закон", "法律"),
            term("health", "Health", "Salud", "Santé", "Здоровье", "健康"),
            term("stigma", "Stigma", "Estigma", "Stigmatisation", "Стигма", "污名")),
        List.of(
            term("africa", "Africa", "África", "Afrique", "Африка", "非洲"),
            term("europe", "Europe", "Europa", "Europe", "Европа", "欧洲")),
        List.of(
            term("endangers-people", "Danger", "Peligro", "Danger", "Опасность", "危险"),
            term("consent-withdrawn", "Consent", "Consentimiento", "Accord", "Согласие", "同意"),
            term("not-stated", "Not stated", "Sin motivo", "Sans raison", "Не указано", "未说明")),
        List.of(term("dictionary", "Dictionary", "Diccionario", "Dictionnaire", "Словарь", "词典")),
        List.of(term("free", "Free", "Gratis", "Gratuit", "Бесплатно", "免费")),
        List.of(term("on-device", "On device", "Local", "Local", "На устройстве", "本机")));
  }

  private static Term term(String code, String en, String es, String fr, String ru, String zh) {
    return new Term(code, Map.of(EN, en, ES, es, FR, fr, RU, ru, ZH, zh));
  }

  static LanguageService service(String id, String name) {
    Map<LanguageTag, String> descriptions = new LinkedHashMap<>();
    FIVE.forEach(
        language ->
            descriptions.put(language, (name + " described in " + language + ". ").repeat(9)));
    return new LanguageService(
        id,
        name,
        "dictionary",
        List.of(EN, LanguageTag.of("zh-Hant")),
        "free",
        "on-device",
        URI.create("https://example.org/" + id),
        descriptions);
  }

  /** Facts with the members that tests ask about. */
  static ResourceFacts facts(
      String type,
      List<String> themes,
      List<String> regions,
      String date,
      Audience audience,
      LanguageTag original,
      Relation... relations) {
    return new ResourceFacts(
        type,
        themes,
        regions,
        LocalDate.parse(date),
        audience,
        original,
        List.of(relations),
        Optional.empty());
  }

  static ResourceFacts reviewedBy(ResourceFacts facts, String date) {
    return new ResourceFacts(
        facts.type(),
        facts.themes(),
        facts.regions(),
        facts.date(),
        facts.audience(),
        facts.original(),
        facts.relations(),
        Optional.of(LocalDate.parse(date)));
  }

  static Edition original(LanguageTag language, int revision, String title) {
    return edition(language, title, revision, new Origin.Original());
  }

  static Edition translation(LanguageTag language, int revision, int of, String title) {
    return edition(language, title, revision, new Origin.Translated(of, TranslationMethod.HUMAN));
  }

  static Edition machine(LanguageTag language, TranslationMethod method, String title) {
    return edition(language, title, 1, new Origin.Translated(1, method));
  }

  private static Edition edition(LanguageTag language, String title, int revision, Origin origin) {
    return new Edition(
        language,
        title + " (" + language + ")",
        "What it says, in " + language + ", revision " + revision + ". «Ça», “это”, 这个.",
        List.of("The secretariat"),
        revision,
        origin,
        Optional.empty(),
        List.of(
            rendition(RenditionKind.PDF, "application/pdf", title + language + revision, 40_000),
            rendition(RenditionKind.TEXT, "text/markdown", title + language + revision, 3_000)));
  }

  private static Rendition rendition(
      RenditionKind kind, String mediaType, String text, long bytes) {
    return new Rendition(
        kind,
        mediaType,
        bytes + text.length(),
        Sha256.of((kind + text).getBytes(StandardCharsets.UTF_8)),
        kind == RenditionKind.PDF ? OptionalInt.of(4) : OptionalInt.empty());
  }

  static Edition corrected(Edition edition, String title, String note) {
    return new Edition(
        edition.language(),
        title,
        edition.summary(),
        edition.contributors(),
        edition.revision(),
        edition.origin(),
        Optional.of(new Correction(LocalDate.of(2026, 3, 2), note)),
        edition.renditions());
  }

  static Edition withRenditions(Edition edition, Rendition... renditions) {
    return new Edition(
        edition.language(),
        edition.title(),
        edition.summary(),
        edition.contributors(),
        edition.revision(),
        edition.origin(),
        edition.correction(),
        List.of(renditions));
  }

  static Rendition audio(long bytes) {
    return rendition(RenditionKind.AUDIO, "audio/mp4", "audio", bytes);
  }

  static WorkingLanguages sixLanguages() {
    return WorkingLanguages.read(SIX_LANGUAGES);
  }
}
