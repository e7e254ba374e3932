/**
 * Reading resources, the vocabulary and language services. Deployed once per audience; writes
 * nothing.
 */
@NullMarked
package companion.function.resources;

import org.jspecify.annotations.NullMarked;
