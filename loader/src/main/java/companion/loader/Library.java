package companion.loader;

import companion.feed.Audience;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket of published files: {@code audience/sha256}. */
final class Library {
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final String bucket;

  Library(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Sees to it that the file is there; whether it was not there before. */
  boolean store(Audience audience, ContentFile file) {
    String key = audience + "/" + file.sha256();
    if (isThere(key, file)) {
      return false;
    }
    put(key, file);
    return true;
  }

  private boolean isThere(String key, ContentFile file) {
    try {
      HeadObjectResponse head = s3.headObject(object -> object.bucket(bucket).key(key));
      if (head.contentLength() != file.size()) {
        throw new IllegalStateException(key + " in the library has not the bytes of its name");
      }
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  private void put(String key, ContentFile file) {
    try {
      s3.putObject(
          put -> put.bucket(bucket).key(key).contentType(file.contentType()).ifNoneMatch("*"),
          RequestBody.fromBytes(file.bytes()));
    } catch (S3Exception e) {
      // somebody else was faster with the same bytes, or the client sent them again when the answer
      // to the first time was lost
      if (e.statusCode() != PRECONDITION_FAILED) {
        throw e;
      }
    }
  }
}
