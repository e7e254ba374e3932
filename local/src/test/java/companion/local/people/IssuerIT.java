package companion.local.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class IssuerIT {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  private Issuer open() throws Exception {
    return Issuer.open(
        folder.resolve("issuer"),
        "http://issuer",
        "app",
        Clock.fixed(NOW, ZoneOffset.UTC),
        new SecureRandom());
  }

  private static SignedJWT token(Issuer issuer, String person) throws Exception {
    return SignedJWT.parse(issuer.token(People.demo().named(person).orElseThrow()));
  }

  @Test
  void shouldSignTokenThatLooksLikeCognitos() throws Exception {
    var claims = token(open(), "wanjiru").getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("http://issuer");
    assertThat(claims.getClaim("client_id")).isEqualTo("app");
    assertThat(claims.getClaim("token_use")).isEqualTo("access");
    assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("board", "member");
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plusSeconds(900));
    assertThat(claims.getSubject()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*");
    assertThat(claims.toString()).doesNotContainIgnoringCase("wanjiru");
  }

  @Test
  void shouldKeepKeyAndSubjectsBetweenStarts() throws Exception {
    SignedJWT before = token(open(), "amina");
    SignedJWT after = token(open(), "amina");
    assertThat(after.getHeader().getKeyID()).isEqualTo(before.getHeader().getKeyID());
    assertThat(after.getJWTClaimsSet().getSubject())
        .isEqualTo(before.getJWTClaimsSet().getSubject());
    assertThat(token(open(), "lucia").getJWTClaimsSet().getSubject())
        .isNotEqualTo(before.getJWTClaimsSet().getSubject());
  }

  @Test
  void shouldPublishKeysOfTokensBeforeAndAfterRotation() throws Exception {
    Issuer issuer = open();
    SignedJWT before = token(issuer, "amina");
    issuer.rotate();
    JWKSet published = JWKSet.parse(issuer.jsonWebKeySet());
    assertThat(published.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    for (SignedJWT token : new SignedJWT[] {before, token(issuer, "amina")}) {
      var key = published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
      assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions there")
  void shouldLetOnlyTheOwnerReadTheKeys() throws Exception {
    open();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("issuer/keys.json"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer"))))
        .isEqualTo("rwx------");
  }
}
