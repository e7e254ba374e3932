/**
 * Services on the net that help with a language: what they do, what they cost, and how private they
 * are.
 */
@NullMarked
package companion.languageservice;

import org.jspecify.annotations.NullMarked;
