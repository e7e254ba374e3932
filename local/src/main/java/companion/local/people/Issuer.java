package companion.local.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Signs access tokens that look like Cognito's (AWS: "Understanding the access token"). Its keys
 * and the people's subjects are kept in a folder of its own, readable by its owner only.
 */
public final class Issuer {
  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final String KEYS = "keys.json";
  private static final String SUBJECTS = "subjects.json";

  private final Path folder;
  private final String url;
  private final String clientId;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Subject> subjects = new TreeMap<>();

  // The first one signs; one more is kept, so that tokens signed before a rotation stay good.
  private volatile List<RSAKey> keys = List.of();

  /** Who a person is to the functions: ids that say nothing, made once. */
  record Subject(String sub, String username) {}

  private Issuer(Path folder, String url, String clientId, Clock clock, SecureRandom random) {
    this.folder = folder;
    this.url = url;
    this.clientId = clientId;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Reads what the folder holds, or makes it.
   *
   * @param folder made if absent
   * @param url what tokens name as their issuer
   * @param clientId the app client that tokens are for
   */
  public static Issuer open(
      Path folder, String url, String clientId, Clock clock, SecureRandom random)
      throws IOException {
    OwnerOnly.folder(folder);
    var issuer = new Issuer(folder, url, clientId, clock, random);
    issuer.readKeys();
    issuer.readSubjects();
    return issuer;
  }

  private void readKeys() throws IOException {
    if (!Files.exists(folder.resolve(KEYS))) {
      rotate();
      return;
    }
    var read = new ArrayList<RSAKey>();
    try {
      for (JWK key : JWKSet.parse(Files.readString(folder.resolve(KEYS))).getKeys()) {
        read.add(key.toRSAKey());
      }
    } catch (ParseException e) {
      throw new IOException(folder.resolve(KEYS) + " is not a set of keys", e);
    }
    if (read.isEmpty()) {
      rotate();
    } else {
      keys = List.copyOf(read);
    }
  }

  private void readSubjects() throws IOException {
    if (Files.exists(folder.resolve(SUBJECTS))) {
      var read = new ObjectMapper().readTree(folder.resolve(SUBJECTS).toFile());
      for (var subject : read.properties()) {
        subjects.put(
            subject.getKey(),
            new Subject(
                subject.getValue().path("sub").asText(),
                subject.getValue().path("username").asText()));
      }
    }
  }

  /** Signs with a new key from now on. Tokens of the key before stay good, older ones do not. */
  public synchronized void rotate() throws IOException {
    RSAKey key;
    try {
      key =
          new RSAKeyGenerator(2048)
              .secureRandom(random)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyIDFromThumbprint(true)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    var rotated = new ArrayList<RSAKey>(List.of(key));
    keys.stream().findFirst().ifPresent(rotated::add);
    OwnerOnly.write(
        folder.resolve(KEYS),
        new JWKSet(List.copyOf(rotated)).toString(/* publicKeysOnly= */ false));
    keys = List.copyOf(rotated);
  }

  /** The public keys, as {@code /.well-known/jwks.json} shows them. */
  public String jsonWebKeySet() {
    return new JWKSet(List.copyOf(keys)).toString(/* publicKeysOnly= */ true);
  }

  /** The public keys as they are at each call, for whoever verifies tokens in this process. */
  public JWKSource<SecurityContext> publicKeys() {
    return (selector, _) -> selector.select(new JWKSet(List.copyOf(keys)).toPublicJWKSet());
  }

  public String url() {
    return url;
  }

  /** A new access token, good for fifteen minutes. */
  public String token(Person person) throws IOException {
    Instant now = clock.instant();
    Subject subject = subject(person);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(subject.sub())
            .claim("cognito:groups", person.groups())
            .issuer(url)
            .claim("client_id", clientId)
            .claim("token_use", "access")
            .claim("scope", "aws.cognito.signin.user.admin")
            .claim("auth_time", now.getEpochSecond())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(randomId())
            .claim("username", subject.username())
            .build();
    RSAKey key = keys.getFirst();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private synchronized Subject subject(Person person) throws IOException {
    Subject known = subjects.get(person.name());
    if (known != null) {
      return known;
    }
    var made = new Subject(randomId(), randomId());
    subjects.put(person.name(), made);
    OwnerOnly.write(
        folder.resolve(SUBJECTS),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(subjects));
    return made;
  }

  // A random UUID (RFC 9562, version 4) from the source that was handed in.
  private String randomId() {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
