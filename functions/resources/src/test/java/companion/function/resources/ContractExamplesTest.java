package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import companion.http.Failure;
import companion.http.ParameterError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract agrees with itself and with the codes of the code. */
class ContractExamplesTest {
  private final JsonNode contract = ProjectFiles.contractTree();

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** A body of a reply as it is declared: of one status and in one form. */
  private record Body(
      String method,
      String path,
      String status,
      String mediaType,
      JsonNode reply,
      JsonNode content) {
    @Override
    public String toString() {
      return method + " " + path + " " + status + " " + mediaType;
    }
  }

  private List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (Map.Entry<String, JsonNode> declared :
            method.getValue().path("responses").properties()) {
          JsonNode reply = resolve(declared.getValue());
          for (Map.Entry<String, JsonNode> content : reply.path("content").properties()) {
            bodies.add(
                new Body(
                    method.getKey().toUpperCase(Locale.ROOT),
                    path.getKey(),
                    declared.getKey(),
                    content.getKey(),
                    reply,
                    content.getValue()));
          }
        }
      }
    }
    return bodies;
  }

  private List<JsonNode> examples(Body body) {
    List<JsonNode> examples = new ArrayList<>();
    body.content()
        .path("examples")
        .forEach(example -> examples.add(resolve(example).path("value")));
    return examples;
  }

  @Test
  void shouldShowAnExampleOfEveryBody() {
    assertThat(bodies())
        .hasSizeGreaterThan(40)
        .allSatisfy(body -> assertThat(examples(body)).as("%s", body).isNotEmpty());
  }

  @Test
  void shouldShowMembersWhatOnlyTheyMayRead() {
    assertThat(bodies())
        .filteredOn(body -> body.path().startsWith("/v1/members/") && body.status().equals("200"))
        .isNotEmpty()
        .allSatisfy(
            body ->
                assertThat(examples(body))
                    .as("%s", body)
                    .anyMatch(example -> example.toString().contains("\"/v1/members/files/")));
  }

  @Test
  void shouldHoldItsOwnExamples() {
    Contract rules = Contract.read();
    List<String> wrong = new ArrayList<>();
    for (Body body : bodies()) {
      Ask ask =
          new Ask(
              body.method(),
              body.path().replace("{sha256}", "f".repeat(64)),
              "some-id",
              Map.of(),
              Map.of(),
              Map.of());
      for (JsonNode example : examples(body)) {
        Answer answer =
            new Answer(
                Integer.parseInt(body.status()),
                headers(body),
                example.toString().getBytes(StandardCharsets.UTF_8));
        rules.violations(ask, answer).forEach(violation -> wrong.add(body + " " + violation));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** One value that each declared header may have. */
  private Map<String, String> headers(Body body) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-type", body.mediaType());
    for (Map.Entry<String, JsonNode> declared : body.reply().path("headers").properties()) {
      JsonNode header = resolve(declared.getValue());
      headers.put(
          declared.getKey(),
          header.has("example")
              ? header.path("example").asText()
              : header.at("/schema/enum/0").asText());
    }
    return headers;
  }

  @Test
  void shouldListTheCodesThatTheCodeKnows() {
    Set<String> listed = new TreeSet<>();
    contract.at("/components/schemas/ProblemCode/enum").forEach(code -> listed.add(code.asText()));
    Set<String> known = new TreeSet<>();
    for (Failure failure : Failure.values()) {
      known.add(failure.code());
    }

    assertThat(listed).isEqualTo(known);
  }

  @Test
  void shouldSayOfEveryCodeWhatToDo() {
    String description = contract.at("/info/description").asText();

    assertThat(Failure.values())
        .allSatisfy(failure -> assertThat(description).contains("\n| `" + failure.code() + "` | "));
  }

  @Test
  void shouldListTheParameterErrorsThatTheCodeKnows() {
    Set<String> listed = new TreeSet<>();
    contract
        .at("/components/schemas/InvalidParameter/properties/errors/items/properties/code/enum")
        .forEach(code -> listed.add(code.asText()));
    Set<String> known = new TreeSet<>();
    for (ParameterError.Code code : ParameterError.Code.values()) {
      known.add(code.text());
    }

    assertThat(listed).isEqualTo(known);
  }

  @Test
  void shouldNoticeWhatItDoesNotDescribe() {
    Contract rules = Contract.read();
    Map<String, String> headers =
        Map.of(
            "content-type", "application/json",
            "etag", "\"o5SIBzUZtuskCZsvDjxI\"",
            "cache-control", "private, no-cache",
            "vary", "Accept-Encoding",
            "content-language", "fr",
            "content-location", "/v1/language-services?lang=fr");
    String language = "{\"asked\":[],\"served\":\"fr\",\"match\":\"asked\",\"isFallback\":false%s}";
    String body = "{\"language\":" + language + ",\"items\":[]%s}";
    Map<String, String> otherTag = new TreeMap<>(headers);
    otherTag.put("etag", "W/\"1\"");
    Map<String, String> forEver = new TreeMap<>(headers);
    forEver.put("cache-control", "public, max-age=31536000");
    Map<String, String> noLanguage = new TreeMap<>(headers);
    noLanguage.remove("content-language");

    assertThat(violations(rules, 200, headers, String.format(body, "", ""))).isEmpty();
    assertThat(violations(rules, 200, headers, String.format(body, "", ",\"new\":1"))).isNotEmpty();
    assertThat(violations(rules, 200, headers, String.format(body, ",\"new\":1", ""))).isNotEmpty();
    assertThat(violations(rules, 200, headers, "{\"items\":[]}")).isNotEmpty();
    assertThat(violations(rules, 200, otherTag, String.format(body, "", ""))).isNotEmpty();
    assertThat(violations(rules, 200, forEver, String.format(body, "", ""))).isNotEmpty();
    assertThat(violations(rules, 200, noLanguage, String.format(body, "", ""))).isNotEmpty();
    assertThat(violations(rules, 304, headers, String.format(body, "", ""))).isNotEmpty();
    assertThat(violations(rules, 410, headers, String.format(body, "", ""))).isNotEmpty();
  }

  private static List<String> violations(
      Contract rules, int status, Map<String, String> headers, String body) {
    return rules.violations(
        Ask.languageServices(), new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }
}
