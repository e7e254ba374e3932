/** The same requests on catalogues of growing size, warm and cold. */
@NullMarked
package companion.bench.growth;

import org.jspecify.annotations.NullMarked;
