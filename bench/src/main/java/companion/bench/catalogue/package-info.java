/**
 * A catalogue of any size, the same each time, published by the project's own publishing code into
 * DynamoDB Local. Knows nothing of what is measured on it.
 */
@NullMarked
package companion.bench.catalogue;

import org.jspecify.annotations.NullMarked;
