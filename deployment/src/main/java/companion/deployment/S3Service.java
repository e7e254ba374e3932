package companion.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What calls of S3 ask of IAM. */
final class S3Service implements Service {
  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;

  @Override
  public List<Access> accesses(SdkRequest request) {
    return switch (request) {
      case GetObjectRequest get -> List.of(read(get.bucket(), get.key(), get.versionId()));
      case HeadObjectRequest head -> List.of(read(head.bucket(), head.key(), head.versionId()));
      case ListObjectsV2Request list -> List.of(listing(list.bucket()));
      case PutObjectRequest put when put.acl() == null && put.tagging() == null ->
          List.of(Access.withoutKeys("s3:PutObject", Arns.object(put.bucket(), put.key())));
      case DeleteObjectRequest delete when delete.versionId() == null ->
          List.of(
              Access.withoutKeys("s3:DeleteObject", Arns.object(delete.bucket(), delete.key())));
      // Many operations have actions of other names, or several (CopyObject, UploadPart): each is
      // refused until somebody who needs it writes down here what it asks for.
      default -> List.of();
    };
  }

  @Override
  public AwsServiceException refusal(String message) {
    return S3Exception.builder()
        .message(message)
        .statusCode(FORBIDDEN)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("S3")
                .errorCode("AccessDenied")
                .errorMessage(message)
                .build())
        .build();
  }

  /** To a role that may not list, S3 says 403 of an object that is absent. */
  @Override
  public AwsServiceException shown(AwsServiceException failure, SdkRequest request, Policy policy) {
    boolean absent = failure.statusCode() == ABSENT;
    String bucket = request.getValueForField("Bucket", String.class).orElse("");
    return absent && !policy.allows(listing(bucket))
        ? refusal("absent, to a role that may not list")
        : failure;
  }

  private static Access read(String bucket, String key, @Nullable String version) {
    return Access.withoutKeys(
        version == null ? "s3:GetObject" : "s3:GetObjectVersion", Arns.object(bucket, key));
  }

  private static Access listing(String bucket) {
    return Access.withoutKeys("s3:ListBucket", Arns.bucket(bucket));
  }
}
