package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import companion.language.LanguageTag;
import companion.language.Negotiation;
import companion.language.WorkingLanguages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RendererTest {
  private static final Freshness FRESHNESS = Freshness.of("a");
  private static final Request PLAIN = Requests.get(Map.of(), Map.of());
  private static final Request TAKES_GZIP = Requests.withHeader("accept-encoding", "gzip");
  private static final LanguageTag FR = LanguageTag.of("fr");

  private final Messages messages = Messages.read();
  private final Renderer renderer =
      new Renderer(messages, new Negotiation(WorkingLanguages.shipped()));

  static List<LanguageTag> shipped() {
    return WorkingLanguages.shipped().tags();
  }

  private static Reply content(int length, Caching caching) {
    return new Reply.Content(
        json -> {
          json.writeStartObject();
          json.writeStringField("text", "é".repeat(length));
          json.writeEndObject();
        },
        Optional.of(FRESHNESS),
        List.of(FR, LanguageTag.of("en")),
        "/v1/things?lang=fr",
        caching);
  }

  private static Reply document(String text) {
    return new Reply.Content(
        json -> json.writeString(text),
        Optional.empty(),
        List.of(FR),
        "/v1/things/a?lang=fr",
        Caching.SHARED);
  }

  private static final Reply SMALL = content(10, Caching.SHARED);
  private static final Reply LARGE = content(1_000, Caching.SHARED);

  private APIGatewayV2HTTPResponse render(Request request, Reply reply) {
    return Requests.sent(renderer.render(request, reply));
  }

  private Map<String, String> headers(Request request, Reply reply) {
    return render(request, reply).getHeaders();
  }

  private APIGatewayV2HTTPResponse failed(Request request, Failure failure) {
    return render(request, new Reply.Failed(Problem.of(failure)));
  }

  // content

  @Test
  void shouldTagWhatNamesNoVersionByItsBytes() {
    Map<String, String> one = headers(PLAIN, document("one"));

    assertThat(headers(PLAIN, document("one")).get("etag")).isEqualTo(one.get("etag"));
    assertThat(headers(PLAIN, document("two")).get("etag")).isNotEqualTo(one.get("etag"));
  }

  @Test
  void shouldConfirmTheSameBytes() {
    String tag = String.valueOf(headers(PLAIN, document("one")).get("etag"));
    Request conditional = Requests.withHeader("if-none-match", tag);

    APIGatewayV2HTTPResponse same = render(conditional, document("one"));

    assertThat(same.getStatusCode()).isEqualTo(304);
    assertThat(same.getBody()).isEmpty();
    assertThat(same.getHeaders()).containsEntry("etag", tag).doesNotContainKey("content-type");
    assertThat(render(conditional, document("two")).getStatusCode()).isEqualTo(200);
  }

  @Test
  void shouldGiveContentAsJson() {
    assertThat(Requests.json(render(PLAIN, SMALL)).get("text").asText()).isEqualTo("é".repeat(10));
  }

  @Test
  void shouldSayWhichLanguagesAreInTheContent() {
    assertThat(headers(PLAIN, SMALL)).containsEntry("content-language", "fr, en");
  }

  @Test
  void shouldSayWhereTheContentIsWithoutNegotiation() {
    assertThat(headers(PLAIN, SMALL)).containsEntry("content-location", "/v1/things?lang=fr");
  }

  @Test
  void shouldCompressWhatIsLargeForWhoeverTakesIt() {
    assertThat(headers(TAKES_GZIP, LARGE)).containsEntry("content-encoding", "gzip");
  }

  @Test
  void shouldCompressWithoutLoss() {
    assertThat(Requests.json(render(TAKES_GZIP, LARGE)).get("text").asText())
        .isEqualTo("é".repeat(1_000));
  }

  @Test
  void shouldNotCompressForWhoeverDoesNotTakeIt() {
    assertThat(headers(PLAIN, LARGE)).doesNotContainKey("content-encoding");
  }

  @Test
  void shouldNotCompressWhatIsSmall() {
    assertThat(headers(TAKES_GZIP, SMALL)).doesNotContainKey("content-encoding");
  }

  @Test
  void shouldGiveTheCompressedFormItsOwnTag() {
    assertThat(headers(TAKES_GZIP, LARGE)).containsEntry("etag", FRESHNESS.header(true));
  }

  @Test
  void shouldGiveThePlainFormThePlainTag() {
    assertThat(headers(TAKES_GZIP, SMALL)).containsEntry("etag", FRESHNESS.header(false));
  }

  @ParameterizedTest
  @CsvSource({"SHARED,'public, max-age=60, s-maxage=60'", "PRIVATE,'private, no-cache'"})
  void shouldSayWhoMayKeepContent(Caching caching, String header) {
    assertThat(headers(PLAIN, content(10, caching))).containsEntry("cache-control", header);
  }

  @Test
  void shouldVaryByLanguageWhereItWasNegotiated() {
    assertThat(headers(PLAIN, SMALL)).containsEntry("vary", "Accept-Encoding, Accept-Language");
  }

  @Test
  void shouldNotVaryByLanguageWhereTheAddressNamesIt() {
    assertThat(headers(Requests.withQuery(Map.of("lang", "fr")), SMALL))
        .containsEntry("vary", "Accept-Encoding");
  }

  @Test
  void shouldVaryByLanguageWhereTheAddressNamesNone() {
    assertThat(headers(Requests.withQuery(Map.of("lang", "")), SMALL))
        .containsEntry("vary", "Accept-Encoding, Accept-Language");
  }

  // not modified

  private static Request repeated(String tag) {
    return Requests.get(Map.of(), Map.of("if-none-match", tag, "accept-encoding", "gzip"));
  }

  private static final Reply NOT_MODIFIED = new Reply.NotModified(FRESHNESS, Caching.SHARED);

  @Test
  void shouldSayThatNothingHasChanged() {
    assertThat(render(PLAIN, NOT_MODIFIED).getStatusCode()).isEqualTo(304);
  }

  @Test
  void shouldSendNoBodyWhereNothingHasChanged() {
    assertThat(render(PLAIN, NOT_MODIFIED).getBody()).isEmpty();
  }

  @Test
  void shouldRepeatTheTagOfThePlainFormWhereTheClientHasIt() {
    assertThat(headers(repeated(FRESHNESS.header(false)), NOT_MODIFIED))
        .containsEntry("etag", FRESHNESS.header(false));
  }

  @Test
  void shouldRepeatTheTagOfTheCompressedFormWhereTheClientHasIt() {
    assertThat(headers(repeated(FRESHNESS.header(true)), NOT_MODIFIED))
        .containsEntry("etag", FRESHNESS.header(true));
  }

  @Test
  void shouldSayWhoMayKeepWhatHasNotChanged() {
    assertThat(headers(PLAIN, NOT_MODIFIED))
        .containsEntry("cache-control", "public, max-age=60, s-maxage=60");
  }

  @Test
  void shouldSayByWhatWhatHasNotChangedVaries() {
    assertThat(headers(PLAIN, NOT_MODIFIED))
        .containsEntry("vary", "Accept-Encoding, Accept-Language");
  }

  // elsewhere

  private static final Reply ELSEWHERE = new Reply.Elsewhere(URI.create("https://files.example/a"));

  @Test
  void shouldSendAClientElsewhere() {
    assertThat(render(PLAIN, ELSEWHERE).getStatusCode()).isEqualTo(302);
  }

  @Test
  void shouldSayWhereElse() {
    assertThat(headers(PLAIN, ELSEWHERE)).containsEntry("location", "https://files.example/a");
  }

  @Test
  void shouldLetNobodyKeepASignedAddress() {
    assertThat(headers(PLAIN, ELSEWHERE)).containsEntry("cache-control", "no-store");
  }

  // problems

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldTellAProblemInTheLanguageOfTheParameter(LanguageTag language) {
    Request request = Requests.withQuery(Map.of("lang", language.value()));

    assertThat(Requests.json(failed(request, Failure.RESOURCE_WITHDRAWN)).get("title").asText())
        .isEqualTo(messages.text(language, "resource-withdrawn", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldTellAProblemInTheLanguageOfTheHeader(LanguageTag language) {
    Request request = Requests.withHeader("accept-language", language.value());

    assertThat(Requests.json(failed(request, Failure.RESOURCE_WITHDRAWN)).get("title").asText())
        .isEqualTo(messages.text(language, "resource-withdrawn", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldSayWhichLanguageAProblemIsIn(LanguageTag language) {
    Request request = Requests.withQuery(Map.of("lang", language.value()));

    assertThat(failed(request, Failure.RESOURCE_WITHDRAWN).getHeaders())
        .containsEntry("content-language", language.value());
  }

  @Test
  void shouldTellAProblemInTheLanguageOfTheHeaderWhereTheParameterIsTheProblem() {
    Request request = Requests.get(Map.of("lang", "?"), Map.of("accept-language", "es"));

    assertThat(failed(request, Failure.INVALID_PARAMETER).getHeaders())
        .containsEntry("content-language", "es");
  }

  @Test
  void shouldGiveAProblemItsMediaType() {
    assertThat(failed(PLAIN, Failure.FILE_NOT_FOUND).getHeaders())
        .containsEntry("content-type", "application/problem+json");
  }

  @Test
  void shouldLetNobodyKeepAProblem() {
    assertThat(failed(PLAIN, Failure.FILE_NOT_FOUND).getHeaders())
        .containsEntry("cache-control", "no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_PARAMETER,400",
    "RESOURCE_NOT_FOUND,404",
    "FILE_NOT_FOUND,404",
    "LANGUAGE_NOT_AVAILABLE,404",
    "ROUTE_NOT_FOUND,404",
    "RESOURCE_WITHDRAWN,410",
    "INTERNAL_ERROR,500"
  })
  void shouldGiveEachFailureItsStatus(Failure failure, int status) {
    assertThat(failed(PLAIN, failure).getStatusCode()).isEqualTo(status);
  }

  @Test
  void shouldRepeatTheStatusInTheBody() {
    assertThat(Requests.json(failed(PLAIN, Failure.RESOURCE_WITHDRAWN)).get("status").asInt())
        .isEqualTo(410);
  }

  @Test
  void shouldNameTheTypeOfAProblem() {
    assertThat(Requests.json(failed(PLAIN, Failure.RESOURCE_WITHDRAWN)).get("type").asText())
        .isEqualTo("urn:problem:resource-withdrawn");
  }

  @Test
  void shouldTellWhatIsWrongWithEachParameter() {
    Reply reply =
        Reply.failed(
            List.of(
                new ParameterError(
                    "size",
                    ParameterError.Code.UNKNOWN_VALUE,
                    List.of("small", "large"),
                    Map.of("field", "size", "accepted", "small, large"))));

    JsonNode error = Requests.json(render(PLAIN, reply)).get("errors").get(0);

    assertThat(error.toString())
        .isEqualTo(
            """
            {"field":"size","code":"unknown-value",\
            "detail":"size takes these values: small, large.",\
            "accepted":["small","large"]}""");
  }

  @Test
  void shouldAddTheFactsOfAProblem() {
    Problem problem =
        Problem.of(
            Failure.LANGUAGE_NOT_AVAILABLE, Map.of("available", List.of(FR, LanguageTag.of("zh"))));

    assertThat(Requests.json(render(PLAIN, new Reply.Failed(problem))).get("available").toString())
        .isEqualTo("[\"fr\",\"zh\"]");
  }

  @Test
  void shouldNotLetABrowserGuessTheMediaType() {
    assertThat(failed(PLAIN, Failure.FILE_NOT_FOUND).getHeaders())
        .containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void shouldNotLetTheNextSiteKnowWhereAReaderCameFrom() {
    assertThat(headers(PLAIN, ELSEWHERE)).containsEntry("referrer-policy", "no-referrer");
  }
}
