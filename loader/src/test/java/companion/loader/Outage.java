package companion.loader;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Answers no call to DynamoDB and S3, counted together, from a certain one on. What is stored is
 * then what a kill leaves before that call, or after the one before it.
 */
final class Outage {
  private final int from;
  private int calls;

  Outage(int from) {
    this.from = from;
  }

  /** One that only counts. */
  static Outage never() {
    return new Outage(Integer.MAX_VALUE);
  }

  int calls() {
    return calls;
  }

  <T> T over(Class<T> type, T client) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              calls++;
              if (calls >= from) {
                throw SdkClientException.create("cut off");
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
