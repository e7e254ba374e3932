package companion.feed;

import companion.language.LanguageTag;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One thing's step to the end of an audience's feed, in every language at once.
 *
 * @param from where the thing stands now in this audience; empty where it never was
 * @param version of the thing after the step
 * @param contents what each language's feed says from then on; not empty
 */
public record Move(
    Audience audience,
    Thing thing,
    OptionalLong from,
    long version,
    Map<LanguageTag, FeedEntry.Content> contents) {
  public Move {
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("a move without a language");
    }
    contents = Collections.unmodifiableMap(new TreeMap<>(contents));
  }
}
