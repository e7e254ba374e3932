package companion.feed;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The latest word about one thing, in one audience and language.
 *
 * @param sequence its place in the audience's order of publications; a thing has the same one in
 *     every language
 * @param version of the thing, rising with every publication, across audiences
 */
public record FeedEntry(long sequence, Thing thing, long version, Content content) {
  /** What a feed says of a thing. */
  public sealed interface Content {
    /** What there is to read, if anything. */
    Optional<Present> present();

    /**
     * There is something to read.
     *
     * @param body attributes whose meaning belongs to the kind of thing
     */
    record Present(Map<String, AttributeValue> body) implements Content {
      @Override
      public Optional<Present> present() {
        return Optional.of(this);
      }
    }

    /**
     * A tombstone: whoever has a copy drops it.
     *
     * @param reason a code of the vocabulary
     */
    record Gone(String reason) implements Content {
      @Override
      public Optional<Present> present() {
        return Optional.empty();
      }
    }
  }
}
