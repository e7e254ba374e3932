/**
 * The languages of the network and of a reader, and the choice between them. Knows tags and
 * priorities; knows nothing of what is written in a language, nor of HTTP.
 */
@NullMarked
package companion.language;

import org.jspecify.annotations.NullMarked;
