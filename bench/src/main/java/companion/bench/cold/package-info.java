/**
 * From the start of a process to its first reply, through Lambda's own runtime client. The two
 * services that a function needs then are stood in for here.
 */
@NullMarked
package companion.bench.cold;

import org.jspecify.annotations.NullMarked;
