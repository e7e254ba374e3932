package companion.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import companion.local.people.Issuer;
import companion.local.people.People;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenCheckIT {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private Issuer issuer;
  private RSAKey key;
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    issuer = issuerAt(NOW);
    key =
        JWKSet.parse(Files.readString(folder.resolve("issuer/keys.json")))
            .getKeys()
            .getFirst()
            .toRSAKey();
    gateway =
        TestGateway.over(
            (event, _) ->
                TestGateway.ok(
                    event.getRequestContext().getAuthorizer() == null
                        ? "nobody"
                        : event
                            .getRequestContext()
                            .getAuthorizer()
                            .getJwt()
                            .getClaims()
                            .toString()),
            issuer.publicKeys(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Issuer issuerAt(Instant time) throws Exception {
    return Issuer.open(
        folder.resolve("issuer"),
        TestGateway.ISSUER,
        TestGateway.AUDIENCE,
        Clock.fixed(time, ZoneOffset.UTC),
        new SecureRandom());
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return gateway.send(path, request -> request.header("Authorization", token));
  }

  private void assertRefused(String token) throws Exception {
    var response = get("/closed", "Bearer " + token);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("www-authenticate").orElse(""))
        .startsWith("Bearer scope=\"\" error=\"invalid_token\"");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(TestGateway.ISSUER)
        .claim("client_id", TestGateway.AUDIENCE)
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws Exception {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
        change.apply(claims()).build(),
        new RSASSASigner(key));
  }

  private String tokenOf(String person) throws Exception {
    return issuer.token(People.demo().named(person).orElseThrow());
  }

  @Test
  void shouldPassClaimsAsTextToTheFunction() throws Exception {
    var response = get("/closed", "Bearer " + tokenOf("wanjiru"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("cognito:groups=[board member]")
        .contains("token_use=access")
        .contains("exp=" + NOW.plus(Duration.ofMinutes(15)).getEpochSecond());
  }

  @Test
  void shouldTakeTokenWithoutNameOfScheme() throws Exception {
    assertThat(get("/closed", tokenOf("amina")).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTakeAudienceInsteadOfClientId() throws Exception {
    String token = signed(claims -> claims.claim("client_id", null).audience("app"));
    assertThat(get("/closed", "Bearer " + token).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldAskForTokenWhenThereIsNone() throws Exception {
    var response = gateway.send("/closed", request -> request);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
  }

  @Test
  void shouldNotLookAtTokenOnOpenRoute() throws Exception {
    assertThat(get("/open/a", "Bearer rubbish").body()).isEqualTo("nobody");
    assertThat(get("/open/a", "Bearer " + tokenOf("amina")).body()).isEqualTo("nobody");
  }

  @Test
  void shouldForbidTokenWithoutScopeOfRoute() throws Exception {
    assertThat(get("/scoped", "Bearer " + tokenOf("amina")).statusCode()).isEqualTo(403);
    String token = signed(claims -> claims.claim("scope", "read write"));
    assertThat(get("/scoped", "Bearer " + token).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTakeTokensOfBothKeysAfterRotationAndOfNoOlderOne() throws Exception {
    String before = tokenOf("amina");
    issuer.rotate();
    assertThat(get("/closed", before).statusCode()).isEqualTo(200);
    assertThat(get("/closed", tokenOf("amina")).statusCode()).isEqualTo(200);
    issuer.rotate();
    assertRefused(before);
  }

  @Test
  void shouldRefuseUnsignedToken() throws Exception {
    assertRefused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void shouldRefusePublicKeyUsedAsSharedSecret() throws Exception {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    for (byte[] secret :
        List.of(
            key.toRSAPublicKey().getEncoded(),
            key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
      assertRefused(signed(header, claims().build(), new MACSigner(secret)));
    }
  }

  @Test
  void shouldRefuseOtherRsaAlgorithm() throws Exception {
    assertRefused(
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(key.getKeyID()).build(),
            claims().build(),
            new RSASSASigner(key)));
  }

  @Test
  void shouldRefuseUnknownOrMissingKeyId() throws Exception {
    assertRefused(
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("other").build(),
            claims().build(),
            new RSASSASigner(key)));
    assertRefused(
        signed(new JWSHeader(JWSAlgorithm.RS256), claims().build(), new RSASSASigner(key)));
  }

  @Test
  void shouldRefuseKeyThatTokenBringsAlong() throws Exception {
    RSAKey own = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
    assertRefused(
        signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(own.getKeyID())
                .jwk(own.toPublicJWK())
                .build(),
            claims().build(),
            new RSASSASigner(own)));
  }

  @Test
  void shouldRefuseTamperedPayload() throws Exception {
    String[] parts = tokenOf("amina").split("\\.", -1);
    String payload =
        new Base64URL(parts[1]).decodeToString().replace("[\"member\"]", "[\"board\"]");
    assertThat(payload).contains("board");
    assertRefused(parts[0] + "." + Base64URL.encode(payload) + "." + parts[2]);
  }

  @Test
  void shouldRefuseExpiredToken() throws Exception {
    issuer = issuerAt(NOW.minus(Duration.ofMinutes(15)));
    assertRefused(tokenOf("amina"));
    issuer = issuerAt(NOW.minus(Duration.ofMinutes(15)).plusSeconds(1));
    assertThat(get("/closed", tokenOf("amina")).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseTokenWithoutEnd() throws Exception {
    assertRefused(signed(claims -> claims.expirationTime(null)));
  }

  @Test
  void shouldRefuseTokenOfTheFuture() throws Exception {
    Date later = Date.from(NOW.plusSeconds(30));
    assertRefused(signed(claims -> claims.notBeforeTime(later)));
    assertRefused(signed(claims -> claims.issueTime(later)));
  }

  @Test
  void shouldRefuseOtherIssuer() throws Exception {
    assertRefused(signed(claims -> claims.issuer(TestGateway.ISSUER + "/")));
    assertRefused(signed(claims -> claims.issuer(null)));
  }

  @Test
  void shouldRefuseOtherAudience() throws Exception {
    assertRefused(signed(claims -> claims.claim("client_id", "other")));
    assertRefused(signed(claims -> claims.audience("other")));
    assertRefused(signed(claims -> claims.claim("client_id", null)));
  }

  @Test
  void shouldRefuseWhatIsNoToken() throws Exception {
    assertRefused("rubbish");
    assertRefused("a.b.c");
    assertRefused("e30.e30.");
  }
}
