/**
 * DynamoDB as it behaves: attributes read with their type, transactions with their refusals told
 * apart, waiting before another try. Knows nothing of what is stored.
 */
@NullMarked
package companion.dynamodb;

import org.jspecify.annotations.NullMarked;
