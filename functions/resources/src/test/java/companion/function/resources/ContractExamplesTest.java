package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
  private final JsonNode contract = parse();

  private static JsonNode parse() {
    try {
      return new YAMLMapper().readTree(ProjectFiles.contract());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
  }

  @Test
  void shouldHoldItsOwnExamples() {
    Contract rules = Contract.read();
    List<String> wrong = new ArrayList<>();
    int examples = 0;
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (Map.Entry<String, JsonNode> declared :
            method.getValue().path("responses").properties()) {
          JsonNode response = resolve(declared.getValue());
          for (Map.Entry<String, JsonNode> content : response.path("content").properties()) {
            for (JsonNode example : content.getValue().path("examples")) {
              examples++;
              Ask ask =
                  new Ask(
                      method.getKey().toUpperCase(Locale.ROOT),
                      path.getKey().replace("{sha256}", "f".repeat(64)),
                      "some-id",
                      Map.of(),
                      Map.of(),
                      Map.of());
              Answer answer =
                  new Answer(
                      Integer.parseInt(declared.getKey()),
                      headers(content.getKey(), response),
                      example.path("value").toString().getBytes(StandardCharsets.UTF_8));
              rules
                  .violations(ask, answer)
                  .forEach(violation -> wrong.add(path.getKey() + " " + violation));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(examples).isGreaterThan(10);
  }

  /** One value that each declared header may have. */
  private Map<String, String> headers(String mediaType, JsonNode response) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-type", mediaType);
    for (Map.Entry<String, JsonNode> declared : response.path("headers").properties()) {
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
