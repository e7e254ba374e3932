/**
 * The languages of the network and of a reader, and the choice between them. Knows tags, priorities
 * and how a reader writes them down; knows nothing of what is written in a language, nor of
 * requests and replies.
 */
@NullMarked
package companion.language;

import org.jspecify.annotations.NullMarked;
