/**
 * Starts the whole system in one process: storage, functions, token issuer and pages. Nothing here
 * is deployed, and no rule of the domain lives here.
 */
@NullMarked
package companion.local;

import org.jspecify.annotations.NullMarked;
