/**
 * What a deployment decides: read once from the environment of a function, and the clients that
 * follow from it.
 */
@NullMarked
package companion.config;

import org.jspecify.annotations.NullMarked;
