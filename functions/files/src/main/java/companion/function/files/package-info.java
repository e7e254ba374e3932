/**
 * Handing out files of what everybody may read: each by a signed address that works for minutes.
 * Publishing files and files for narrower audiences are elsewhere.
 */
@NullMarked
package companion.function.files;

import org.jspecify.annotations.NullMarked;
