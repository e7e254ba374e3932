package companion.resource;

import companion.language.LanguageTag;

/** A reason why a publication cannot be. All that apply are given at once. */
public sealed interface Refusal {
  /** A type, theme, region or reason that the vocabulary does not have. */
  record UnknownCode(String field, String code) implements Refusal {}

  /** No edition can be in a language that readers cannot ask for. */
  record NotAWorkingLanguage(LanguageTag language) implements Refusal {}

  /** The target is not published, or was withdrawn. */
  record RelationPointsNowhere(Relation relation) implements Refusal {}

  record RelationToItself() implements Refusal {}

  /** The target is for fewer readers: to name it would tell others that it exists. */
  record RelationToNarrowerAudience(Relation relation) implements Refusal {}

  /** It would become narrower than a resource that names it: that relation has to go first. */
  record StillRelatedFrom(ResourceId source) implements Refusal {}

  /**
   * The edition in the original language says that it is a translation, or another that it is not.
   */
  record OriginContradictsFacts(LanguageTag original) implements Refusal {}

  /** Made from a revision of the original that was never published. */
  record TranslatedFromTheFuture(int of, int published) implements Refusal {}

  /** A later revision is published already. */
  record OlderRevision(int published) implements Refusal {}

  /** The same revision with other content: it takes a higher revision, or a correction. */
  record SameRevisionOtherContent(int published) implements Refusal {}

  /** A correction keeps the revision, and carries a note. */
  record NotACorrection(int published) implements Refusal {}

  record NoSuchEdition(LanguageTag language) implements Refusal {}

  /** Withdrawn things stay withdrawn. */
  record ResourceWithdrawn(String reason) implements Refusal {}

  /** It would change more than one transaction can: change relations one after the other. */
  record TooMuchAtOnce() implements Refusal {}
}
