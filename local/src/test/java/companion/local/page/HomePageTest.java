package companion.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import companion.local.people.People;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class HomePageTest {
  private static final String LIST =
      """
      {"items":[{"id":"a b","title":"<b>Наши права</b>","summary":"О & правах","language":"ru",
       "renditions":[{"kind":"pdf","bytes":1240000,"url":"/v1/files/ab"},
                     {"kind":"audio","bytes":1,"url":"/v1/files/cd"},
                     {"kind":"pdf","bytes":1,"url":"javascript:alert(1)"}]}]}
      """;

  private static Answer page(String query, Answer api) {
    return new HomePage(_ -> api, People.demo()).answer(Request.get("/", query)).orElseThrow();
  }

  private static String pageOf(String list) {
    return page("lang=fr", Answer.of(200, "application/json", list)).text();
  }

  @Test
  void shouldAskTheApiForTheNewestInTheLanguageOfThePage() {
    var asked = new ArrayList<String>();
    new HomePage(
            request -> {
              asked.add(request.path() + "?" + request.query());
              return Answer.of(200, "application/json", "{}");
            },
            People.demo())
        .answer(Request.get("/", "lang=es"));
    assertThat(asked).containsExactly("/v1/resources?lang=es&limit=8");
  }

  @Test
  void shouldEscapeWhatComesFromTheData() {
    assertThat(pageOf(LIST))
        .contains("&lt;b&gt;Наши права&lt;/b&gt;")
        .contains("О &amp; правах")
        .doesNotContain("<b>")
        .doesNotContain("javascript:");
  }

  @Test
  void shouldMarkLanguageOfForeignTitle() {
    assertThat(pageOf(LIST)).contains("lang=\"ru\" dir=\"auto\"").contains("En russe");
  }

  @Test
  void shouldLinkPdfWithItsSizeAndDetails() {
    assertThat(pageOf(LIST))
        .contains("<a href=\"/v1/files/ab\">PDF, 1,2 Mo</a>")
        .contains("<a href=\"/v1/resources/a%20b?lang=fr\">")
        .doesNotContain("/v1/files/cd");
  }

  @Test
  void shouldSayWhenThereIsNothingYet() {
    assertThat(pageOf("{\"items\":[]}")).contains("Il n’y a pas encore de ressources.");
  }

  @Test
  void shouldSayWhenTheApiFails() {
    assertThat(page("lang=en", Answer.of(500)).text()).contains("could not be loaded");
    assertThat(pageOf("no JSON")).contains("pas pu être chargées");
  }

  @Test
  void shouldForbidEverythingButItsStyleSheet() {
    assertThat(page("", Answer.of(500)).headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "no-referrer")
        .hasEntrySatisfying(
            "content-security-policy",
            policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self';"));
  }
}
