/**
 * The least that reads a table and writes JSON with the usual libraries. Runs in a process of its
 * own, on none of the project's code.
 */
@NullMarked
package companion.bench.cold.plain;

import org.jspecify.annotations.NullMarked;
