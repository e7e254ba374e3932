package companion.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** What {@code mvn -q -Prun} starts. Exits with 2 if it cannot start and says why in one line. */
public final class LocalMain {
  private LocalMain() {}

  public static void main(String[] arguments) {
    // Exits by hand: what has started is closed, but a thread of an engine may linger.
    try {
      start(List.of(arguments));
    } catch (StartFailure e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void start(List<String> arguments) throws StartFailure, IOException {
    Options options = Options.parse(arguments, Path.of("").toAbsolutePath());
    var random = new SecureRandom();
    var surroundings =
        new LocalSystem.Surroundings(
            Handlers.ofProject(),
            DemoContent.ofProject(random),
            Clock.systemUTC(),
            random,
            System.out);
    LocalSystem system = LocalSystem.start(options, surroundings);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
    announce(system);
    if (options.stopAtEndOfInput()) {
      Thread.ofPlatform().daemon().name("input").start(LocalMain::stopAtEndOfInput);
    }
  }

  // Ctrl-C reaches Maven and this process, but a signal to Maven alone is not passed on by its exec
  // plugin. What is passed on is the end of the pipe between the two.
  private static void stopAtEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
      System.exit(0);
    } catch (IOException e) {
      // Without a standard input there is no end to wait for.
    }
  }

  private static void announce(LocalSystem system) {
    long sinceStart =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    String at = system.address().toString();
    System.out.printf(
        Locale.ROOT,
        """
        Ready after %.1f s. Everything runs on this computer only.

          Home page   %s/
          API docs    %s/docs
          Data        %s

        Try:
          curl '%s/v1/resources?lang=zh'
          curl '%s/v1/resources/%s?lang=fr'
          curl %s/local/people/amina/token

        Stop with Ctrl-C.
        """,
        sinceStart / 1000.0,
        at,
        at,
        system.dataFolder(),
        at,
        at,
        firstResource(system),
        at);
  }

  private static String firstResource(LocalSystem system) {
    Answer answer = system.reply(Request.get("/v1/resources", "lang=fr&limit=1"));
    try {
      return new ObjectMapper().readTree(answer.text()).at("/items/0/id").asText("ID");
    } catch (JsonProcessingException e) {
      return "ID"; // whatever is wrong, the request itself will show it
    }
  }
}
