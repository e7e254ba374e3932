package companion.local.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import companion.local.gateway.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The addresses under {@code /local}: the demo people, a token for each, and what an issuer
 * publishes about itself (OpenID Connect Discovery 1.0).
 */
public final class PeopleSite implements Site {
  private static final String PREFIX = "/local";
  private static final String PERSON = "/local/people/";
  private static final String TOKEN = "/token";

  private final People people;
  private final Issuer issuer;
  private final ObjectMapper json = new ObjectMapper();

  public PeopleSite(People people, Issuer issuer) {
    this.people = people;
    this.issuer = issuer;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    if (!request.path().equals(PREFIX) && !request.path().startsWith(PREFIX + "/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(answerLocal(request).with("cache-control", "no-store"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answerLocal(Request request) throws IOException {
    boolean read = request.method().equals("GET") || request.method().equals("HEAD");
    String path = request.path();
    if (path.equals("/local/issuer/rotate")) {
      return request.method().equals("POST") ? rotated() : onlyBy("POST");
    }
    if (!read) {
      return onlyBy("GET, HEAD");
    }
    if (path.startsWith(PERSON) && path.endsWith(TOKEN) && path.length() > PERSON.length()) {
      String name = path.substring(PERSON.length(), path.length() - TOKEN.length());
      Optional<Person> person = people.named(name);
      return person.isPresent()
          ? Answer.of(200, "text/plain; charset=utf-8", issuer.token(person.get()))
          : Answer.problem(404, "There is no such person");
    }
    return switch (path) {
      case "/local/people" -> Answer.of(200, "application/json", list());
      case "/local/issuer/.well-known/jwks.json" ->
          Answer.of(200, "application/json", issuer.jsonWebKeySet());
      case "/local/issuer/.well-known/openid-configuration" ->
          Answer.of(200, "application/json", discovery());
      default -> Answer.problem(404, "There is nothing at this address");
    };
  }

  private Answer rotated() throws IOException {
    issuer.rotate();
    return Answer.of(200, "application/json", issuer.jsonWebKeySet());
  }

  private static Answer onlyBy(String methods) {
    return Answer.problem(405, "This address takes " + methods).with("allow", methods);
  }

  private String list() throws JsonProcessingException {
    var items = json.createArrayNode();
    for (Person person : people.all()) {
      ObjectNode item =
          items
              .addObject()
              .put("name", person.name())
              .put("displayName", person.displayName())
              .put("role", person.role());
      person.groups().forEach(item.putArray("groups")::add);
      item.put("language", person.language())
          .put("region", person.region())
          .put("zone", person.zone().getId())
          .put("token", PERSON + person.name() + TOKEN);
    }
    return json.writeValueAsString(items);
  }

  private String discovery() throws JsonProcessingException {
    var document =
        json.createObjectNode()
            .put("issuer", issuer.url())
            .put("jwks_uri", issuer.url() + "/.well-known/jwks.json");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("response_types_supported").add("token");
    document.putArray("subject_types_supported").add("public");
    return json.writeValueAsString(document);
  }
}
