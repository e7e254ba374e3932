package companion.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import companion.deployment.Template;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's JWT authorizer (AWS: "Control access to HTTP APIs with JWT authorizers"): RS256
 * only, the key by its id, iss, aud or client_id, exp, nbf and iat. Groups and token_use are not
 * the gateway's business: the functions look at them.
 */
final class TokenCheck {
  sealed interface Result permits Accepted, Refused {}

  /** Every claim as the gateway writes it: text, a list as {@code [a b]}. */
  record Accepted(Map<String, String> claims, List<String> scopes) implements Result {}

  /**
   * @param challenge the value of {@code www-authenticate}
   */
  record Refused(String challenge) implements Result {}

  private static final Refused NO_TOKEN = new Refused("Bearer");
  private static final Refused NOT_VALID = refused("the token is not valid");
  private static final Refused EXPIRED = refused("the token has expired");

  private final DefaultJWTProcessor<SecurityContext> processor;

  private TokenCheck(DefaultJWTProcessor<SecurityContext> processor) {
    this.processor = processor;
  }

  static TokenCheck of(
      Template.Authorizer authorizer, JWKSource<SecurityContext> keys, Clock clock) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier(new Claims(authorizer, clock));
    return new TokenCheck(processor);
  }

  Result check(Request request) {
    Optional<String> header = request.header("authorization").filter(value -> !value.isBlank());
    if (header.isEmpty()) {
      return NO_TOKEN;
    }
    // The gateway takes the token with or without the name of the scheme.
    String token =
        header.get().regionMatches(true, 0, "Bearer ", 0, 7)
            ? header.get().substring(7).strip()
            : header.get().strip();
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null) { // the library would try every key
        return NOT_VALID;
      }
      JWTClaimsSet claims = processor.process(jwt, null);
      return new Accepted(asText(claims), scopes(claims));
    } catch (ExpiredJWTException e) {
      return EXPIRED;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return NOT_VALID;
    }
  }

  private static Refused refused(String description) {
    return new Refused(
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
  }

  private static Map<String, String> asText(JWTClaimsSet claims) {
    var texts = new LinkedHashMap<String, String>();
    claims
        .toJSONObject()
        .forEach(
            (name, value) -> {
              if (value != null) {
                texts.put(name, asText(value));
              }
            });
    return texts;
  }

  private static String asText(Object value) {
    return switch (value) {
      case Collection<?> list ->
          list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map ->
          JSONObjectUtils.toJSONString(
              map.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          entry -> String.valueOf(entry.getKey()), Map.Entry::getValue)));
      default -> String.valueOf(value);
    };
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    return claims.getClaim("scope") instanceof String scope && !scope.isBlank()
        ? List.of(scope.strip().split(" +", -1))
        : List.of();
  }

  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Template.Authorizer authorizer;
    private final Clock clock;

    Claims(Template.Authorizer authorizer, Clock clock) {
      super(new JWTClaimsSet.Builder().issuer(authorizer.issuer()).build(), Set.of("exp"));
      this.authorizer = authorizer;
      this.clock = clock;
      setMaxClockSkew(0);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
        throws BadJWTException {
      super.verify(claims, context);
      Date issued = claims.getIssueTime();
      if (issued != null && issued.toInstant().isAfter(clock.instant())) {
        throw new BadJWTException("issued in the future");
      }
      // aud where there is one, else client_id: Cognito's access tokens have only that.
      List<String> audience = claims.getAudience();
      if (audience.isEmpty() && claims.getClaim("client_id") instanceof String client) {
        audience = List.of(client);
      }
      if (audience.stream().noneMatch(authorizer.audience()::contains)) {
        throw new BadJWTException("another audience");
      }
    }
  }
}
