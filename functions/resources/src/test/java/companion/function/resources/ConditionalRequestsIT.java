package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.feed.Audience;
import companion.resource.ResourceFacts;
import companion.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Catalogues.class)
class ConditionalRequestsIT {
  private static final String CHANGING = "changing";

  static Stream<Ask> routes() {
    return LanguageChoiceIT.routes().map(route -> route.lang("fr"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldConfirmAnUnchangedCopyWithoutABody(Ask route, PublishedCatalogue catalogue) {
    Reader reader = catalogue.reader();
    Answer full = reader.ask(route);

    for (String condition :
        List.of(full.tag(), "W/" + full.tag(), "\"other\", " + full.tag() + " , \"x\"")) {
      Answer answer = reader.ask(route.ifNoneMatch(condition));

      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.tag()).isEqualTo(full.tag());
      assertThat(answer.header("cache-control")).isEqualTo(full.header("cache-control"));
      assertThat(answer.header("vary")).isEqualTo(full.header("vary"));
      assertThat(answer.headers()).doesNotContainKey("content-type");
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldSendAllToWhoHasSomethingElse(Ask route, PublishedCatalogue catalogue) {
    Reader reader = catalogue.reader();
    String tag = reader.ask(route).tag();

    for (String condition :
        List.of(
            "*",
            "\"other\"",
            tag.replace("\"", ""),
            tag.toLowerCase(Locale.ROOT) + "x",
            "",
            ",,")) {
      assertThat(reader.ask(route.ifNoneMatch(condition)).status()).as(condition).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void shouldConfirmAcrossFunctionsThatStartAnew(Ask route, PublishedCatalogue catalogue) {
    String tag = catalogue.reader().ask(route).tag();

    assertThat(catalogue.reader().ask(route.ifNoneMatch(tag)).status()).isEqualTo(304);
  }

  @Test
  void shouldHaveAnotherTagForAnotherAnswer(PublishedCatalogue catalogue) {
    Reader reader = catalogue.reader();
    List<Ask> asks =
        List.of(
            Ask.list(),
            Ask.list().lang("fr"),
            Ask.list().lang("fr,es"),
            Ask.list().lang("es,fr"),
            Ask.list().acceptLanguage("fr"),
            Ask.list().acceptLanguage("fr, es;q=0.5"),
            Ask.list().acceptLanguage("fr, es;q=0"),
            Ask.list().lang("fr").with("theme", "law"),
            Ask.list().lang("fr").with("theme", "law,health"),
            Ask.list().lang("fr").with("limit", "1"),
            Ask.list().lang("fr").with("fallback", "none"),
            Ask.resource(PublishedCatalogue.LONG).lang("fr"),
            Ask.resource(PublishedCatalogue.SHORT).lang("fr"),
            Ask.editions(PublishedCatalogue.LONG).lang("fr"),
            Ask.vocabulary().lang("fr"),
            Ask.languageServices().lang("fr"));
    Set<String> tags = new HashSet<>();

    asks.forEach(ask -> tags.add(reader.ask(ask).tag()));

    assertThat(tags).hasSameSizeAs(asks);
  }

  @Test
  void shouldHaveAnotherTagAfterTheTableWasMadeAnew(Catalogues.Tables tables) {
    Ask ask = Ask.list().lang("fr");
    String before = tables.full().reader().ask(ask).tag();

    Answer after = tables.full().reader().ask(ask.ifNoneMatch(before));

    assertThat(after.status()).isEqualTo(200);
  }

  @Test
  void shouldNotConfirmAnAddressThatItWouldRefuse(PublishedCatalogue catalogue) {
    Reader reader = catalogue.reader();
    String tag = reader.ask(Ask.list().lang("fr").with("limit", "5")).tag();

    Answer answer =
        reader.ask(Ask.list().lang("fr\n\nlimit\n5").acceptLanguage("fr").ifNoneMatch(tag));

    assertThat(answer.status()).isEqualTo(400);
  }

  static Stream<Ask> changingRoutes() {
    return Stream.of(
        Ask.list().lang("fr"),
        Ask.list().acceptLanguage("fr"),
        Ask.list().lang("fr").with("theme", "law").with("limit", "1"),
        Ask.resource(CHANGING).lang("fr"),
        Ask.resource(CHANGING).acceptLanguage("ru"),
        Ask.editions(CHANGING).lang("fr"));
  }

  @ParameterizedTest
  @MethodSource("changingRoutes")
  void shouldNeverBeStaleWhoeverDiesBetweenCommitAndSeal(Ask route, Catalogues.Tables tables) {
    PublishedCatalogue catalogue = changing(tables);
    Reader reader = catalogue.reader();
    Answer before = reader.ask(route);

    assertThatThrownBy(
            () ->
                catalogue
                    .mortalPublisher()
                    .publish(
                        CHANGING, changingFacts(), Samples.translation(Samples.FR, 2, 1, "New")))
        .isInstanceOf(MortalDynamoDb.Died.class);
    Answer unsealed = reader.ask(route);
    Answer unsealedToAnother = catalogue.reader().ask(route);
    catalogue.publisher().seal();

    String now = reader.ask(route).text();
    assertThat(now).isNotEqualTo(before.text());
    for (Answer copy : List.of(before, unsealed, unsealedToAnother)) {
      Answer warm = reader.ask(route.ifNoneMatch(copy.tag()));
      Answer cold = catalogue.reader().ask(route.ifNoneMatch(copy.tag()));
      for (Answer answer : List.of(warm, cold)) {
        assertThat(answer.status() == 304 ? copy.text() : answer.text()).isEqualTo(now);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("changingRoutes")
  void shouldNotConfirmWhatWasWithdrawn(Ask route, Catalogues.Tables tables) {
    PublishedCatalogue catalogue = changing(tables);
    Reader reader = catalogue.reader();
    String tag = reader.ask(route).tag();

    assertThatThrownBy(() -> catalogue.mortalPublisher().withdraw(CHANGING, "endangers-people"))
        .isInstanceOf(MortalDynamoDb.Died.class);
    catalogue.publisher().seal();

    Answer answer = reader.ask(route.ifNoneMatch(tag));
    assertThat(answer.status()).isNotEqualTo(304);
    assertThat(answer.text()).doesNotContain("Old (");
  }

  @Test
  void shouldStillConfirmAResourceAfterAnotherWasPublished(Catalogues.Tables tables) {
    PublishedCatalogue catalogue = changing(tables);
    Reader reader = catalogue.reader();
    List<Ask> asks = List.of(Ask.resource(CHANGING).lang("fr"), Ask.editions(CHANGING).lang("fr"));
    List<String> tags = asks.stream().map(ask -> reader.ask(ask).tag()).toList();

    catalogue
        .publisher()
        .publish("another", changingFacts(), Samples.original(Samples.EN, 1, "Another"));

    for (int at = 0; at < asks.size(); at++) {
      assertThat(reader.ask(asks.get(at).ifNoneMatch(tags.get(at))).status()).isEqualTo(304);
    }
  }

  static Stream<Ask> labels() {
    return Stream.of(Ask.vocabulary().lang("fr"), Ask.languageServices().lang("fr"));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void shouldNotConfirmLabelsThatChanged(Ask route, Catalogues.Tables tables) {
    PublishedCatalogue catalogue = changing(tables);
    Reader reader = catalogue.reader();
    String tag = reader.ask(route).tag();
    catalogue.publisher().publish(Samples.service("new-service", "New"));
    catalogue.publisher().publish(Vocabulary.EMPTY);

    assertThat(reader.ask(route.ifNoneMatch(tag)).status()).isEqualTo(200);
  }

  private static PublishedCatalogue changing(Catalogues.Tables tables) {
    PublishedCatalogue catalogue = tables.empty();
    Publisher publisher = catalogue.publisher();
    publisher.publish(Samples.vocabulary());
    publisher.publish(
        CHANGING,
        changingFacts(),
        Samples.original(Samples.EN, 1, "Old"),
        Samples.translation(Samples.FR, 1, 1, "Old"));
    return catalogue;
  }

  private static ResourceFacts changingFacts() {
    return Samples.facts(
        "statement", List.of("law"), List.of(), "2014-12-17", Audience.PUBLIC, Samples.EN);
  }
}
