package companion.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The role of a function, as {@code template.yaml} writes it, held to wherever there is no IAM: a
 * guarded client refuses what AWS would refuse, with the same exception. Only AWS itself can prove
 * a policy; but here a function that needs more than it has fails before it is deployed, and so
 * does a policy that has been widened without need.
 *
 * <p>Tables and buckets must have the names of this machine ({@link Template#tableName}, {@link
 * Template#bucketName}), which {@link Template.Function#environment} gives to the function.
 */
public final class FunctionRole {
  private final String functionId;
  private final Policy policy;

  private FunctionRole(String functionId, Policy policy) {
    this.functionId = functionId;
    this.policy = policy;
  }

  public static FunctionRole of(Template.Function function) {
    return new FunctionRole(function.logicalId(), new Policy(function.policy()));
  }

  /**
   * Reads the role of one function, for its tests.
   *
   * @param parameters values of the parameters that this function refers to and that have no
   *     default
   * @throws TemplateFailure if the template cannot be used, or has no such function
   */
  public static FunctionRole of(Path template, String functionId, Map<String, String> parameters)
      throws IOException {
    return of(TemplateReader.readFunction(Files.readString(template), parameters, functionId));
  }

  /** The client, within the limits of this role. */
  public DynamoDbClient guard(DynamoDbClient client) {
    return PolicyGuard.over(
        client, DynamoDbClient.class, new DynamoDbService(), policy, functionId);
  }

  /**
   * The client, within the limits of this role. A presigner has no such guard: to sign asks nobody,
   * and it is S3 that judges the signed address by the role of who signed it.
   */
  public S3Client guard(S3Client client) {
    return PolicyGuard.over(client, S3Client.class, new S3Service(), policy, functionId);
  }
}
