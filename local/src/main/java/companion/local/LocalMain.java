package companion.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;

/** What {@code mvn -q -Prun} starts. */
public final class LocalMain {
  private LocalMain() {}

  public static void main(String[] arguments) {
    Launch.of(arguments, LocalMain::start);
  }

  private static AutoCloseable start(Options options) throws StartFailure, IOException {
    var random = new SecureRandom();
    var surroundings =
        new LocalSystem.Surroundings(
            Handlers.ofProject(),
            DemoContent.ofProject(random),
            Clock.systemUTC(),
            random,
            System.out);
    LocalSystem system = LocalSystem.start(options, surroundings);
    announce(system);
    return system;
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
