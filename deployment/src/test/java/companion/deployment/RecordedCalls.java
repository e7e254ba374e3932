package companion.deployment;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/** Clients that do nothing but remember the requests that reached them. */
final class RecordedCalls {
  private final List<SdkRequest> requests = new ArrayList<>();

  /** All requests so far. */
  List<SdkRequest> requests() {
    return requests;
  }

  <T> T client(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> record(method.getName(), arguments)));
  }

  private @Nullable Object record(String method, @Nullable Object @Nullable [] arguments) {
    if (arguments == null || !(arguments[0] instanceof SdkRequest request)) {
      throw new UnsupportedOperationException(method);
    }
    requests.add(request);
    return null;
  }
}
