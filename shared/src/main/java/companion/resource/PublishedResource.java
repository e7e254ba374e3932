package companion.resource;

import companion.feed.Audience;
import companion.language.LanguageTag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A resource as the public side has it: what publishing changes and readers are shown. */
public sealed interface PublishedResource {
  ResourceId id();

  /** Rises with every publication that touches the resource, in whatever language or audience. */
  long version();

  Audience audience();

  /**
   * Something to read.
   *
   * @param editions by language; not empty
   * @param inverses what others say of it
   * @param withdrawnEditions languages that were there and are no more, with the reason's code
   */
  record Live(
      ResourceId id,
      long version,
      ResourceFacts facts,
      SortedMap<LanguageTag, Edition> editions,
      List<InverseRelation> inverses,
      SortedMap<LanguageTag, String> withdrawnEditions)
      implements PublishedResource {
    public Live {
      if (editions.isEmpty()) {
        throw new IllegalArgumentException("a resource without an edition");
      }
      editions = Collections.unmodifiableSortedMap(new TreeMap<>(editions));
      inverses = List.copyOf(inverses);
      withdrawnEditions = Collections.unmodifiableSortedMap(new TreeMap<>(withdrawnEditions));
    }

    @Override
    public Audience audience() {
      return facts.audience();
    }

    Optional<Edition> original() {
      return edition(facts.original());
    }

    public Optional<Edition> edition(LanguageTag language) {
      Map<LanguageTag, Edition> map = editions;
      return Optional.ofNullable(map.get(language));
    }

    public TranslationStatus status(Edition edition) {
      return TranslationStatus.of(edition, original());
    }

    /** The inverses that this resource's readers may know of. */
    List<InverseRelation> inversesToShow() {
      return inverses.stream().filter(inverse -> inverse.audience().includes(audience())).toList();
    }
  }

  /**
   * Taken back: phones drop their copy.
   *
   * @param reason a code of the vocabulary
   */
  record Withdrawn(ResourceId id, long version, Audience audience, String reason)
      implements PublishedResource {}
}
