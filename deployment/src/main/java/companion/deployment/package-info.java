/**
 * Reads {@code template.yaml} for whoever is not AWS: functions, routes, authorizers, CORS, tables
 * and buckets. It is not deployed, and it knows nothing of what the functions do.
 */
@NullMarked
package companion.deployment;

import org.jspecify.annotations.NullMarked;
