package companion.language;

import companion.json.JsonText;
import companion.json.MalformedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads languages.json. A mistake in it must fail the build or the start, and say where it is. */
final class LanguagesJson {
  private LanguagesJson() {}

  static WorkingLanguages read(String json) {
    Map<?, ?> root = object("$", parse(json), Set.of("languages", "default", "fallbacks"));
    List<WorkingLanguage> languages = languages(root.get("languages"));
    List<LanguageTag> tags = languages.stream().map(WorkingLanguage::tag).toList();
    LanguageTag first = oneOf(tags, "$.default", root.get("default"));
    return new WorkingLanguages(languages, first, chains(root.get("fallbacks"), tags));
  }

  private static @Nullable Object parse(String json) {
    try {
      return JsonText.read(json);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("$: not JSON: " + e.getMessage(), e);
    }
  }

  private static List<WorkingLanguage> languages(@Nullable Object value) {
    List<?> array = filledArray("$.languages", value);
    List<WorkingLanguage> languages = new ArrayList<>();
    for (int at = 0; at < array.size(); at++) {
      String path = "$.languages[" + at + "]";
      WorkingLanguage language = language(path, array.get(at));
      if (languages.stream().anyMatch(earlier -> earlier.tag().equals(language.tag()))) {
        throw wrong(path + ".tag", language.tag() + " is there already");
      }
      languages.add(language);
    }
    return languages;
  }

  private static WorkingLanguage language(String path, @Nullable Object value) {
    Map<?, ?> object = object(path, value, Set.of("tag", "script", "direction", "endonym"));
    LanguageTag tag = tag(path + ".tag", text(path + ".tag", object.get("tag")));
    String script = text(path + ".script", object.get("script"));
    Direction direction = direction(path + ".direction", object.get("direction"));
    String endonym = text(path + ".endonym", object.get("endonym"));
    try {
      return new WorkingLanguage(tag, script, direction, endonym);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static Direction direction(String path, @Nullable Object value) {
    String direction = text(path, value);
    return switch (direction) {
      case "ltr" -> Direction.LTR;
      case "rtl" -> Direction.RTL;
      default -> throw wrong(path, "must be ltr or rtl, but is \"" + direction + "\"");
    };
  }

  private static Map<String, List<LanguageTag>> chains(
      @Nullable Object value, List<LanguageTag> tags) {
    Map<?, ?> object = object("$.fallbacks", value);
    Map<String, List<LanguageTag>> chains = new LinkedHashMap<>();
    for (Map.Entry<?, ?> chain : object.entrySet()) {
      String key = chain.getKey().toString();
      String path = "$.fallbacks[\"" + key + "\"]";
      if (!key.equals("*")) {
        tag(path, key);
      }
      chains.put(key, chain(path, key, chain.getValue(), tags));
    }
    return chains;
  }

  private static List<LanguageTag> chain(
      String path, String key, @Nullable Object value, List<LanguageTag> tags) {
    List<?> array = filledArray(path, value);
    List<LanguageTag> chain = new ArrayList<>();
    for (int at = 0; at < array.size(); at++) {
      String place = path + "[" + at + "]";
      LanguageTag tag = oneOf(tags, place, array.get(at));
      if (tag.value().equals(key)) {
        throw wrong(place, tag + " cannot be its own fallback");
      }
      if (chain.contains(tag)) {
        throw wrong(place, tag + " is there already");
      }
      chain.add(tag);
    }
    return List.copyOf(chain);
  }

  private static LanguageTag oneOf(List<LanguageTag> tags, String path, @Nullable Object value) {
    LanguageTag tag = tag(path, text(path, value));
    if (!tags.contains(tag)) {
      throw wrong(path, tag + " is not among $.languages");
    }
    return tag;
  }

  private static LanguageTag tag(String path, String text) {
    Optional<LanguageTag> tag = LanguageTag.parse(text);
    if (tag.isEmpty()) {
      throw wrong(path, "\"" + text + "\" is not a well-formed language tag");
    }
    if (!tag.get().value().equals(text)) {
      throw wrong(path, "\"" + text + "\" must be written " + tag.get());
    }
    return tag.get();
  }

  private static String text(String path, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(path, "must be a string");
  }

  private static Map<?, ?> object(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw wrong(path, "must be an object");
  }

  private static List<?> filledArray(String path, @Nullable Object value) {
    if (value instanceof List<?> array && !array.isEmpty()) {
      return array;
    }
    throw wrong(path, "must be an array that is not empty");
  }

  /** Every field must be there, and no other: a field that is not read is a typing error. */
  private static Map<?, ?> object(String path, @Nullable Object value, Set<String> fields) {
    Map<?, ?> object = object(path, value);
    for (Object field : object.keySet()) {
      if (!fields.contains(field.toString())) {
        throw wrong(path + "." + field, "is not a field that is known here");
      }
    }
    for (String field : fields.stream().sorted().toList()) {
      if (!object.containsKey(field)) {
        throw wrong(path + "." + field, "is missing");
      }
    }
    return object;
  }

  private static IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException(path + ": " + what);
  }
}
