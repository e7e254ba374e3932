package companion.bench.cold;

import companion.bench.call.Call;
import java.nio.file.Path;
import java.util.List;

/**
 * A function that is started.
 *
 * @param handler as the template names it
 * @param jars what it is deployed as, without the runtime client
 * @param training what it is asked while its AOT cache is made; not what is measured
 */
public record Contestant(String name, String handler, List<Path> jars, List<Call> training) {
  public Contestant {
    jars = List.copyOf(jars);
    training = List.copyOf(training);
  }
}
