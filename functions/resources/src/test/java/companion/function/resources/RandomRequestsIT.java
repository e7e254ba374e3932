package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a client sends: no failure of ours, and an answer as the contract says. */
@ExtendWith(Catalogues.class)
class RandomRequestsIT {
  private static final int REQUESTS = 3_000;
  private static final long SEED = 20_260_302L;

  private static final List<String> NAMES =
      List.of(
          "lang",
          "fallback",
          "type",
          "theme",
          "region",
          "year",
          "hasRendition",
          "maxBytes",
          "limit",
          "cursor");

  private static final List<String> PLAUSIBLE =
      List.of(
          "fr",
          "zh-TW",
          "ru,es",
          "none",
          "chain",
          "statement",
          "law,health",
          "africa",
          "2014",
          "pdf",
          "text",
          "50000",
          "1",
          "7",
          "100",
          "en-GB",
          "x-private",
          "i-klingon",
          "case-study");

  private static final List<String> NAUGHTY =
      List.of(
          "",
          " ",
          ",",
          ",,,",
          "0",
          "-1",
          "+5",
          "1e3",
          "0x10",
          "NaN",
          "null",
          "9223372036854775808",
          "999999999999999999",
          "%00",
          "\u0000",
          "\n\n",
          "a\r\nset-cookie: b=c",
          "'; DROP TABLE x; --",
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "public#resource#statement-2014",
          "${jndi:ldap://127.0.0.1/a}",
          "{max}",
          "🖤🏳️‍🌈",
          "\ud800",
          "ﷺ",
          "ı İ ß",
          "٣",
          "a".repeat(2_000),
          "a".repeat(2_001),
          "fr,".repeat(700),
          "*",
          "fr;q=0",
          "zh-Hant-TW-x-" + "y".repeat(8));

  private static final List<String> IDS =
      List.of(
          PublishedCatalogue.ALL_FIVE,
          PublishedCatalogue.CHINESE_ONLY,
          PublishedCatalogue.WITHDRAWN,
          PublishedCatalogue.MEMBERS_ONLY,
          PublishedCatalogue.LONG,
          "unknown-id");

  /** What only the vocabulary, the cursor's own check or the full grammar of tags can tell. */
  private static final Set<String> BEYOND_THE_CONTRACT =
      Set.of(
          "unknown-value",
          "malformed-cursor",
          "cursor-of-another-list",
          "malformed-language",
          "too-long");

  private final Random random = new Random(SEED);
  private final Reader reader;
  private final Contract contract;
  private final List<String> tags = new ArrayList<>(List.of("*", "\"x\""));
  private final List<String> cursors = new ArrayList<>(List.of("MSAx"));

  RandomRequestsIT(PublishedCatalogue catalogue, Catalogues.Tables tables) {
    reader = catalogue.reader();
    contract = tables.contract();
  }

  @Test
  void shouldNeverFailAndAlwaysKeepTheContract() {
    int[] byStatus = new int[600];
    for (int request = 0; request < REQUESTS; request++) {
      Ask ask = ask();
      Answer answer = reader.ask(ask); // holds it against the contract

      assertThat(answer.status()).as("seed %d, request %d: %s", SEED, request, ask).isLessThan(500);
      byStatus[answer.status()]++;
      agreeAboutWhatIsAllowed(ask, answer);
      remember(answer);
    }
    for (int status : new int[] {200, 304, 400, 404, 410}) {
      assertThat(byStatus[status]).as("answers with %d", status).isPositive();
    }
  }

  /** What is served is asked as the contract allows, and what it allows is not refused. */
  private void agreeAboutWhatIsAllowed(Ask ask, Answer answer) {
    if (ask.query().values().stream().anyMatch(value -> value.trim().isEmpty())) {
      return; // the validator takes blanks and control characters for absent
    }
    List<String> violations = contract.violations(ask);
    if (answer.status() == 400 && ask.method().equals("GET")) {
      if (violations.isEmpty()) {
        assertThat(answer.each("/errors", "code")).as("%s", ask).isSubsetOf(BEYOND_THE_CONTRACT);
      }
    } else if (answer.status() == 200) {
      assertThat(violations).as("%s", ask).isEmpty();
    }
  }

  private void remember(Answer answer) {
    if (tags.size() < 200 && !answer.tag().isEmpty()) {
      tags.add(answer.tag());
    }
    if (cursors.size() < 50 && answer.sent().length > 0 && !answer.at("/next").isEmpty()) {
      cursors.add(answer.at("/next"));
    }
  }

  private Ask ask() {
    Ask ask =
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> Ask.list();
          case 3, 4 -> Ask.resource(id());
          case 5 -> Ask.editions(id());
          case 6 -> Ask.vocabulary();
          default -> Ask.languageServices();
        };
    int parameters = random.nextInt(4);
    for (int parameter = 0; parameter < parameters; parameter++) {
      ask = ask.with(name(), value());
    }
    if (random.nextInt(3) == 0) {
      ask = ask.acceptLanguage(one(NAUGHTY) + ", " + one(PLAUSIBLE) + ";q=0." + random.nextInt(9));
    }
    if (random.nextInt(4) == 0) {
      ask = ask.header("accept-encoding", random.nextBoolean() ? "gzip" : one(NAUGHTY));
    }
    if (random.nextInt(4) == 0) {
      ask = ask.ifNoneMatch(random.nextInt(3) > 0 ? one(tags) : one(NAUGHTY));
    }
    if (random.nextInt(8) == 0) {
      ask = ask.head();
    }
    return ask;
  }

  private String id() {
    return random.nextInt(3) == 0 ? "x" + one(NAUGHTY) : one(IDS);
  }

  private String name() {
    return switch (random.nextInt(12)) {
      case 0 -> "q" + one(NAUGHTY);
      case 1, 2, 3 -> "lang";
      default -> one(NAMES);
    };
  }

  private String value() {
    return switch (random.nextInt(6)) {
      case 0 -> one(NAUGHTY);
      case 1 -> one(cursors);
      case 2 -> noise();
      default -> one(PLAUSIBLE);
    };
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int at = 0; at < length; at++) {
      text.appendCodePoint(
          random.nextInt(4) == 0 ? random.nextInt(0x3000) : ' ' + random.nextInt(95));
    }
    return text.toString();
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
