package companion.deployment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code template.yaml} says, with every reference resolved.
 *
 * @param tables logical ids, in the order of the template
 * @param buckets logical ids, in the order of the template
 * @param cors absent if the gateway is to answer no preflight
 */
public record Template(
    List<Function> functions,
    List<Route> routes,
    Optional<Cors> cors,
    List<String> tables,
    List<String> buckets) {

  public Template {
    functions = List.copyOf(functions);
    routes = List.copyOf(routes);
    tables = List.copyOf(tables);
    buckets = List.copyOf(buckets);
  }

  /** What a table is called on this machine; DynamoDB takes any name from three characters. */
  public static String tableName(String logicalId) {
    return logicalId;
  }

  /** What a bucket is called on this machine; S3 wants lower case. */
  public static String bucketName(String logicalId) {
    return logicalId.toLowerCase(Locale.ROOT);
  }

  /**
   * A Lambda function.
   *
   * @param handlerClass what stands before {@code ::} in Handler
   * @param policy what its role may do, beyond writing logs
   */
  public record Function(
      String logicalId,
      String handlerClass,
      Map<String, String> environment,
      List<Statement> policy) {
    public Function {
      policy = List.copyOf(policy);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * An HttpApi event of a function.
   *
   * @param functionId the logical id of the function that answers
   * @param method upper case; {@code ANY} for all
   * @param path as in the template, such as {@code /v1/resources/{id}}
   * @param authorizer absent if the route is open
   * @param scopes one of them is enough; none asked for if empty
   */
  public record Route(
      String functionId,
      String method,
      String path,
      Optional<Authorizer> authorizer,
      List<String> scopes) {
    public Route {
      scopes = List.copyOf(scopes);
    }

    /** The {@code routeKey} of payload format 2.0. */
    public String key() {
      return method + " " + path;
    }
  }

  /** A JWT authorizer. A token must carry one of {@code audience} as aud or as client_id. */
  public record Authorizer(String name, String issuer, List<String> audience) {
    public Authorizer {
      audience = List.copyOf(audience);
    }
  }

  /** CorsConfiguration of an HTTP API. */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposedHeaders,
      Optional<Duration> maxAge,
      boolean credentials) {
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposedHeaders = List.copyOf(exposedHeaders);
    }
  }
}
