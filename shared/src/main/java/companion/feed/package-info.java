/**
 * What was published, in order: one feed an audience and language, the head that says how far it
 * may be read, the ledger that writes it and the replica that readers keep of it. Knows things by
 * kind and id; what they say belongs to the packages that publish them.
 */
@NullMarked
package companion.feed;

import org.jspecify.annotations.NullMarked;
