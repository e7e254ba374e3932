/**
 * DynamoDB and S3 inside this process, for local mode and for tests. Nothing here is deployed, and
 * nothing here knows what the project stores.
 */
@NullMarked
package companion.engines;

import org.jspecify.annotations.NullMarked;
