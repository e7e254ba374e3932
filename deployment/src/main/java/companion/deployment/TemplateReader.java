package companion.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads a SAM template. Whatever it cannot make sense of ends in a {@link TemplateFailure}. */
public final class TemplateReader {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String HTTP_API = "AWS::Serverless::HttpApi";

  private static final List<String> RIGHTS_FROM_OUTSIDE =
      List.of(
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::Serverless::Connector");

  private final JsonNode template;
  private final Intrinsics intrinsics;

  private TemplateReader(JsonNode template, Intrinsics intrinsics) {
    this.template = template;
    this.intrinsics = intrinsics;
  }

  /**
   * Reads a template and resolves what it refers to.
   *
   * @param yaml the whole template
   * @param parameters values for the template's parameters, before their defaults
   */
  public static Template read(String yaml, Map<String, String> parameters) {
    return of(yaml, parameters).read();
  }

  /**
   * Reads one function, and nothing of the others, of routes or of authorizers: parameters that
   * only these refer to need no value.
   */
  public static Template.Function readFunction(
      String yaml, Map<String, String> parameters, String logicalId) {
    TemplateReader reader = of(yaml, parameters);
    reader.refuseRightsFromOutside();
    if (!reader.ofType(FUNCTION).contains(logicalId)) {
      throw new TemplateFailure("there is no function called \"" + logicalId + "\"");
    }
    return reader.function(logicalId);
  }

  private static TemplateReader of(String yaml, Map<String, String> parameters) {
    Object parsed = TemplateYaml.parse(yaml);
    JsonNode template = new ObjectMapper().valueToTree(parsed);
    if (template == null || !template.path("Resources").isObject()) {
      throw new TemplateFailure("no Resources in it");
    }
    return new TemplateReader(template, new Intrinsics(template, parameters));
  }

  private Template read() {
    refuseRightsFromOutside();
    List<String> apis = ofType(HTTP_API);
    if (apis.size() > 1) {
      throw new TemplateFailure("one HTTP API is expected, found " + apis);
    }
    var functions = new ArrayList<Template.Function>();
    var routes = new ArrayList<Template.Route>();
    for (String id : ofType(FUNCTION)) {
      functions.add(function(id));
      routes.addAll(routes(id));
    }
    var keys = new HashSet<String>();
    for (Template.Route route : routes) {
      if (!keys.add(route.key())) {
        throw new TemplateFailure(route.functionId() + ": a second route " + route.key());
      }
    }
    return new Template(
        functions,
        routes,
        apis.stream().findFirst().flatMap(this::cors),
        ofType("AWS::DynamoDB::Table"),
        ofType("AWS::S3::Bucket"));
  }

  /** What adds to roles elsewhere than where one looks for it. */
  private void refuseRightsFromOutside() {
    for (String type : RIGHTS_FROM_OUTSIDE) {
      for (String id : ofType(type)) {
        throw new TemplateFailure(id + ": rights belong into the function's own Policies");
      }
    }
  }

  private Template.Function function(String id) {
    String handler = required(id, "Handler", properties(id).path("Handler"));
    int separator = handler.indexOf("::");
    var environment = new HashMap<String, String>();
    putVariables(environment, template.path("Globals").path("Function"), id);
    putVariables(environment, properties(id), id);
    return new Template.Function(
        id,
        separator < 0 ? handler : handler.substring(0, separator),
        environment,
        new PolicyReader(intrinsics, id).read(properties(id)));
  }

  private void putVariables(Map<String, String> environment, JsonNode properties, String id) {
    JsonNode variables = properties.path("Environment").path("Variables");
    for (var variable : variables.properties()) {
      intrinsics
          .text(variable.getValue(), id)
          .ifPresent(value -> environment.put(variable.getKey(), value));
    }
  }

  private List<Template.Route> routes(String functionId) {
    var routes = new ArrayList<Template.Route>();
    for (JsonNode event : properties(functionId).path("Events")) {
      // Other events (schedules, queues, buckets) are delivered by other means, or not at all.
      if (event.path("Type").asText().equals("HttpApi")) {
        routes.add(route(functionId, event.path("Properties")));
      }
    }
    return routes;
  }

  private Template.Route route(String functionId, JsonNode event) {
    String api = required(functionId, "ApiId of each HttpApi event", event.path("ApiId"));
    if (!ofType(HTTP_API).contains(api)) {
      throw new TemplateFailure(functionId + ": ApiId " + api + " is no " + HTTP_API);
    }
    JsonNode auth = properties(api).path("Auth");
    JsonNode own = event.path("Auth");
    String name = own.path("Authorizer").asText(auth.path("DefaultAuthorizer").asText("NONE"));
    Optional<Template.Authorizer> authorizer =
        name.equals("NONE")
            ? Optional.empty()
            : Optional.of(authorizer(functionId, name, auth.path("Authorizers").path(name)));
    // An event's scopes replace those of its authorizer.
    JsonNode scopes =
        own.has("AuthorizationScopes")
            ? own.path("AuthorizationScopes")
            : auth.path("Authorizers").path(name).path("AuthorizationScopes");
    return new Template.Route(
        functionId,
        required(functionId, "Method of each HttpApi event", event.path("Method"))
            .toUpperCase(Locale.ROOT),
        required(functionId, "Path of each HttpApi event", event.path("Path")),
        authorizer,
        intrinsics.texts(scopes, functionId));
  }

  private Template.Authorizer authorizer(String functionId, String name, JsonNode node) {
    if (!node.path("JwtConfiguration").isObject()) {
      throw new TemplateFailure(
          functionId + ": there is no JWT authorizer called \"" + name + "\"");
    }
    String source = node.path("IdentitySource").asText("$request.header.Authorization");
    if (!source.equalsIgnoreCase("$request.header.Authorization")) {
      throw new TemplateFailure(
          functionId + ": authorizer " + name + " reads its token from " + source);
    }
    // CloudFormation's own spelling is lower case; SAM takes both.
    JsonNode jwt = node.path("JwtConfiguration");
    return new Template.Authorizer(
        name,
        required(name, "issuer", jwt.has("issuer") ? jwt.path("issuer") : jwt.path("Issuer")),
        intrinsics.texts(jwt.has("audience") ? jwt.path("audience") : jwt.path("Audience"), name));
  }

  private Optional<Template.Cors> cors(String api) {
    JsonNode cors = intrinsics.chosen(properties(api).path("CorsConfiguration"), api);
    if (cors.isMissingNode() || cors.isNull() || (cors.isBoolean() && !cors.asBoolean())) {
      return Optional.empty();
    }
    if (!cors.isObject()) {
      throw new TemplateFailure(api + ": CorsConfiguration must name its origins and methods");
    }
    return Optional.of(
        new Template.Cors(
            intrinsics.texts(cors.path("AllowOrigins"), api),
            intrinsics.texts(cors.path("AllowMethods"), api),
            intrinsics.texts(cors.path("AllowHeaders"), api),
            intrinsics.texts(cors.path("ExposeHeaders"), api),
            cors.has("MaxAge")
                ? Optional.of(Duration.ofSeconds(cors.path("MaxAge").asLong()))
                : Optional.empty(),
            cors.path("AllowCredentials").asBoolean()));
  }

  private String required(String owner, String what, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      throw new TemplateFailure(owner + ": " + what + " is missing");
    }
    return intrinsics
        .text(node, owner)
        .orElseThrow(() -> new TemplateFailure(owner + ": " + what + " has no value"));
  }

  private JsonNode properties(String logicalId) {
    return template.path("Resources").path(logicalId).path("Properties");
  }

  private List<String> ofType(String type) {
    JsonNode resources = template.path("Resources");
    Iterable<String> ids = resources::fieldNames;
    return StreamSupport.stream(ids.spliterator(), false)
        .filter(id -> resources.path(id).path("Type").asText().equals(type))
        .toList();
  }
}
