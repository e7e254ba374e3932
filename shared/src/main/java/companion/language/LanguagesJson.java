package companion.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads languages.json. A mistake in it must fail the build or the start, and say where it is. */
final class LanguagesJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LanguagesJson() {}

  static WorkingLanguages read(String json) {
    JsonNode root = parse(json);
    requireFields("$", root, Set.of("languages", "default", "fallbacks"));
    List<WorkingLanguage> languages = languages(root.get("languages"));
    List<LanguageTag> tags = languages.stream().map(WorkingLanguage::tag).toList();
    LanguageTag first = oneOf(tags, "$.default", root.get("default"));
    return new WorkingLanguages(languages, first, chains(root.get("fallbacks"), tags));
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("$: not JSON: " + e.getMessage(), e);
    }
  }

  private static List<WorkingLanguage> languages(JsonNode array) {
    requireFilledArray("$.languages", array);
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

  private static WorkingLanguage language(String path, JsonNode object) {
    requireFields(path, object, Set.of("tag", "script", "direction", "endonym"));
    LanguageTag tag = tag(path + ".tag", object.get("tag"));
    String script = text(path + ".script", object.get("script"));
    Direction direction = direction(path + ".direction", object.get("direction"));
    String endonym = text(path + ".endonym", object.get("endonym"));
    try {
      return new WorkingLanguage(tag, script, direction, endonym);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static Direction direction(String path, JsonNode node) {
    String direction = text(path, node);
    return switch (direction) {
      case "ltr" -> Direction.LTR;
      case "rtl" -> Direction.RTL;
      default -> throw wrong(path, "must be ltr or rtl, but is \"" + direction + "\"");
    };
  }

  private static Map<String, List<LanguageTag>> chains(JsonNode object, List<LanguageTag> tags) {
    requireObject("$.fallbacks", object);
    Map<String, List<LanguageTag>> chains = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> chain : object.properties()) {
      String path = "$.fallbacks[\"" + chain.getKey() + "\"]";
      if (!chain.getKey().equals("*")) {
        tag(path, chain.getKey());
      }
      chains.put(chain.getKey(), chain(path, chain.getKey(), chain.getValue(), tags));
    }
    return chains;
  }

  private static List<LanguageTag> chain(
      String path, String key, JsonNode array, List<LanguageTag> tags) {
    requireFilledArray(path, array);
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

  private static LanguageTag oneOf(List<LanguageTag> tags, String path, JsonNode node) {
    LanguageTag tag = tag(path, node);
    if (!tags.contains(tag)) {
      throw wrong(path, tag + " is not among $.languages");
    }
    return tag;
  }

  private static LanguageTag tag(String path, JsonNode node) {
    return tag(path, text(path, node));
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

  private static String text(String path, JsonNode node) {
    if (!node.isTextual()) {
      throw wrong(path, "must be a string");
    }
    return node.textValue();
  }

  private static void requireObject(String path, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(path, "must be an object");
    }
  }

  private static void requireFilledArray(String path, JsonNode node) {
    if (!node.isArray() || node.isEmpty()) {
      throw wrong(path, "must be an array that is not empty");
    }
  }

  /** Every field must be there, and no other: a field that is not read is a typing error. */
  private static void requireFields(String path, JsonNode node, Set<String> fields) {
    requireObject(path, node);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!fields.contains(field.getKey())) {
        throw wrong(path + "." + field.getKey(), "is not a field that is known here");
      }
    }
    for (String field : fields.stream().sorted().toList()) {
      if (!node.has(field)) {
        throw wrong(path + "." + field, "is missing");
      }
    }
  }

  private static IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException(path + ": " + what);
  }
}
