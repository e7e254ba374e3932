package companion.deployment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;

/**
 * A client of AWS that passes on what a policy allows and refuses everything else before it reaches
 * the service. It is a proxy, so that an operation which the SDK gains tomorrow is judged as well.
 */
final class PolicyGuard implements InvocationHandler {
  private final Object client;
  private final Service service;
  private final Policy policy;
  private final String functionId;

  private PolicyGuard(Object client, Service service, Policy policy, String functionId) {
    this.client = client;
    this.service = service;
    this.policy = policy;
    this.functionId = functionId;
  }

  static <T> T over(T client, Class<T> type, Service service, Policy policy, String functionId) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new PolicyGuard(client, service, policy, functionId)));
  }

  /** The name of a request's operation, such as {@code GetItem}. */
  static String operation(SdkRequest request) {
    String name = request.getClass().getSimpleName();
    return name.substring(0, name.length() - "Request".length());
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    boolean paginator = method.getName().endsWith("Paginator"); // calls this guard for each page
    if (arguments != null && arguments[0] instanceof SdkRequest request && !paginator) {
      check(request);
      try {
        return pass(method, arguments);
      } catch (AwsServiceException e) {
        throw service.shown(e, request, policy);
      }
    }
    return switch (method.getName()) {
      case "close",
          "hashCode",
          "serviceClientConfiguration",
          "serviceName",
          "toString",
          "utilities" ->
          pass(method, arguments);
      case "equals" -> arguments != null && isSame(proxy, arguments[0]);
      // Forms with a builder and without arguments end in the form with a request. What would hand
      // out the client itself (a waiter) is, by the interface's own default, unsupported.
      default -> InvocationHandler.invokeDefault(proxy, method, arguments);
    };
  }

  @SuppressWarnings("ReferenceEquality") // what it decides is equals itself
  private static boolean isSame(Object proxy, @Nullable Object other) {
    return proxy == other;
  }

  private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void check(SdkRequest request) {
    List<Access> accesses = service.accesses(request);
    if (accesses.isEmpty()) {
      throw service.refusal(
          functionId + ": what " + operation(request) + " asks for cannot be told here");
    }
    for (Access access : accesses) {
      if (!policy.allows(access)) {
        throw service.refusal(
            functionId
                + " is not authorized to perform: "
                + access.action()
                + " on "
                + access.place());
      }
    }
  }
}
