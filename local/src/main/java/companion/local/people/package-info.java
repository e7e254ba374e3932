/**
 * The demo people and the issuer of their access tokens, which look like Cognito's. Everything here
 * is for this machine only; no deployed function knows of it.
 */
@NullMarked
package companion.local.people;

import org.jspecify.annotations.NullMarked;
