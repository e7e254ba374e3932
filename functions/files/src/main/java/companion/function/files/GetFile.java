package companion.function.files;

import companion.feed.Audience;
import companion.file.Sha256;
import companion.http.Failure;
import companion.http.ParameterError;
import companion.http.Parameters;
import companion.http.Problem;
import companion.http.Reply;
import companion.http.Request;
import companion.http.Route;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** {@code GET /v1/files/{sha256}}: to a signed address of a file that this audience may have. */
final class GetFile implements Route {
  /** Long enough to begin a download; S3 lets one that has begun run on. */
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private static final int ABSENT = 404;
  private static final int FORBIDDEN = 403;
  private static final int NAME_DIGITS = 12;
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "application/pdf", "pdf",
          "text/markdown", "md",
          "audio/mpeg", "mp3",
          "audio/mp4", "m4a");

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;
  private final Audience audience;

  GetFile(S3Client s3, S3Presigner presigner, String bucket, Audience audience) {
    this.audience = audience;
    this.s3 = s3;
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public Reply answer(Request request) {
    Parameters parameters = new Parameters(request);
    parameters.languages(); // what a problem is told in
    List<ParameterError> errors = parameters.errors();
    if (!errors.isEmpty()) {
      return Reply.failed(errors);
    }
    Optional<Sha256> sha256 = Sha256.parse(request.pathParameter("sha256"));
    if (sha256.isEmpty()) {
      return notFound();
    }
    String key = audience + "/" + sha256.get();
    String mediaType;
    try {
      mediaType = s3.headObject(head -> head.bucket(bucket).key(key)).contentType();
    } catch (S3Exception e) {
      // to a role that may not list, S3 says 403 for what is absent
      if (e.statusCode() == ABSENT || e.statusCode() == FORBIDDEN) {
        return notFound();
      }
      throw e;
    }
    String disposition = "inline; filename=\"" + name(sha256.get(), mediaType) + '"';
    // a signature is for one method, and who follows a redirect of HEAD asks with HEAD
    return new Reply.Elsewhere(
        request.routeKey().startsWith("HEAD ")
            ? signedHead(key, mediaType, disposition)
            : signedGet(key, mediaType, disposition));
  }

  private static Reply notFound() {
    return new Reply.Failed(Problem.of(Failure.FILE_NOT_FOUND));
  }

  /** A name that tells nobody who looks through the phone's downloads what the file is about. */
  private static String name(Sha256 sha256, String mediaType) {
    String type = mediaType.split(";", 2)[0].strip();
    return sha256.hex().substring(0, NAME_DIGITS) + "." + EXTENSIONS.getOrDefault(type, "bin");
  }

  private URI signedGet(String key, String mediaType, String disposition) {
    GetObjectRequest get =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .responseContentType(mediaType)
            .responseContentDisposition(disposition)
            .build();
    return URI.create(
        presigner
            .presignGetObject(sign -> sign.signatureDuration(VALIDITY).getObjectRequest(get))
            .url()
            .toString());
  }

  private URI signedHead(String key, String mediaType, String disposition) {
    HeadObjectRequest head =
        HeadObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .responseContentType(mediaType)
            .responseContentDisposition(disposition)
            .build();
    return URI.create(
        presigner
            .presignHeadObject(sign -> sign.signatureDuration(VALIDITY).headObjectRequest(head))
            .url()
            .toString());
  }
}
