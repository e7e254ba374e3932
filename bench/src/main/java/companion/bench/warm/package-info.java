/** Local mode's HTTP front under load, from a second process. */
@NullMarked
package companion.bench.warm;

import org.jspecify.annotations.NullMarked;
