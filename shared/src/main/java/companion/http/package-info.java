/**
 * The HTTP edge: requests as API Gateway delivers them (payload format 2.0), routes by their key,
 * parameters checked, replies with their caching, languages and problems. The only place that knows
 * a status code. What is answered belongs to the functions.
 */
@NullMarked
package companion.http;

import org.jspecify.annotations.NullMarked;
