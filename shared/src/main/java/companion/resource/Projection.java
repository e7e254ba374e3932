package companion.resource;

import companion.feed.Audience;
import companion.feed.FeedEntry.Content;
import companion.feed.Move;
import companion.feed.Thing;
import companion.language.Choice;
import companion.language.Fallback;
import companion.language.LanguagePriorityList;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What readers are to find of a resource: its items and its entries in the feeds. */
final class Projection {
  /** Why a thing left an audience that it is no longer for; says nothing of where it went. */
  static final String NO_LONGER_HERE = "not-stated";

  private final String table;
  private final WorkingLanguages languages;
  private final Negotiation negotiation;

  Projection(String table, WorkingLanguages languages) {
    this.table = table;
    this.languages = languages;
    this.negotiation = new Negotiation(languages);
  }

  /** The steps in the feeds that take readers from {@code before} to {@code next}. */
  List<Move> moves(Optional<PublishedResourceItem> before, PublishedResource next) {
    List<Move> moves = new ArrayList<>();
    moves.add(move(before, next.audience(), next, contents(next)));
    left(before, next)
        .ifPresent(audience -> moves.add(move(before, audience, next, gone(NO_LONGER_HERE))));
    return moves;
  }

  private static Optional<Audience> left(
      Optional<PublishedResourceItem> before, PublishedResource next) {
    return before
        .map(record -> record.resource().audience())
        .filter(audience -> audience != next.audience());
  }

  /** A feed in a language that is no longer worked in keeps no text that may since be withdrawn. */
  private Move move(
      Optional<PublishedResourceItem> before,
      Audience audience,
      PublishedResource next,
      Map<LanguageTag, Content> wanted) {
    Map<LanguageTag, Content> contents = new LinkedHashMap<>(wanted);
    for (LanguageTag language : before.map(PublishedResourceItem::languages).orElseGet(List::of)) {
      contents.putIfAbsent(language, new Content.Gone(NO_LONGER_HERE));
    }
    OptionalLong from =
        before
            .map(record -> record.places().get(audience))
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty);
    return new Move(
        audience, new Thing(ResourceEntry.KIND, next.id().value()), from, next.version(), contents);
  }

  private Map<LanguageTag, Content> contents(PublishedResource resource) {
    return switch (resource) {
      case Withdrawn withdrawn -> gone(withdrawn.reason());
      case Live live -> {
        Map<LanguageTag, Content> contents = new LinkedHashMap<>();
        for (LanguageTag language : languages.tags()) {
          Edition served = served(live, language);
          contents.put(
              language,
              new Content.Present(ResourceEntryItem.write(ResourceEntry.of(live, served))));
        }
        yield contents;
      }
    };
  }

  private Map<LanguageTag, Content> gone(String reason) {
    Map<LanguageTag, Content> contents = new LinkedHashMap<>();
    languages.tags().forEach(language -> contents.put(language, new Content.Gone(reason)));
    return contents;
  }

  private Edition served(Live live, LanguageTag language) {
    LanguagePriorityList asked = LanguagePriorityList.fromParameter(language.value()).orElseThrow();
    return switch (negotiation.choose(asked, live.editions().keySet(), Fallback.CHAIN)) {
      case Choice.Served served -> live.edition(served.language()).orElseThrow();
      case Choice.Unavailable() ->
          throw new IllegalStateException("a fallback chain that ends before any edition");
    };
  }

  /** The items that take readers' details from {@code before} to {@code next}. */
  List<TransactWriteItem> writes(Optional<PublishedResourceItem> before, PublishedResource next) {
    List<TransactWriteItem> writes = new ArrayList<>();
    ResourceId id = next.id();
    switch (next) {
      case Live live -> {
        writes.add(
            put(OverviewItem.write(live.audience(), id, ResourceOverview.Available.of(live))));
        live.editions()
            .values()
            .forEach(
                edition ->
                    writes.add(put(EditionPageItem.write(id, EditionPage.of(live, edition)))));
      }
      case Withdrawn withdrawn ->
          writes.add(
              put(
                  OverviewItem.write(
                      withdrawn.audience(),
                      id,
                      new ResourceOverview.Gone(withdrawn.version(), withdrawn.reason()))));
    }
    left(before, next)
        .ifPresent(
            audience ->
                writes.add(
                    put(
                        OverviewItem.write(
                            audience,
                            id,
                            new ResourceOverview.Gone(next.version(), NO_LONGER_HERE)))));
    if (before.isPresent() && before.get().resource() instanceof Live old) {
      for (LanguageTag language : old.editions().keySet()) {
        boolean stays =
            next instanceof Live live
                && live.audience() == old.audience()
                && live.editions().containsKey(language);
        if (!stays) {
          writes.add(delete(EditionPageItem.key(old.audience(), id, language)));
        }
      }
    }
    return writes;
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  private TransactWriteItem delete(Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(table).key(key).build())
        .build();
  }
}
