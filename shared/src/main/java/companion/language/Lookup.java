package companion.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lookup (RFC 4647, section 3.4) of one range, with the two Chinese scripts told apart: a range
 * that means one script is not cut down to a tag that means the other.
 */
final class Lookup {
  private final WorkingLanguages languages;

  Lookup(WorkingLanguages languages) {
    this.languages = languages;
  }

  /** The tags that this range fits, the closest first. */
  Set<LanguageTag> matches(LanguageRange range) {
    Set<LanguageTag> tags = new LinkedHashSet<>();
    Optional<String> script = script(range.value());
    for (String step : steps(range.value())) {
      if (step.equals(range.value()) || script(step).equals(script)) {
        // a step may be a range without being a tag: such a thing cannot be available
        LanguageTag.parse(step).ifPresent(tags::add);
      }
    }
    return tags;
  }

  /** The configured chain closest to this range, or an empty list. */
  List<LanguageTag> chain(LanguageRange range) {
    for (String step : steps(range.value())) {
      Optional<List<LanguageTag>> chain = languages.chain(step);
      if (chain.isPresent()) {
        return chain.get();
      }
    }
    return List.of();
  }

  /** The Chinese script that a tag or range means; empty for what is not Chinese. */
  Optional<String> script(String value) {
    return Chinese.read(value, languages).map(Chinese::script);
  }

  private List<String> steps(String value) {
    List<String> steps = new ArrayList<>(TagSyntax.truncations(value));
    Chinese.read(value, languages)
        .ifPresent(
            chinese -> {
              if (steps.size() > 1) {
                // zh-Hant is closer to zh-TW than zh is: the forms end with it
                steps.remove("zh");
              }
              steps.addAll(chinese.forms());
            });
    return steps;
  }
}
