package companion.loader;

import companion.resource.Edition;
import companion.resource.PublishedResource;
import companion.resource.PublishedResource.Live;
import companion.resource.PublishedResource.Withdrawn;
import companion.resource.Refusal;
import companion.resource.ResourceCommand;
import companion.resource.ResourceCommand.CorrectEdition;
import companion.resource.ResourceCommand.PublishEditions;
import companion.resource.ResourceFacts;
import java.util.Optional;

/** What takes an edition from how it is published to how the folder has it. */
sealed interface Decision {
  /** Also where nothing differs: the publishing code knows whether there is something to do. */
  record Apply(ResourceCommand command) implements Decision {}

  record Impossible(String why) implements Decision {}

  static Decision of(Optional<PublishedResource> current, ResourceFacts facts, Edition edition) {
    return switch (current.orElse(null)) {
      case null -> new Apply(new PublishEditions(facts, edition));
      case Withdrawn gone ->
          new Impossible(
              "this resource was withdrawn ("
                  + gone.reason()
                  + ") and stays so; another one takes another id");
      case Live live -> of(live, facts, edition);
    };
  }

  private static Decision of(Live live, ResourceFacts facts, Edition edition) {
    // its text may still lie in the folder; publishing it would undo the withdrawal
    if (live.withdrawnEditions().containsKey(edition.language())) {
      return new Impossible(
          "this language was withdrawn ("
              + live.withdrawnEditions().get(edition.language())
              + "): take its files out of the folder");
    }
    Optional<Edition> published = live.edition(edition.language());
    if (published.isEmpty()
        || published.get().equals(edition)
        || published.get().revision() < edition.revision()) {
      return new Apply(new PublishEditions(facts, edition));
    }
    Edition old = published.get();
    if (old.revision() > edition.revision()) {
      return new Impossible(olderRevision(old.revision()));
    }
    if (!old.origin().equals(edition.origin())) {
      return new Impossible(
          "what it was translated from differs from what is published as revision "
              + old.revision()
              + ": raise “revision”");
    }
    if (edition.correction().isPresent() && !edition.correction().equals(old.correction())) {
      return new Apply(new CorrectEdition(edition));
    }
    return new Impossible(otherContent(old.revision()));
  }

  /** A refusal of the publishing code in words for whoever wrote the folder. */
  static String words(Refusal refusal) {
    return switch (refusal) {
      case Refusal.UnknownCode(String field, String code) ->
          "“" + code + "” is not in the published vocabulary (“" + field + "”)";
      case Refusal.NotAWorkingLanguage(var language) ->
          "“" + language + "” is not a working language";
      case Refusal.RelationPointsNowhere(var relation) ->
          "“"
              + relation.target()
              + "”, to which it has a relation, is not published or was withdrawn";
      case Refusal.RelationToItself() -> "a resource has no relation to itself";
      case Refusal.RelationToNarrowerAudience(var relation) ->
          "the relation to "
              + relation.target()
              + " would tell more readers of it than may read it";
      case Refusal.StillRelatedFrom(var source) ->
          source + " has a relation to this, and more readers: take that relation away first";
      case Refusal.OriginContradictsFacts(var original) ->
          "the original is in “"
              + original
              + "”: that edition has no “translation”, each other one has, also those that are"
              + " published and not in the folder";
      case Refusal.TranslatedFromTheFuture(int of, int published) ->
          "translated from revision "
              + of
              + " of the original, of which "
              + published
              + " is published";
      case Refusal.OlderRevision(int published) -> olderRevision(published);
      case Refusal.SameRevisionOtherContent(int published) -> otherContent(published);
      case Refusal.NotACorrection(int published) -> otherContent(published);
      case Refusal.NoSuchEdition(var language) -> "“" + language + "” is not published";
      case Refusal.ResourceWithdrawn(String reason) ->
          "this resource was withdrawn (" + reason + ") and stays so";
      case Refusal.TooMuchAtOnce() ->
          "too much changes at once: change its relations one after the other";
    };
  }

  private static String olderRevision(int published) {
    return "revision " + published + " is published already: raise “revision” beyond it";
  }

  private static String otherContent(int published) {
    return "this differs from what is published as revision "
        + published
        + ": raise “revision”, or add a “correction” with a note of its own";
  }
}
