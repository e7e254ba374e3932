package companion.resource;

import companion.feed.Audience;

/**
 * What another resource says of this one.
 *
 * @param audience of the other: readers outside it are not told
 */
public record InverseRelation(RelationKind kind, ResourceId source, Audience audience) {}
