package companion.http;

import java.util.List;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before Lambda takes its snapshot (SnapStart): it answers requests for
 * nobody, so that classes, compiled code and what it keeps in memory are in the snapshot. Whatever
 * was published since is caught up with at the first real request.
 */
public final class Rehearsal implements Resource {
  private static final int ROUNDS = 20; // the hot paths are compiled by then

  private final Edge edge;
  private final Supplier<List<Request>> requests;

  /**
   * A rehearsal of {@code requests}, which are asked for when it begins: some depend on what is
   * published.
   */
  public Rehearsal(Edge edge, Supplier<List<Request>> requests) {
    this.edge = edge;
    this.requests = requests;
  }

  /** The function has to hold this: Lambda's runtime remembers only weakly what it has to call. */
  public void schedule() {
    Core.getGlobalContext().register(this);
  }

  /** What fails is left to real requests: a first deployment has neither data nor, yet, a role. */
  public void perform() {
    for (int round = 1; round <= ROUNDS; round++) {
      try {
        requests.get().forEach(edge::rehearse);
      } catch (RuntimeException _) {
        return; // thrown on, it would end the deployment
      }
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    perform();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
