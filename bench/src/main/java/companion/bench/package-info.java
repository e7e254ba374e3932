/**
 * Durations, units and bytes as ratios that were measured in one run. Nothing of it is deployed,
 * and no test depends on it.
 */
@NullMarked
package companion.bench;

import org.jspecify.annotations.NullMarked;
