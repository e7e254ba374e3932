package companion.resource;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import companion.vocabulary.Vocabulary;
import companion.vocabulary.Vocabulary.Term;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Resources for tests. */
public final class ResourceSamples {
  public static final LanguageTag EN = LanguageTag.of("en");
  public static final LanguageTag FR = LanguageTag.of("fr");
  public static final LanguageTag ZH = LanguageTag.of("zh");

  public static final WorkingLanguages THREE_LANGUAGES =
      WorkingLanguages.read(
          """
          {"languages": [
            {"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"},
            {"tag": "fr", "script": "Latn", "direction": "ltr", "endonym": "Français"},
            {"tag": "zh", "script": "Hans", "direction": "ltr", "endonym": "中文"}],
           "default": "en",
           "fallbacks": {"fr": ["en", "zh"], "zh": ["en", "fr"], "*": ["en", "fr", "zh"]}}
          """);

  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(term("briefing-paper"), term("manual")),
          List.of(term("law"), term("health")),
          List.of(term("africa"), term("europe")),
          List.of(term("legal"), term("endangers-people")),
          List.of(),
          List.of(),
          List.of());

  private ResourceSamples() {}

  private static Term term(String code) {
    return new Term(code, Map.of(EN, "English " + code, FR, "français " + code));
  }

  public static ResourceFacts facts() {
    return facts(Audience.PUBLIC, List.of());
  }

  public static ResourceFacts facts(Audience audience, List<Relation> relations) {
    return new ResourceFacts(
        "briefing-paper",
        List.of("law"),
        List.of("africa"),
        LocalDate.of(2014, 6, 1),
        audience,
        EN,
        relations,
        Optional.empty());
  }

  public static Edition original(int revision) {
    return edition(EN, revision, new Origin.Original());
  }

  public static Edition translation(LanguageTag language, int revision, int of) {
    return edition(language, revision, new Origin.Translated(of, TranslationMethod.HUMAN));
  }

  public static Edition edition(LanguageTag language, int revision, Origin origin) {
    String text = "Text in " + language + ", revision " + revision;
    return new Edition(
        language,
        "Title in " + language,
        "Summary, revision " + revision,
        List.of(),
        revision,
        origin,
        Optional.empty(),
        List.of(
            new Rendition(
                RenditionKind.TEXT,
                "text/markdown",
                text.length(),
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                OptionalInt.empty())));
  }

  static Edition corrected(Edition edition, String note) {
    return new Edition(
        edition.language(),
        edition.title() + ", corrected",
        edition.summary(),
        edition.contributors(),
        edition.revision(),
        edition.origin(),
        Optional.of(new Correction(LocalDate.of(2026, 3, 2), note)),
        edition.renditions());
  }

  /** Some command that makes sense for what is published now. */
  static ResourceCommand anyCommand(
      Random random,
      ResourceId id,
      Optional<PublishedResource> now,
      List<ResourceId> ids,
      WorkingLanguages languages) {
    LanguageTag language = languages.tags().get(random.nextInt(languages.tags().size()));
    int kind = random.nextInt(20);
    if (kind == 0) {
      return new ResourceCommand.WithdrawResource(Audience.PUBLIC, "legal");
    }
    Optional<Edition> published =
        now.filter(PublishedResource.Live.class::isInstance)
            .flatMap(resource -> ((PublishedResource.Live) resource).edition(language));
    if (kind < 3) {
      return new ResourceCommand.WithdrawEdition(language, "legal");
    }
    if (kind < 6 && published.isPresent()) {
      return new ResourceCommand.CorrectEdition(
          corrected(published.get(), "note " + random.nextInt(1_000)));
    }
    int revision = published.map(Edition::revision).orElse(0) + 1;
    ResourceId other = ids.get(random.nextInt(ids.size()));
    List<Relation> relations =
        random.nextInt(3) == 0 && !other.equals(id)
            ? List.of(new Relation(RelationKind.SUPERSEDES, other))
            : List.of();
    Audience audience = random.nextInt(4) == 0 ? Audience.MEMBER : Audience.PUBLIC;
    return new ResourceCommand.PublishEditions(
        facts(audience, relations),
        language.equals(EN) ? original(revision) : translation(language, revision, 1));
  }
}
