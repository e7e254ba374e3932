package companion.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import companion.config.Environment;
import companion.deployment.FunctionRole;
import companion.deployment.Template;
import companion.function.files.FilesFunction;
import companion.function.resources.ResourcesFunction;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The handler classes that local mode can make, by the name that {@code template.yaml} gives them.
 * No class is looked up by its name: a new function is a new line in {@link #ofProject}.
 *
 * @param factories by handler class
 */
record Handlers(Map<String, Factory> factories) {
  /** Makes one function; environment and rights are what the template gives it. */
  @FunctionalInterface
  interface Factory {
    RequestStreamHandler make(Environment environment, Clients clients, Clock clock);
  }

  Handlers {
    factories = Map.copyOf(factories);
  }

  static Handlers ofProject() {
    return new Handlers(
        Map.of(
            "companion.function.resources.ResourcesFunction",
            (environment, clients, _) -> new ResourcesFunction(environment, clients.dynamoDb()),
            "companion.function.files.FilesFunction",
            (environment, clients, _) ->
                new FilesFunction(environment, clients.s3(), clients.presigner())));
  }

  /** One handler for each function of the template, by its logical id. */
  Map<String, RequestStreamHandler> make(Template template, Storage storage, Clock clock) {
    var made = new HashMap<String, RequestStreamHandler>();
    for (Template.Function function : template.functions()) {
      Factory factory = factories.get(function.handlerClass());
      if (factory == null) {
        throw new IllegalStateException("unchecked: " + function.handlerClass());
      }
      Clients clients = storage.clients(FunctionRole.of(function));
      made.put(function.logicalId(), factory.make(environment(function, clock), clients, clock));
    }
    return made;
  }

  /** As Lambda gives it: each start counts as a deployment, so that no tag outlives its code. */
  private static Environment environment(Template.Function function, Clock clock) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", clock.instant().toString());
    return new Environment(variables);
  }

  /** Refuses a template that names a class which nobody here can make. */
  void check(Template template) throws StartFailure {
    for (Template.Function function : template.functions()) {
      if (!factories.containsKey(function.handlerClass())) {
        throw new StartFailure(
            "template.yaml: "
                + function.logicalId()
                + ": local mode does not know the handler class "
                + function.handlerClass()
                + "; it is registered in companion.local.Handlers.");
      }
    }
  }
}
