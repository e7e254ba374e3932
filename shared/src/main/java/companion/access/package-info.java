/**
 * Who calls, and who may come in. Turns claims that the gateway has verified into a caller, and
 * holds each surface to its groups. Verifies no token itself.
 */
@NullMarked
package companion.access;

import org.jspecify.annotations.NullMarked;
