/**
 * The network's terms: types, themes, regions, reasons and how language services are described,
 * each with a label per language. Data that is published like everything else; no term is code.
 */
@NullMarked
package companion.vocabulary;

import org.jspecify.annotations.NullMarked;
