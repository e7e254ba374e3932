package companion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import companion.access.Callers;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  private final List<String> asked = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final Edge edge =
      new Edge(
          Map.of(
              "GET /v1/members/things",
              request -> {
                asked.add(request.query().toString());
                return new Reply.Content(
                    json -> {
                      written.add("members' things");
                      json.writeString("members' things");
                    },
                    Optional.empty(),
                    List.of(LanguageTag.of("fr")),
                    "/v1/members/things?lang=fr",
                    Caching.PRIVATE);
              },
              "GET /v1/throws",
              request -> {
                throw new IllegalStateException("no table yet");
              }),
          new Callers("cognito:groups", "token_use"),
          new Negotiation(WorkingLanguages.shipped()));

  private void perform(String... routeKeys) {
    List<Request> requests = new ArrayList<>();
    for (String routeKey : routeKeys) {
      requests.add(Requests.request(routeKey, Map.of("lang", "fr"), Map.of()));
    }
    new Rehearsal(edge, () -> requests).perform();
  }

  @Test
  void shouldAnswerInFullWhoeverMayAsk() {
    perform("GET /v1/members/things");

    assertThat(asked).isNotEmpty().containsOnly("{lang=fr}");
    assertThat(written).hasSameSizeAs(asked);
  }

  @Test
  void shouldPassOverWhatFails() {
    assertThatCode(() -> perform("GET /v1/members/things", "GET /v1/throws"))
        .doesNotThrowAnyException();

    assertThat(asked).hasSize(1);
  }

  @Test
  void shouldPassOverRequestsThatCannotBeMade() {
    Rehearsal rehearsal =
        new Rehearsal(
            edge,
            () -> {
              throw new IllegalStateException("no table yet");
            });

    assertThatCode(() -> rehearsal.perform()).doesNotThrowAnyException();
  }
}
