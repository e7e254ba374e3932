package companion.resource;

/** What a resource says of another one. */
public record Relation(RelationKind kind, ResourceId target) {}
