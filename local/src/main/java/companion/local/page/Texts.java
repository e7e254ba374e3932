package companion.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The words of the home page in one language. */
record Texts(String language, Properties words) {
  /** In the order in which the page offers them. */
  static final List<String> LANGUAGES = List.of("zh", "en", "fr", "ru", "es");

  // Who reads these does not want Simplified Chinese, which is what zh is here.
  private static final Set<String> TRADITIONAL = Set.of("zh-hant", "zh-tw", "zh-hk", "zh-mo");

  /**
   * @param language one of {@link #LANGUAGES}
   */
  static Texts of(String language) {
    var words = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            Texts.class.getResourceAsStream("/home/" + language + ".properties"))) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(language, words);
  }

  /**
   * The language for a reader: the one asked for, else the best that the browser names (RFC 4647,
   * section 3.4), else English.
   */
  static String choose(Optional<String> asked, Optional<String> acceptLanguage) {
    if (asked.isPresent() && LANGUAGES.contains(asked.get())) {
      return asked.get();
    }
    try {
      List<LanguageRange> ranges =
          LanguageRange.parse(acceptLanguage.orElse("en")).stream()
              .filter(range -> TRADITIONAL.stream().noneMatch(range.getRange()::startsWith))
              .toList();
      return Optional.ofNullable(Locale.lookupTag(ranges, LANGUAGES)).orElse("en");
    } catch (IllegalArgumentException e) { // no Accept-Language that one could read
      return "en";
    }
  }

  String get(String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  String get(String key, String argument) {
    return get(key).replace("{0}", argument);
  }

  /** The name of a language in this one; the tag itself if it has none. */
  String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(locale());
    return name.isBlank() ? tag : name;
  }

  /** A file's size in decimal units, as phones and providers count. */
  String size(long bytes) {
    NumberFormat number = NumberFormat.getNumberInstance(locale());
    number.setMaximumFractionDigits(bytes < 1_000_000 ? 0 : 1);
    return bytes < 1_000_000
        ? get("unit.kilobytes", number.format(Math.max(1, Math.round(bytes / 1e3))))
        : get("unit.megabytes", number.format(bytes / 1e6));
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
