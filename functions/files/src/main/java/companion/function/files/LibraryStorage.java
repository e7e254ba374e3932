package companion.function.files;

import companion.config.Environment;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes the S3 clients of the deployed function. Region and credentials come from the SDK's default
 * chain, as SnapStart requires.
 */
final class LibraryStorage {
  private LibraryStorage() {}

  static S3Client client(Environment environment) {
    S3ClientBuilder builder =
        S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    endpoint(environment)
        .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
    return builder.build();
  }

  static S3Presigner presigner(Environment environment) {
    S3Presigner.Builder builder = S3Presigner.builder();
    endpoint(environment)
        .ifPresent(
            endpoint ->
                builder
                    .endpointOverride(endpoint)
                    .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build()));
    return builder.build();
  }

  /** Where S3 is, if not at AWS. */
  private static Optional<URI> endpoint(Environment environment) {
    return environment.find("S3_ENDPOINT").map(URI::create);
  }
}
