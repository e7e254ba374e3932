/**
 * Reads what local mode needs out of {@code template.yaml}: functions, routes, authorizers, CORS,
 * tables and buckets. It judges nothing that only a deployment can judge, such as roles and limits.
 */
@NullMarked
package companion.local.template;

import org.jspecify.annotations.NullMarked;
