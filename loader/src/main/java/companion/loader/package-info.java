/**
 * Publishes a folder of content: reads it whole, says everything that is wrong with it, and takes
 * what is published to what the folder says. The rules of publishing are those of {@code shared}.
 */
@NullMarked
package companion.loader;

import org.jspecify.annotations.NullMarked;
