package companion.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the inline policies of a function. What cannot be judged here is not passed over: a {@link
 * TemplateFailure} names function and statement.
 */
final class PolicyReader {
  private static final Set<String> ELEMENTS =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");
  // filled in by IAM for each request, such as ${aws:username}
  private static final String VARIABLE = "${";

  private final Intrinsics intrinsics;
  private final String functionId;

  PolicyReader(Intrinsics intrinsics, String functionId) {
    this.intrinsics = intrinsics;
    this.functionId = functionId;
  }

  List<Statement> read(JsonNode properties) {
    // Beside a Role, SAM passes over Policies.
    for (String other : List.of("Role", "Connectors", "PermissionsBoundary")) {
      if (properties.has(other)) {
        throw new TemplateFailure(functionId + ": " + other + " cannot be judged; write Policies");
      }
    }
    var statements = new ArrayList<Statement>();
    for (JsonNode policy : elements(properties.path("Policies"))) {
      if (!policy.path("Statement").isContainerNode()) {
        throw new TemplateFailure(
            functionId + ": policy " + policy + " says nothing here; write out its statements");
      }
      for (JsonNode statement : elements(policy.path("Statement"))) {
        statements.add(statement(statement));
      }
    }
    return statements;
  }

  /** A list, or the one that stands for a list of one; what an If leaves out is left out. */
  private List<JsonNode> elements(JsonNode node) {
    JsonNode chosen = intrinsics.chosen(node, functionId);
    if (chosen.isMissingNode()) {
      return List.of();
    }
    if (!chosen.isArray()) {
      return List.of(chosen);
    }
    return chosen
        .valueStream()
        .map(element -> intrinsics.chosen(element, functionId))
        .filter(element -> !element.isMissingNode())
        .toList();
  }

  private Statement statement(JsonNode node) {
    String sid = node.path("Sid").asText();
    String owner = functionId + ", statement " + (sid.isEmpty() ? node.toString() : sid);
    for (var element : node.properties()) {
      if (!ELEMENTS.contains(element.getKey())) {
        throw new TemplateFailure(owner + ": " + element.getKey() + " cannot be judged");
      }
    }
    return new Statement(
        sid,
        effect(node.path("Effect"), owner),
        texts(node, "Action", owner),
        texts(node, "Resource", owner),
        conditions(node.path("Condition"), owner));
  }

  private static Statement.Effect effect(JsonNode node, String owner) {
    return switch (node.asText()) {
      case "Allow" -> Statement.Effect.ALLOW;
      case "Deny" -> Statement.Effect.DENY;
      default -> throw new TemplateFailure(owner + ": Effect must be Allow or Deny");
    };
  }

  private List<Statement.Condition> conditions(JsonNode node, String owner) {
    var conditions = new ArrayList<Statement.Condition>();
    for (Map.Entry<String, JsonNode> operator : node.properties()) {
      Statement.Operator known =
          Statement.Operator.of(operator.getKey())
              .orElseThrow(
                  () ->
                      new TemplateFailure(
                          owner + ": operator " + operator.getKey() + " cannot be judged"));
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        Statement.ContextKey knownKey =
            Statement.ContextKey.of(key.getKey())
                .orElseThrow(
                    () -> new TemplateFailure(owner + ": " + key.getKey() + " cannot be judged"));
        conditions.add(
            new Statement.Condition(
                known, knownKey, texts(operator.getValue(), key.getKey(), owner)));
      }
    }
    return conditions;
  }

  private List<String> texts(JsonNode parent, String name, String owner) {
    List<String> texts = intrinsics.texts(parent.path(name), owner);
    if (texts.isEmpty()) {
      throw new TemplateFailure(owner + ": " + name + " is missing");
    }
    for (String text : texts) {
      if (text.contains(VARIABLE)) {
        throw new TemplateFailure(owner + ": policy variable in " + text + " cannot be judged");
      }
    }
    return texts;
  }
}
