/**
 * Resources: papers, guides, statements and journals with an edition per language. Holds what is
 * published, the rules of publishing it, and the items it is stored as. How readers find it in
 * lists belongs to {@link companion.catalogue}, and how they ask over HTTP to the function.
 */
@NullMarked
package companion.resource;

import org.jspecify.annotations.NullMarked;
