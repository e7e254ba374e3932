package companion.config;

import companion.access.Callers;
import companion.feed.Audience;
import companion.language.WorkingLanguages;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a function, as {@code template.yaml} declares them. A blank one
 * reads as absent: {@code sam local} can only set what the template declares.
 */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** The variable, or {@link IllegalStateException} that names it. */
  public String require(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + name + " is not set"));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** The name of the one table. */
  public String table() {
    return require("TABLE");
  }

  /** Whose data the function may show, as its role allows. */
  public List<Audience> audiences() {
    return Arrays.stream(require("AUDIENCES").split(",", -1)).map(Audience::of).toList();
  }

  /** Where DynamoDB is, if not at AWS. */
  public Optional<URI> dynamoDbEndpoint() {
    return find("DYNAMODB_ENDPOINT").map(URI::create);
  }

  /** The working languages: as shipped, unless the deployment has its own. */
  public WorkingLanguages workingLanguages() {
    return find("WORKING_LANGUAGES")
        .map(WorkingLanguages::read)
        .orElseGet(WorkingLanguages::shipped);
  }

  /**
   * How verified claims are read: as Cognito writes them, unless the deployment has another issuer.
   */
  public Callers callers() {
    return new Callers(
        find("GROUPS_CLAIM").orElse("cognito:groups"), find("TOKEN_USE_CLAIM").orElse("token_use"));
  }

  /** Whether the function will go on from a snapshot of its memory (SnapStart). */
  public boolean isForSnapshot() {
    return find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent();
  }

  /** Differs between deployed versions, whose answers may differ for the same data. */
  public String build() {
    return find("AWS_LAMBDA_FUNCTION_VERSION").orElse("");
  }
}
