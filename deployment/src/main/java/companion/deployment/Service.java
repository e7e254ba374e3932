package companion.deployment;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;

/** What a guard must know of a service of AWS. */
interface Service {
  /**
   * What a call asks of IAM; all of it must be allowed. Empty if that cannot be told: then the call
   * is refused whatever the policy says.
   */
  List<Access> accesses(SdkRequest request);

  /** The exception that the service's own client throws when IAM refuses. */
  AwsServiceException refusal(String message);

  /** What a caller with this policy is shown of a failure of the service. */
  default AwsServiceException shown(
      AwsServiceException failure, SdkRequest request, Policy policy) {
    return failure;
  }
}
