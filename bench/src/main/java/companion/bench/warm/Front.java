package companion.bench.warm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import companion.bench.catalogue.CatalogueFiles;
import companion.config.Environment;
import companion.deployment.Template;
import companion.deployment.TemplateReader;
import companion.function.resources.ResourcesFunction;
import companion.local.gateway.Gateway;
import companion.local.gateway.HttpFront;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Local mode's way from a socket to a handler: its HTTP front, its gateway, the template's routes.
 */
public final class Front implements AutoCloseable {
  private final HttpFront http;

  private Front(HttpFront http) {
    this.http = http;
  }

  /** The reading function behind a port. */
  public static Front ofResources(Path root, DynamoDbClient dynamoDb, PrintStream log)
      throws IOException {
    return open(root, dynamoDb, handler -> handler, log);
  }

  /**
   * What the way itself costs: the same, but each request is answered by what it was answered the
   * first time.
   */
  public static Front ofConstants(Path root, DynamoDbClient dynamoDb, PrintStream log)
      throws IOException {
    return open(root, dynamoDb, Constant::new, log);
  }

  private record Constant(RequestStreamHandler first, Map<String, byte[]> replies)
      implements RequestStreamHandler {
    Constant(RequestStreamHandler first) {
      this(first, new ConcurrentHashMap<>());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context)
        throws IOException {
      byte[] bytes = event.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      // what follows is the time and the request's id
      String asked = text.substring(0, text.indexOf("\"requestContext\""));
      byte @Nullable [] known = replies.get(asked);
      if (known == null) {
        var made = new ByteArrayOutputStream();
        first.handleRequest(new ByteArrayInputStream(bytes), made, context);
        known = made.toByteArray();
        replies.put(asked, known);
      }
      reply.write(known);
    }
  }

  private static Front open(
      Path root,
      DynamoDbClient dynamoDb,
      UnaryOperator<RequestStreamHandler> wrapping,
      PrintStream log)
      throws IOException {
    Template template =
        TemplateReader.read(
            Files.readString(root.resolve("template.yaml")),
            Map.of("IssuerUrl", "http://127.0.0.1/issuer", "Audience", "bench"));
    var handler =
        wrapping.apply(
            new ResourcesFunction(
                new Environment(Map.of("TABLE", CatalogueFiles.TABLE, "AUDIENCES", "public")),
                dynamoDb));
    var handlers = new HashMap<String, RequestStreamHandler>();
    // routes of other functions are not asked for
    template.functions().forEach(function -> handlers.put(function.logicalId(), handler));
    HttpFront http = HttpFront.bind(0, log);
    http.serve(
        List.of(
            Gateway.of(
                template,
                handlers,
                new ImmutableJWKSet<>(new JWKSet()),
                Clock.systemUTC(),
                () -> "request",
                log)));
    return new Front(http);
  }

  public int port() {
    return http.address().getPort();
  }

  @Override
  public void close() {
    http.close();
  }
}
