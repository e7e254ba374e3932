/**
 * What a browser sees: the home page and the documentation of the API. The pages take their content
 * from the API itself, as any client would.
 */
@NullMarked
package companion.local.page;

import org.jspecify.annotations.NullMarked;
