/**
 * Files, known by the hash of their bytes, and that hash. What a file says and who may read it
 * belongs to the publication that refers to it.
 */
@NullMarked
package companion.file;

import org.jspecify.annotations.NullMarked;
