/**
 * Reads {@code template.yaml} for whoever is not AWS: functions, routes, authorizers, CORS, tables,
 * buckets, and the policies of the functions' roles, to which clients can be held. It is not
 * deployed, and it knows nothing of what the functions do.
 */
@NullMarked
package companion.deployment;

import org.jspecify.annotations.NullMarked;
