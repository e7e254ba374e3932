/**
 * Resources: papers, guides, statements and journals with an edition per language. Holds what is
 * published and the rules of publishing it, the items it is stored as, and the catalogue that
 * readers search. How a reader asks over HTTP belongs to the function.
 */
@NullMarked
package companion.resource;

import org.jspecify.annotations.NullMarked;
