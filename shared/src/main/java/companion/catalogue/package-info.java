/**
 * What a reading function keeps in memory of the feeds, and how lists are chosen from it. Holds
 * resources, the vocabulary and language services; writes nothing.
 */
@NullMarked
package companion.catalogue;

import org.jspecify.annotations.NullMarked;
