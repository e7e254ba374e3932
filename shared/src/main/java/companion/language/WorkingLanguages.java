package companion.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The configured languages in order, and the fallback chains. To add a language is to change the
 * JSON that this is read from. Immutable.
 */
public final class WorkingLanguages {
  private final List<WorkingLanguage> languages;
  private final LanguageTag first;
  private final Map<String, List<LanguageTag>> chains;

  WorkingLanguages(
      List<WorkingLanguage> languages, LanguageTag first, Map<String, List<LanguageTag>> chains) {
    this.languages = List.copyOf(languages);
    this.first = first;
    this.chains = Map.copyOf(chains);
  }

  /** The languages as shipped, read anew from the resource languages.json at each call. */
  public static WorkingLanguages shipped() {
    try (InputStream json =
        Objects.requireNonNull(
            WorkingLanguages.class.getResourceAsStream("languages.json"),
            "companion/language/languages.json is not on the classpath")) {
      return read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a configuration:
   *
   * <pre>{@code
   * {"languages": [{"tag": "en", "script": "Latn", "direction": "ltr", "endonym": "English"}, ...],
   *  "default": "en",
   *  "fallbacks": {"zh-Hant": ["zh", "en"], ..., "*": ["en", ...]}}
   * }</pre>
   *
   * <p>A chain belongs to a tag and to the more specific ones that have none of their own; "*",
   * which may be left out, belongs to all. Chains lead to working languages only.
   *
   * @throws IllegalArgumentException if anything is missing, unknown or contradictory; the message
   *     gives the path of the place, such as {@code $.languages[2].script}
   */
  public static WorkingLanguages read(String json) {
    return LanguagesJson.read(json);
  }

  /** The languages in their configured order; never empty. */
  public List<WorkingLanguage> all() {
    return languages;
  }

  /** The languages' tags in their configured order; never empty. */
  public List<LanguageTag> tags() {
    return languages.stream().map(WorkingLanguage::tag).toList();
  }

  /** The default, served when nothing is asked; en as shipped. */
  public LanguageTag first() {
    return first;
  }

  /** The working language of exactly this tag, or empty. */
  public Optional<WorkingLanguage> find(LanguageTag tag) {
    return languages.stream().filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** The chain configured for exactly this tag or "*", or empty. */
  Optional<List<LanguageTag>> chain(String key) {
    return Optional.ofNullable(chains.get(key));
  }
}
