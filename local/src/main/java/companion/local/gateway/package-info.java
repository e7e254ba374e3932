/**
 * Stands in for API Gateway's HTTP API: routes, CORS, token check, payload format 2.0, and the
 * answers that the gateway gives by itself. What a function answers is not judged here.
 */
@NullMarked
package companion.local.gateway;

import org.jspecify.annotations.NullMarked;
