/**
 * What is written to logs: a fixed set of fields, none of which can hold what a client sent or who
 * it was.
 */
@NullMarked
package companion.log;

import org.jspecify.annotations.NullMarked;
