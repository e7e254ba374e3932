package companion.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one at a time, each from one call of the table to the next, in an order that the seed
 * decides: the same seed gives the same run. Kills actors at random if asked to.
 */
public final class Turns implements Adversary {
  /** What an actor that is killed sees: nothing may catch it. */
  public static final class Killed extends Error {}

  private static final class Actor {
    final Semaphore turn = new Semaphore(0);
    final Runnable body;
    volatile boolean done;
    volatile @Nullable Throwable failure;

    Actor(Runnable body) {
      this.body = body;
    }
  }

  private final Random random;
  private final int killOneIn;
  private final int conflictOneIn;
  private final int pace;
  private final Semaphore yielded = new Semaphore(0);
  private final List<Actor> actors = new ArrayList<>();
  private @Nullable Actor running;

  /**
   * Turns by a seed.
   *
   * @param killOneIn at one of how many passes the actor dies; 0 for never
   */
  public Turns(long seed, int killOneIn, int conflictOneIn) {
    this.random = new Random(seed);
    this.killOneIn = killOneIn;
    this.conflictOneIn = conflictOneIn;
    this.pace = 1 << random.nextInt(7); // from at every step to hardly ever
  }

  /** Adds an actor, at any time. One that is killed is over; its body may not go on. */
  public void add(Runnable body) {
    actors.add(new Actor(body));
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public int conflictOneIn() {
    return conflictOneIn;
  }

  @Override
  public void pass() {
    Actor actor = running;
    if (actor == null) {
      return; // outside of a run: the test itself looks at the table
    }
    yielded.release();
    actor.turn.acquireUninterruptibly();
    if (killOneIn > 0 && random.nextInt(killOneIn) == 0) {
      throw new Killed();
    }
  }

  /**
   * Runs until every actor is over.
   *
   * @param between done between any two steps, such as settling an item
   */
  public void run(Runnable between) {
    List<Actor> live = new ArrayList<>();
    int started = 0;
    while (true) {
      while (started < actors.size()) {
        Actor actor = actors.get(started++);
        start(actor);
        live.add(actor);
      }
      live.removeIf(actor -> actor.done);
      if (live.isEmpty() && started == actors.size()) {
        break;
      }
      if (random.nextInt(pace) == 0) {
        between.run();
      }
      if (!live.isEmpty()) {
        step(live.get(random.nextInt(live.size())));
      }
    }
    for (Actor actor : actors) {
      Throwable failure = actor.failure;
      if (failure != null && !(failure instanceof Killed)) {
        throw new AssertionError("an actor failed", failure);
      }
    }
  }

  private void start(Actor actor) {
    Thread.ofVirtual()
        .start(
            () -> {
              actor.turn.acquireUninterruptibly();
              try {
                actor.body.run();
              } catch (Throwable e) { // reported by run()
                actor.failure = e;
              } finally {
                actor.done = true;
                yielded.release();
              }
            });
  }

  private void step(Actor actor) {
    running = actor;
    actor.turn.release();
    yielded.acquireUninterruptibly();
    running = null;
  }
}
