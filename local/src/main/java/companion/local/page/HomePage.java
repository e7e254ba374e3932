package companion.local.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.local.gateway.Answer;
import companion.local.gateway.Request;
import companion.local.gateway.Site;
import companion.local.people.People;
import companion.local.people.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one sees at {@code /}: what this is, the newest resources, and where to go on. */
public final class HomePage implements Site {
  private static final String NEWEST = "/v1/resources";

  /** Of a translation; an original or a current one needs no word. */
  private static final Set<String> STATES_TO_TELL =
      Set.of("outdated", "machine", "machine-reviewed");

  private final Function<Request, Answer> api;
  private final People people;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * The page over an API.
   *
   * @param api asked as any client would ask it
   */
  public HomePage(Function<Request, Answer> api, People people) {
    this.api = api;
    this.people = people;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    boolean read = request.method().equals("GET") || request.method().equals("HEAD");
    if (!read) {
      return Optional.empty();
    }
    return switch (request.path()) {
      case "/" -> {
        String language =
            Texts.choose(request.parameter("lang"), request.header("accept-language"));
        yield Optional.of(page(Texts.of(language)));
      }
      case "/style.css" ->
          Optional.of(
              Answer.of(200, "text/css; charset=utf-8", ClasspathFile.read("/home/style.css"))
                  .with("x-content-type-options", "nosniff"));
      default -> Optional.empty();
    };
  }

  private Answer page(Texts texts) {
    var html = new Html();
    html.raw("<!doctype html>\n<html lang=\"" + texts.language() + "\" dir=\"ltr\">\n<head>\n")
        .raw("<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .element("title", texts.get("title"))
        .raw("\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<header>\n");
    languages(html, texts);
    html.element("h1", texts.get("title"))
        .element("p", texts.get("intro"))
        .element("p", texts.get("privacy"))
        .raw("\n</header>\n<main>\n");
    newest(html, texts);
    explore(html, texts);
    people(html, texts);
    html.raw("</main>\n</body>\n</html>\n");
    return SafeHeaders.add(
            Answer.of(200, "text/html; charset=utf-8", html.toString()), "style-src 'self'")
        .with("content-language", texts.language())
        .with("vary", "accept-language");
  }

  private static void languages(Html html, Texts texts) {
    html.raw("<nav class=\"languages\" aria-label=\"")
        .text(texts.get("language.of.page"))
        .raw("\"><ul>\n");
    for (String tag : Texts.LANGUAGES) {
      String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag));
      html.raw("<li><a href=\"/?lang=" + tag + "\" lang=\"" + tag + "\" hreflang=\"" + tag + "\"")
          .raw(tag.equals(texts.language()) ? " aria-current=\"page\">" : ">")
          .text(name)
          .raw("</a></li>\n");
    }
    html.raw("</ul></nav>\n");
  }

  private void newest(Html html, Texts texts) {
    html.raw("<section>\n").element("h2", texts.get("newest")).raw("\n");
    Answer answer = api.apply(Request.get(NEWEST, "lang=" + texts.language() + "&limit=8"));
    Optional<JsonNode> list = answer.status() == 200 ? read(answer) : Optional.empty();
    if (list.isEmpty()) {
      html.element("p", texts.get("newest.failed"));
    } else if (list.get().path("items").isEmpty()) {
      html.element("p", texts.get("newest.none"));
    } else {
      html.raw("<ul>\n");
      for (JsonNode item : list.get().path("items")) {
        resource(html, texts, item);
      }
      html.raw("</ul>\n");
    }
    html.raw("</section>\n");
  }

  private Optional<JsonNode> read(Answer answer) {
    try {
      return Optional.of(json.readTree(answer.text()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void resource(Html html, Texts texts, JsonNode item) {
    String language = item.path("language").asText(texts.language());
    String itsLanguage = "\" lang=\"" + Html.escape(language) + "\" dir=\"auto\">";
    html.raw("<li class=\"card\">\n<h3 class=\"title" + itsLanguage)
        .text(item.path("title").asText(item.path("id").asText()))
        .raw("</h3>\n");
    if (!language.equals(texts.language())) {
      html.element(
          "p",
          "quiet",
          texts.get("item.translated")
              + " · "
              + texts.get("item.language", texts.languageName(language)));
    }
    String status = item.path("status").asText("");
    if (STATES_TO_TELL.contains(status)) {
      html.element("p", "quiet", texts.get("item.status." + status));
    }
    String summary = item.path("summary").asText("");
    if (!summary.isBlank()) {
      html.raw("<p class=\"summary" + itsLanguage).text(summary).raw("</p>\n");
    }
    html.raw("<ul class=\"links\">\n<li>")
        .link(
            NEWEST + "/" + encoded(item.path("id").asText()) + "?lang=" + texts.language(),
            texts.get("item.json"))
        .raw("</li>\n");
    for (JsonNode rendition : item.path("renditions")) {
      if (rendition.path("kind").asText().equals("pdf") && rendition.has("url")) {
        String size =
            rendition.path("bytes").isNumber()
                ? texts.size(rendition.path("bytes").asLong())
                : texts.get("item.size.unknown");
        html.raw("<li>")
            .link(rendition.path("url").asText(), texts.get("item.pdf", size))
            .raw("</li>\n");
      }
    }
    html.raw("</ul>\n</li>\n");
  }

  private static void explore(Html html, Texts texts) {
    String lang = "?lang=" + texts.language();
    html.raw("<section>\n").element("h2", texts.get("explore")).raw("\n<ul class=\"rows\">\n");
    exploreRow(html, texts, "/v1/resources" + lang, "explore.resources");
    exploreRow(html, texts, "/v1/vocabulary" + lang, "explore.vocabulary");
    exploreRow(html, texts, "/v1/language-services" + lang, "explore.services");
    exploreRow(html, texts, "/docs", "explore.docs");
    html.raw("</ul>\n</section>\n");
  }

  private static void exploreRow(Html html, Texts texts, String href, String key) {
    html.raw("<li>")
        .link(href, texts.get(key))
        .raw("<br>")
        .element("span", "quiet", texts.get(key + ".about"))
        .raw("</li>\n");
  }

  private void people(Html html, Texts texts) {
    html.raw("<section>\n")
        .element("h2", texts.get("people"))
        .element("p", texts.get("people.about"))
        .raw("\n<ul class=\"rows\">\n");
    for (Person person : people.all()) {
      html.raw("<li>")
          .element("strong", person.displayName())
          .text(" · " + texts.get("role." + person.role()))
          .raw("<br>")
          .element("span", "quiet", place(person, texts))
          .raw("<br>")
          .link("/local/people/" + person.name() + "/token", texts.get("people.token"))
          .raw("</li>\n");
    }
    html.raw("</ul>\n<p>").link("/local/people", "/local/people").raw("</p>\n</section>\n");
  }

  private static String place(Person person, Texts texts) {
    String reads = texts.get("people.reads", texts.languageName(person.language()));
    String region =
        person.region().equals("secretariat") ? "" : texts.get("region." + person.region()) + " · ";
    return region + person.zone().getId() + " · " + reads;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
