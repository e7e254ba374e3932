/**
 * The floor of a cold start: what the runtime itself costs. Runs in a process of its own, on no
 * library of ours.
 */
@NullMarked
package companion.bench.cold.hello;

import org.jspecify.annotations.NullMarked;
