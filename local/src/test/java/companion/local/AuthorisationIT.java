package companion.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/authorisation.md}, asked of the whole system. */
final class AuthorisationIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ROW = Pattern.compile("\\| `(GET [^`]+)` \\|(.+)\\|");
  private static final List<String> CALLERS =
      List.of("nobody", "invalid", "member", "board", "staff");
  private static final String PUBLIC_PAPER = "media-guide";
  private static final String MEMBERS_PAPER = "operations-manual";
  private static final String BOARD_PAPER = "board-induction";

  @TempDir static Path folder;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static LocalSystem system;
  private static Map<String, List<String>> tokens;

  @BeforeAll
  static void start() throws Exception {
    var random = new SecureRandom();
    system =
        LocalSystem.start(
            new Options(
                PROJECT, 0, false, PROJECT.resolve("content"), folder.resolve("data"), false),
            new LocalSystem.Surroundings(
                Handlers.ofProject(),
                DemoContent.ofProject(random),
                Clock.systemUTC(),
                random,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)));
    String member = get("/local/people/amina/token", "").body();
    tokens =
        Map.of(
            "nobody", List.of(""),
            "invalid", List.of("none", tampered(member), ofAnotherIssuer(member)),
            "member", List.of(member),
            "board", List.of(get("/local/people/wanjiru/token", "").body()),
            "staff",
                List.of(
                    get("/local/people/moira/token", "").body(),
                    get("/local/people/deniz/token", "").body()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  /** The payload of another token under the signature of this one. */
  private static String tampered(String token) {
    String[] parts = token.split("\\.", -1);
    return parts[0] + "." + parts[1].replaceFirst("^...", "eyJ4") + "." + parts[2];
  }

  private static String ofAnotherIssuer(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmVk";
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return send("GET", path, token);
  }

  private static HttpResponse<String> send(String method, String path, String token)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.address() + path))
            .method(method, BodyPublishers.noBody());
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static Map<String, Map<String, Integer>> table() throws IOException {
    Map<String, Map<String, Integer>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PROJECT.resolve("docs/authorisation.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String[] cells = row.group(2).split("\\|", -1);
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (int i = 0; i < CALLERS.size(); i++) {
          answers.put(CALLERS.get(i), Integer.valueOf(cells[i].strip()));
        }
        rows.put(row.group(1), answers);
      }
    }
    return rows;
  }

  @Test
  void shouldHaveARowForEveryRouteOfTheTemplate() throws IOException {
    Set<String> routes = new TreeSet<>();
    system.routeKeys().forEach(key -> routes.add(key.replaceFirst("^HEAD ", "GET ")));

    assertThat(table().keySet()).isEqualTo(routes);
  }

  @Test
  void shouldAnswerEachCallerAsTheTableSays() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> row : table().entrySet()) {
      String path = path(row.getKey().substring("GET ".length()));
      for (Map.Entry<String, Integer> cell : row.getValue().entrySet()) {
        for (String token : tokens.getOrDefault(cell.getKey(), List.of())) {
          for (String method : List.of("GET", "HEAD")) {
            int status = send(method, path, token).statusCode();
            if (status != cell.getValue()) {
              wrong.add(method + " " + path + " as " + cell.getKey() + ": " + status);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Of something that is there, for whoever may come in. */
  private static String path(String route) throws Exception {
    boolean members = route.startsWith("/v1/members/");
    String paper = members ? MEMBERS_PAPER : PUBLIC_PAPER;
    String path = route.replace("{id}", paper);
    return path.contains("{sha256}") ? path.replace("{sha256}", file(members, paper)) : path;
  }

  private static String file(boolean members, String paper) throws Exception {
    String answer =
        get(
                (members ? "/v1/members/resources/" : "/v1/resources/") + paper + "?lang=en",
                members ? tokens.getOrDefault("member", List.of()).getFirst() : "")
            .body();
    return new ObjectMapper().readTree(answer).at("/renditions/0/sha256").asText();
  }

  @Test
  void shouldNotShowOnTheSurfaceOfOthersThatSomethingExists() throws Exception {
    String board = tokens.getOrDefault("board", List.of()).getFirst();

    HttpResponse<String> hidden = get("/v1/resources/" + MEMBERS_PAPER + "?lang=en", board);
    HttpResponse<String> absent = get("/v1/resources/no-such-paper?lang=en", board);

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(absent.body());
    assertThat(get("/v1/members/resources/" + BOARD_PAPER, board).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNotServeAMembersFileOnThePublicSurface() throws Exception {
    String sha256 = file(true, MEMBERS_PAPER);

    assertThat(get("/v1/files/" + sha256, "").statusCode()).isEqualTo(404);
  }
}
