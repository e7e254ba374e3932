package companion.local.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers in payload format 2.0 of Lambda's HTTP API integration (AWS: "Create AWS
 * Lambda proxy integrations for HTTP APIs"). What is absent there is null here, as the runtime's
 * deserialiser would leave it.
 */
final class PayloadFormat2 {
  /** Lambda takes and gives 6 MB in one call, counted as it is written in JSON. */
  static final int LIMIT = 6 * 1024 * 1024;

  private static final DateTimeFormatter CLF_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern COOKIE_SEPARATOR = Pattern.compile(";\\s*");

  private PayloadFormat2() {}

  /** Whether the body, with its third more where it must be Base64, is more than Lambda takes. */
  static boolean isTooLarge(Request request) {
    long length = request.bodyLength();
    return (isText(request) ? length : (length + 2) / 3 * 4) > LIMIT;
  }

  static APIGatewayV2HTTPEvent event(
      Request request,
      RouteTable.Match match,
      Optional<TokenCheck.Accepted> token,
      String requestId,
      Instant now) {
    var headers = new LinkedHashMap<String, String>();
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove("cookie");
    headers.put("x-forwarded-for", request.sourceAddress());
    headers.put("x-forwarded-proto", "http");
    Map<String, String> query = query(request);
    byte[] body = request.body();
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(match.route().key())
        .withRawPath(PercentEncoding.decodePath(request.path())) // decoded, whatever its name says
        .withRawQueryString(request.query())
        .withCookies(cookies(request))
        .withHeaders(headers)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withPathParameters(match.parameters().isEmpty() ? null : match.parameters())
        .withBody(body.length == 0 ? null : body(request, body))
        .withIsBase64Encoded(body.length > 0 && !isText(request))
        .withRequestContext(context(request, match, token, requestId, now))
        .build();
  }

  private static RequestContext context(
      Request request,
      RouteTable.Match match,
      Optional<TokenCheck.Accepted> token,
      String requestId,
      Instant now) {
    return RequestContext.builder()
        .withAccountId("000000000000")
        .withApiId("local")
        .withAuthorizer(token.map(accepted -> authorizer(match, accepted)).orElse(null))
        .withDomainName("localhost")
        .withDomainPrefix("localhost")
        .withRequestId(requestId)
        .withRouteKey(match.route().key())
        .withStage("$default")
        .withTime(CLF_TIME.format(now))
        .withTimeEpoch(now.toEpochMilli())
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(request.method())
                .withPath(PercentEncoding.decodePath(request.path()))
                .withProtocol(request.protocol())
                .withSourceIp(request.sourceAddress())
                .withUserAgent(request.header("user-agent").orElse(""))
                .build())
        .build();
  }

  private static RequestContext.Authorizer authorizer(
      RouteTable.Match match, TokenCheck.Accepted token) {
    // The gateway leaves the scopes out where the route asks for none.
    List<String> scopes = match.route().scopes().isEmpty() ? null : token.scopes();
    return RequestContext.Authorizer.builder()
        .withJwt(
            RequestContext.Authorizer.JWT
                .builder()
                .withClaims(token.claims())
                .withScopes(scopes)
                .build())
        .build();
  }

  private static @Nullable List<String> cookies(Request request) {
    List<String> values = request.headers().get("cookie");
    return values == null
        ? null
        : values.stream().flatMap(COOKIE_SEPARATOR::splitAsStream).toList();
  }

  private static Map<String, String> query(Request request) {
    var joined = new LinkedHashMap<String, String>();
    PercentEncoding.parameters(request.query())
        .forEach((name, values) -> joined.put(name, String.join(",", values)));
    return joined;
  }

  private static String body(Request request, byte[] body) {
    return isText(request)
        ? new String(body, StandardCharsets.UTF_8)
        : Base64.getEncoder().encodeToString(body);
  }

  private static boolean isText(Request request) {
    String type = request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.contains("json")
        || type.contains("xml")
        || type.contains("javascript")
        || type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * What the client gets, or nothing if the function's answer is none that the gateway takes.
   * multiValueHeaders belongs to format 1.0: the gateway passes over it, and so does this.
   */
  static Optional<Answer> answer(@Nullable APIGatewayV2HTTPResponse response) {
    if (response == null || response.getStatusCode() < 200 || response.getStatusCode() > 599) {
      return Optional.empty();
    }
    String text = response.getBody() == null ? "" : response.getBody();
    if (text.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      return Optional.empty();
    }
    byte[] body;
    try {
      body =
          response.getIsBase64Encoded()
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // not Base64
      return Optional.empty();
    }
    Answer answer =
        body.length == 0
            ? Answer.of(response.getStatusCode())
            : Answer.of(response.getStatusCode(), "text/plain; charset=utf-8", body);
    if (response.getHeaders() != null) {
      for (var header : response.getHeaders().entrySet()) {
        if (!isHeaderValue(header.getValue())) {
          return Optional.empty();
        }
        answer = answer.with(header.getKey(), header.getValue());
      }
    }
    return Optional.of(
        response.getCookies() == null ? answer : answer.withCookies(response.getCookies()));
  }

  // A line end would let a function's data write headers of its own.
  private static boolean isHeaderValue(@Nullable String value) {
    return value != null
        && value.chars().noneMatch(character -> character < ' ' && character != '\t');
  }
}
