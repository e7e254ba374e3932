/** JSON that comes from outside: settings of a deployment, bodies of requests. */
@NullMarked
package companion.json;

import org.jspecify.annotations.NullMarked;
