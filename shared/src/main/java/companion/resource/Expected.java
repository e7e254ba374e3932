package companion.resource;

/** What a publisher saw before deciding. */
public sealed interface Expected {
  /** The resource was never published. */
  record Absent() implements Expected {}

  /** It was published at this version. */
  record Version(long number) implements Expected {}
}
