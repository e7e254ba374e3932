/** What each answer weighs on a phone's line. */
@NullMarked
package companion.bench.wire;

import org.jspecify.annotations.NullMarked;
