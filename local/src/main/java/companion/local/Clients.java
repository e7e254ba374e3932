package companion.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * What one function reaches storage with. Its clients refuse what its role in {@code template.yaml}
 * does not allow.
 *
 * @param presigner without such limits: AWS judges a signed address by the role of who signed it,
 *     but the S3 of this machine knows one user, who may do everything
 */
record Clients(DynamoDbClient dynamoDb, S3Client s3, S3Presigner presigner) {}
