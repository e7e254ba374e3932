/**
 * The requests that all parts make, in each form that something takes them. Knows nothing of what
 * is measured.
 */
@NullMarked
package companion.bench.call;

import org.jspecify.annotations.NullMarked;
