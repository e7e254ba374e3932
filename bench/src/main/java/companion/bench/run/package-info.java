/**
 * What a run was asked for, and the table that it ends with. Knows nothing of how anything is
 * measured.
 */
@NullMarked
package companion.bench.run;

import org.jspecify.annotations.NullMarked;
