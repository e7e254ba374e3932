/** What each route reads of the table, as DynamoDB counts it. */
@NullMarked
package companion.bench.units;

import org.jspecify.annotations.NullMarked;
