/**
 * What AWS gives a function, inside this process, for local mode and for tests: DynamoDB, S3, and
 * what Lambda says of a call. Nothing here is deployed, and nothing here knows what the project
 * stores.
 */
@NullMarked
package companion.engines;

import org.jspecify.annotations.NullMarked;
