package companion.function.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.config.Environment;
import companion.deployment.FunctionRole;
import companion.deployment.Template;
import companion.engines.EmbeddedS3;
import companion.engines.LambdaContext;
import companion.file.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@TestInstance(Lifecycle.PER_CLASS)
final class FilesFunctionIT {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final String BUCKET = Template.bucketName("Library");
  private static final byte[] PDF = "%PDF-1.7 for everybody".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TEXT = "# Für alle\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] MEMBERS = "# For members\n".getBytes(StandardCharsets.UTF_8);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedS3 engine;
  private S3Client s3;
  private S3Presigner presigner;
  private FilesFunction function;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    engine = EmbeddedS3.start(directory, 0);
    s3 = engine.client();
    presigner = engine.presigner();
    s3.createBucket(bucket -> bucket.bucket(BUCKET));
    put("public", PDF, "application/pdf");
    put("public", TEXT, "text/markdown; charset=utf-8");
    put("member", MEMBERS, "text/markdown; charset=utf-8");
    FunctionRole role = FunctionRole.of(TEMPLATE, "Files", Map.of());
    function =
        new FilesFunction(
            new Environment(Map.of("LIBRARY_BUCKET", BUCKET, "AUDIENCE", "public")),
            role.guard(s3),
            presigner);
  }

  private void put(String prefix, byte[] bytes, String mediaType) {
    s3.putObject(
        put -> put.bucket(BUCKET).key(prefix + "/" + Sha256.of(bytes)).contentType(mediaType),
        RequestBody.fromBytes(bytes));
  }

  @AfterAll
  void stop() {
    http.close();
    presigner.close();
    s3.close();
    engine.close();
  }

  @Test
  void shouldSendReadersToTheBytesOfAPublicFile() throws Exception {
    APIGatewayV2HTTPResponse reply = get(Sha256.of(PDF).hex());

    assertThat(reply.getStatusCode()).isEqualTo(302);
    assertThat(reply.getHeaders()).containsEntry("cache-control", "no-store");
    HttpResponse<byte[]> file = download(reply);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(PDF);
  }

  @Test
  void shouldNameAFileByItsHashAlone() throws Exception {
    HttpResponse<byte[]> pdf = download(get(Sha256.of(PDF).hex()));
    HttpResponse<byte[]> text = download(get(Sha256.of(TEXT).hex()));

    assertThat(pdf.headers().firstValue("content-disposition"))
        .contains("inline; filename=\"" + Sha256.of(PDF).hex().substring(0, 12) + ".pdf\"");
    assertThat(text.headers().firstValue("content-disposition"))
        .contains("inline; filename=\"" + Sha256.of(TEXT).hex().substring(0, 12) + ".md\"");
    assertThat(text.headers().firstValue("content-type")).contains("text/markdown; charset=utf-8");
  }

  @Test
  void shouldLetABrokenDownloadGoOn() throws Exception {
    HttpResponse<byte[]> rest =
        http.send(
            HttpRequest.newBuilder(location(get(Sha256.of(PDF).hex())))
                .header("Range", "bytes=9-")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(PDF, 9, PDF.length));
  }

  @Test
  void shouldSignForFiveMinutes() {
    assertThat(location(get(Sha256.of(PDF).hex())).getQuery()).contains("X-Amz-Expires=300");
  }

  @Test
  void shouldAnswerHeadWithAnAddressForHead() throws Exception {
    APIGatewayV2HTTPResponse reply =
        ask("HEAD /v1/files/{sha256}", Sha256.of(PDF).hex(), Map.of(), Map.of());

    assertThat(reply.getStatusCode()).isEqualTo(302);
    HttpResponse<byte[]> head =
        http.send(
            HttpRequest.newBuilder(location(reply)).HEAD().build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("content-length")).hasValue(PDF.length);
  }

  @Test
  void shouldSayInTheReadersLanguageThatThereIsNoSuchFile() {
    APIGatewayV2HTTPResponse reply =
        ask(
            "GET /v1/files/{sha256}",
            "0".repeat(64),
            Map.of(),
            Map.of("accept-language", "fr-CA, en;q=0.5"));

    assertThat(reply.getStatusCode()).isEqualTo(404);
    assertThat(reply.getHeaders())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("content-language", "fr");
    assertThat(reply.getBody())
        .contains("\"code\":\"file-not-found\"")
        .contains("Ce fichier n’existe pas ici.");
  }

  @Test
  void shouldNotKnowAFileForMembers() {
    assertThat(get(Sha256.of(MEMBERS).hex()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void shouldNotKnowAHashInAnotherForm() {
    String hash = Sha256.of(PDF).hex();

    assertThat(get(hash.toUpperCase(Locale.ROOT)).getStatusCode()).isEqualTo(404);
    assertThat(get(hash.substring(1)).getStatusCode()).isEqualTo(404);
    assertThat(get("../member/" + Sha256.of(MEMBERS).hex()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void shouldTakeNoParameterButTheLanguage() {
    String hash = Sha256.of(PDF).hex();

    assertThat(ask("GET /v1/files/{sha256}", hash, Map.of("lang", "ru"), Map.of()).getStatusCode())
        .isEqualTo(302);
    APIGatewayV2HTTPResponse refused =
        ask("GET /v1/files/{sha256}", hash, Map.of("token", "1"), Map.of());
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getBody()).contains("\"accepted\":[\"lang\"]");
  }

  private APIGatewayV2HTTPResponse get(String sha256) {
    return ask("GET /v1/files/{sha256}", sha256, Map.of(), Map.of());
  }

  private APIGatewayV2HTTPResponse ask(
      String routeKey, String sha256, Map<String, String> query, Map<String, String> headers) {
    var reply = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(event(routeKey, sha256, query, headers))),
          reply,
          new LambdaContext("Files", "request", FilesFunctionIT::fail));
      return JSON.readValue(reply.toByteArray(), APIGatewayV2HTTPResponse.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only a failure is logged, and no request of these tests may end in one. */
  private static void fail(String logged) {
    throw new AssertionError(logged);
  }

  private static APIGatewayV2HTTPEvent event(
      String routeKey, String sha256, Map<String, String> query, Map<String, String> headers) {
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(routeKey)
        .withRawPath("/v1/files/" + sha256)
        .withPathParameters(Map.of("sha256", sha256))
        .withQueryStringParameters(query)
        .withHeaders(headers)
        .build();
  }

  private static URI location(APIGatewayV2HTTPResponse reply) {
    return URI.create(reply.getHeaders().get("location"));
  }

  private HttpResponse<byte[]> download(APIGatewayV2HTTPResponse reply) throws Exception {
    return http.send(
        HttpRequest.newBuilder(location(reply)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
