package companion.bench.warm;

import companion.bench.run.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests one after the other on each of some connections, for a while.
 *
 * @param requests gone through in turn
 * @param status that each answer must have
 */
record Load(int port, int connections, List<byte[]> requests, int status) {
  /** What came of it. */
  record Result(double perSecond, Sample milliseconds) {}

  Result run(Duration time) throws IOException {
    List<Future<long[]>> clients = new ArrayList<>();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Double> milliseconds = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int client = 0; client < connections; client++) {
        int first = client * requests.size() / connections;
        clients.add(threads.submit(() -> ask(first, end)));
      }
      for (Future<long[]> client : clients) {
        Arrays.stream(client.get()).forEach(nanoseconds -> milliseconds.add(nanoseconds / 1e6));
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(milliseconds.size() / seconds, Sample.of(milliseconds));
  }

  private long[] ask(int first, long end) throws IOException {
    long[] times = new long[1_024];
    int count = 0;
    try (Connection connection = Connection.open(port)) {
      long now = System.nanoTime();
      for (int next = first; now < end; next++) {
        Connection.Answer answer = connection.ask(requests.get(next % requests.size()));
        if (answer.status() != status) {
          throw new IOException("status " + answer.status());
        }
        long then = System.nanoTime();
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = then - now;
        now = then;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
