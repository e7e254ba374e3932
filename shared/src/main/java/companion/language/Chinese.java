package companion.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Chinese tag or range taken apart. Chinese is one language to lookup but two scripts to a
 * reader, and most tags name the script only by their region (RFC 5646, section 4.1, and the
 * macrolanguage zh of section 4.1.2).
 *
 * @param modern the tag with its language as registered today: zh for Mandarin (cmn, zh-cmn), yue
 *     for zh-yue
 * @param script Hans or Hant, named or implied
 */
record Chinese(String modern, String script) {
  private static final String HANS = "Hans";
  private static final String HANT = "Hant";

  /** The languages that the registry's macrolanguage zh encompasses, Mandarin apart. */
  private static final Set<String> MEMBERS =
      Set.of(
          "cdo", "cjy", "cnp", "cpx", "csp", "czh", "czo", "gan", "hak", "hnm", "hsn", "luh", "lzh",
          "mnp", "nan", "sjc", "wuu", "yue");

  /**
   * Languages written in both scripts, or mostly in Hant. In doubt Hant: it makes zh a fallback
   * that is told, where Hans would make it the language asked for.
   */
  private static final Set<String> HANT_LANGUAGES = Set.of("hak", "nan", "yue");

  /** Hant, and the scripts that add Bopomofo to it or are it. */
  private static final Set<String> HANT_SCRIPTS = Set.of(HANT, "Hanb", "Bopo");

  private static final Set<String> HANT_REGIONS = Set.of("HK", "MO", "TW");
  private static final Set<String> HANS_REGIONS = Set.of("CN", "MY", "SG");

  /**
   * Takes a tag or range apart.
   *
   * @return empty where it is not Chinese
   */
  static Optional<Chinese> read(String value, WorkingLanguages languages) {
    String modern = modern(value);
    String language = language(modern);
    if (!language.equals("zh") && !MEMBERS.contains(language)) {
      return Optional.empty();
    }
    return Optional.of(new Chinese(modern, script(value, modern, language, languages)));
  }

  /** The tag with its script named: zh-Hant-TW for zh-TW. */
  String full() {
    String region = TagSyntax.region(modern);
    return language(modern) + '-' + script + (region.isEmpty() ? "" : '-' + region);
  }

  /** The tags that say the same or less of language, script and region, the fullest first. */
  List<String> forms() {
    List<String> forms = new ArrayList<>();
    String region = TagSyntax.region(modern);
    for (String language : Stream.of(language(modern), "zh").distinct().toList()) {
      if (!region.isEmpty()) {
        forms.add(language + '-' + script + '-' + region);
      }
      forms.add(language + '-' + script);
      if (!region.isEmpty()) {
        forms.add(language + '-' + region);
      }
      forms.add(language);
    }
    return forms;
  }

  private static String script(
      String value, String modern, String language, WorkingLanguages languages) {
    String named = TagSyntax.script(modern);
    if (named.equals(HANS)) {
      return HANS;
    }
    if (HANT_SCRIPTS.contains(named)) {
      return HANT;
    }
    String configured = configured(value, languages);
    if (!configured.isEmpty()) {
      return configured;
    }
    String region = TagSyntax.region(modern);
    if (HANT_REGIONS.contains(region)) {
      return HANT;
    }
    if (HANS_REGIONS.contains(region)) {
      return HANS;
    }
    if (HANT_LANGUAGES.contains(language) || configured("zh", languages).equals(HANT)) {
      return HANT;
    }
    return HANS;
  }

  /** The script of the working language of this very tag, where it is one of the two, or "". */
  private static String configured(String value, WorkingLanguages languages) {
    return LanguageTag.parse(value)
        .flatMap(languages::find)
        .map(WorkingLanguage::script)
        .filter(script -> script.equals(HANS) || script.equals(HANT))
        .orElse("");
  }

  private static String language(String modern) {
    int hyphen = modern.indexOf('-');
    return hyphen < 0 ? modern : modern.substring(0, hyphen);
  }

  /**
   * Extended languages and grandfathered tags by their preferred values (RFC 5646, section 4.5);
   * zh-min, which has none, goes with nan as the one that is written most.
   */
  private static String modern(String value) {
    String[] subtags = value.split("-", 3);
    if (value.equals("i-hak")) {
      return "hak";
    }
    if (subtags[0].equals("cmn")) {
      return "zh" + value.substring(3);
    }
    if (!subtags[0].equals("zh") || subtags.length == 1) {
      return value;
    }
    String rest = subtags.length == 3 ? '-' + subtags[2] : "";
    return switch (subtags[1]) {
      case "cmn", "guoyu" -> "zh" + rest;
      case "hakka" -> "hak" + rest;
      case "xiang" -> "hsn" + rest;
      case "min" -> TagSyntax.covers("-nan", rest) ? "nan" + rest.substring(4) : "nan" + rest;
      default -> MEMBERS.contains(subtags[1]) ? subtags[1] + rest : value;
    };
  }
}
