package companion.function.resources;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request before API Gateway has made an event of it.
 *
 * @param path as in the route, such as {@code /v1/resources/{id}}
 * @param id what stands for {@code {id}}, if the path has it
 * @param headers names in lower case
 * @param claims that the gateway has verified
 */
record Ask(
    String method,
    String path,
    String id,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> claims) {
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  Ask {
    claims = Map.copyOf(claims);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  private static Ask get(String path, String id) {
    return new Ask("GET", path, id, Map.of(), Map.of(), Map.of());
  }

  static Ask list() {
    return get("/v1/resources", "");
  }

  static Ask resource(String id) {
    return get("/v1/resources/{id}", id);
  }

  static Ask editions(String id) {
    return get("/v1/resources/{id}/editions", id);
  }

  static Ask vocabulary() {
    return get("/v1/vocabulary", "");
  }

  static Ask languageServices() {
    return get("/v1/language-services", "");
  }

  /** What a client would ask that follows {@code address}, a path with a query. */
  Ask follow(String address) {
    URI uri = URI.create(address);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    if (!uri.getPath().equals(rawPath())) {
      throw new AssertionError(address + " is another resource than " + rawPath());
    }
    return new Ask(method, path, id, parameters, Map.of(), claims);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Ask with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(parameter, value);
    return new Ask(method, path, id, more, headers, claims);
  }

  Ask lang(String value) {
    return with("lang", value);
  }

  Ask header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ask(method, path, id, query, more, claims);
  }

  /** The same on the members' surface. */
  Ask forMembers() {
    return new Ask(method, path.replace("/v1/", "/v1/members/"), id, query, headers, claims);
  }

  /** By somebody in these groups, as the gateway says it after it has verified an access token. */
  Ask by(String groups) {
    return claiming(Map.of("sub", "d2f6", "token_use", "access", "cognito:groups", groups));
  }

  Ask claiming(Map<String, String> verified) {
    return new Ask(method, path, id, query, headers, verified);
  }

  Ask acceptLanguage(String value) {
    return header("accept-language", value);
  }

  Ask ifNoneMatch(String tag) {
    return header("if-none-match", tag);
  }

  Ask gzip() {
    return header("accept-encoding", "gzip, deflate, br");
  }

  Ask head() {
    return new Ask("HEAD", path, id, query, headers, claims);
  }

  String rawPath() {
    return path.replace("{id}", id);
  }

  private String rawQuery() {
    return new TreeMap<>(query)
        .entrySet().stream()
            .map(
                parameter ->
                    URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /** As API Gateway delivers it (payload format 2.0): what is absent is left out, not empty. */
  byte[] event() {
    Map<String, String> received = new LinkedHashMap<>(headers);
    received.put("host", "abcdefghij.execute-api.eu-west-1.amazonaws.com");
    received.put("user-agent", "okhttp/4.12.0");
    received.put("x-forwarded-for", "192.0.2.7");
    received.put("x-forwarded-port", "443");
    received.put("x-forwarded-proto", "https");
    received.put("x-amzn-trace-id", "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e");
    received.put("content-length", "0");
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod(method)
            .withPath(rawPath())
            .withProtocol("HTTP/1.1")
            .withSourceIp("192.0.2.7")
            .withUserAgent("okhttp/4.12.0")
            .build();
    String routeKey = method + " " + path;
    var context =
        APIGatewayV2HTTPEvent.RequestContext.builder()
            .withAccountId("123456789012")
            .withApiId("abcdefghij")
            .withDomainName("abcdefghij.execute-api.eu-west-1.amazonaws.com")
            .withDomainPrefix("abcdefghij")
            .withHttp(http)
            .withRequestId("JKJaXmPLvHcESHA=")
            .withRouteKey(routeKey)
            .withStage("$default")
            .withTime("12/Mar/2026:19:03:58 +0000")
            .withTimeEpoch(1_773_342_238_000L);
    if (!claims.isEmpty()) {
      context.withAuthorizer(
          APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
              .withJwt(
                  APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                      .builder()
                      .withClaims(claims)
                      .build())
              .build());
    }
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(routeKey)
            .withRawPath(rawPath())
            .withRawQueryString(rawQuery())
            .withHeaders(received)
            .withRequestContext(context.build())
            .withIsBase64Encoded(false);
    if (!query.isEmpty()) {
      event.withQueryStringParameters(query);
    }
    if (path.contains("{id}")) {
      event.withPathParameters(Map.of("id", id));
    }
    try {
      return JSON.writeValueAsBytes(event.build());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
