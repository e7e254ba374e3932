package companion.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves CloudFormation's intrinsic functions (Ref, Sub, GetAtt, Join, If and conditions) to what
 * they mean on this machine.
 */
final class Intrinsics {
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::AccountId", Arns.ACCOUNT,
          "AWS::Partition", "aws",
          "AWS::Region", Arns.REGION,
          "AWS::StackName", "companion",
          "AWS::URLSuffix", "amazonaws.com");

  // ${Name}, ${Name.Attribute}, and ${!Name}, which stands for the text ${Name}
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

  private final JsonNode template;
  private final Map<String, String> parameters;

  /**
   * @param parameters values that go before the defaults of the template
   */
  Intrinsics(JsonNode template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = Map.copyOf(parameters);
  }

  /**
   * A value as text.
   *
   * @param owner the logical id that an error names
   * @return empty where the template says {@code AWS::NoValue}
   */
  Optional<String> text(JsonNode node, String owner) {
    if (node.isValueNode()) {
      return Optional.of(node.asText());
    }
    if (!node.isObject() || node.size() != 1) {
      throw new TemplateFailure(owner + ": expected a text, found " + node);
    }
    String name = node.fieldNames().next();
    JsonNode argument = node.path(name);
    return switch (name) {
      case "Ref" ->
          argument.asText().equals("AWS::NoValue")
              ? Optional.empty()
              : Optional.of(reference(argument.asText(), owner));
      case "Fn::GetAtt" -> Optional.of(attribute(argument, owner));
      case "Fn::Sub" -> Optional.of(substitution(argument, owner));
      case "Fn::Join" -> Optional.of(join(argument, owner));
      case "Fn::If" -> text(branch(argument, owner), owner);
      default -> throw new TemplateFailure(owner + ": " + name + " is not known here");
    };
  }

  /** A list, or the one text that stands for a list of one; what is AWS::NoValue is left out. */
  List<String> texts(JsonNode node, String owner) {
    JsonNode chosen = chosen(node, owner);
    if (chosen.isMissingNode() || chosen.isNull()) {
      return List.of();
    }
    if (!chosen.isArray()) {
      return text(chosen, owner).stream().toList();
    }
    var texts = new ArrayList<String>();
    for (JsonNode element : chosen) {
      text(element, owner).ifPresent(texts::add);
    }
    return texts;
  }

  /** The node itself or, where it is an If, the branch that its condition takes. */
  JsonNode chosen(JsonNode node, String owner) {
    JsonNode chosen = node;
    while (chosen.isObject() && chosen.size() == 1 && chosen.has("Fn::If")) {
      chosen = branch(chosen.path("Fn::If"), owner);
    }
    return isNoValue(chosen) ? MissingNode.getInstance() : chosen;
  }

  private static boolean isNoValue(JsonNode node) {
    return node.isObject() && node.size() == 1 && node.path("Ref").asText().equals("AWS::NoValue");
  }

  private String reference(String name, String owner) {
    String pseudo = PSEUDO_PARAMETERS.get(name);
    if (pseudo != null) {
      return pseudo;
    }
    String given = parameters.get(name);
    if (given != null) {
      return given;
    }
    JsonNode parameter = template.path("Parameters").path(name);
    if (parameter.has("Default")) {
      return parameter.path("Default").asText();
    }
    if (parameter.isObject()) {
      throw new TemplateFailure(
          owner + ": parameter " + name + " has no default and was given no value");
    }
    return switch (type(name)) {
      case "AWS::DynamoDB::Table" -> Template.tableName(name);
      case "AWS::S3::Bucket" -> Template.bucketName(name);
      case "" ->
          throw new TemplateFailure(
              owner + ": there is no resource or parameter called \"" + name + "\"");
      default -> name; // as CloudFormation, whose Ref of most resources is a name made from the id
    };
  }

  private String attribute(JsonNode argument, String owner) {
    String joined =
        argument.isArray()
            ? argument.path(0).asText() + "." + argument.path(1).asText()
            : argument.asText();
    int dot = joined.indexOf('.');
    if (dot < 0) {
      throw new TemplateFailure(owner + ": GetAtt needs Name.Attribute, found \"" + joined + "\"");
    }
    String name = joined.substring(0, dot);
    if (type(name).isEmpty()) {
      throw new TemplateFailure(owner + ": there is no resource called \"" + name + "\"");
    }
    return switch (type(name) + " " + joined.substring(dot + 1)) {
      case "AWS::DynamoDB::Table Arn" -> Arns.table(Template.tableName(name));
      case "AWS::S3::Bucket Arn" -> Arns.bucket(Template.bucketName(name));
      default ->
          throw new TemplateFailure(owner + ": there is no value here for \"" + joined + "\"");
    };
  }

  private String substitution(JsonNode argument, String owner) {
    String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
    var variables = new HashMap<String, String>();
    for (var variable : argument.path(1).properties()) {
      variables.put(variable.getKey(), text(variable.getValue(), owner).orElse(""));
    }
    Matcher matcher = SUBSTITUTION.matcher(text);
    var result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = variables.get(name);
      if (name.startsWith("!")) {
        value = "${" + name.substring(1) + "}";
      } else if (value == null) {
        value =
            name.contains(".") ? attribute(TextNode.valueOf(name), owner) : reference(name, owner);
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(result).toString();
  }

  private String join(JsonNode argument, String owner) {
    return String.join(argument.path(0).asText(), texts(argument.path(1), owner));
  }

  private JsonNode branch(JsonNode argument, String owner) {
    if (!(argument instanceof ArrayNode) || argument.size() != 3) {
      throw new TemplateFailure(owner + ": If needs a condition and two values");
    }
    return argument.path(condition(argument.path(0).asText(), owner, new HashSet<>()) ? 1 : 2);
  }

  private boolean condition(String name, String owner, Set<String> seen) {
    JsonNode node = template.path("Conditions").path(name);
    if (node.isMissingNode() || !seen.add(name)) {
      throw new TemplateFailure(
          owner + ": there is no condition called \"" + name + "\", or it refers to itself");
    }
    boolean holds = holds(node, owner, seen);
    seen.remove(name);
    return holds;
  }

  private boolean holds(JsonNode node, String owner, Set<String> seen) {
    String function = node.isObject() && node.size() == 1 ? node.fieldNames().next() : "";
    JsonNode argument = node.path(function);
    return switch (function) {
      case "Condition" -> condition(argument.asText(), owner, seen);
      case "Fn::Equals" -> text(argument.path(0), owner).equals(text(argument.path(1), owner));
      case "Fn::Not" -> !holds(argument.path(0), owner, seen);
      case "Fn::And" -> argument.valueStream().allMatch(part -> holds(part, owner, seen));
      case "Fn::Or" -> argument.valueStream().anyMatch(part -> holds(part, owner, seen));
      default -> throw new TemplateFailure(owner + ": not a condition: " + node);
    };
  }

  private String type(String logicalId) {
    return template.path("Resources").path(logicalId).path("Type").asText();
  }
}
