package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Catalogues.class)
class BytesOnTheWireIT {
  private final Reader reader;

  BytesOnTheWireIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @ParameterizedTest
  @MethodSource("companion.function.resources.LanguageChoiceIT#routes")
  void shouldCompressToTheSameTextUnderAnotherTag(Ask route) {
    Answer plain = reader.ask(route.lang("ru"));
    Answer compressed = reader.ask(route.lang("ru").gzip());

    assertThat(compressed.isCompressed()).isTrue();
    assertThat(plain.isCompressed()).isFalse();
    assertThat(compressed.text()).isEqualTo(plain.text());
    assertThat(compressed.sent().length).isLessThan(plain.sent().length);
    assertThat(compressed.tag()).isNotEqualTo(plain.tag());
    assertThat(compressed.header("vary")).contains("Accept-Encoding");
    assertThat(reader.ask(route.lang("ru").gzip().ifNoneMatch(compressed.tag())).tag())
        .isEqualTo(compressed.tag());
  }

  @Test
  void shouldNotCompressForWhoRefusesItOrWhatIsSmall(Catalogues.Tables tables) {
    Ask list = Ask.list().lang("ru");
    assertThat(reader.ask(list.header("accept-encoding", "gzip;q=0")).isCompressed()).isFalse();
    assertThat(reader.ask(list.header("accept-encoding", "br")).isCompressed()).isFalse();
    assertThat(tables.empty().reader().ask(list.gzip()).isCompressed()).isFalse();
  }

  @Test
  void shouldConfirmASmallBodyUnderTheTagThatItHad(Catalogues.Tables tables) {
    Reader early = tables.empty().reader();
    Ask ask = Ask.languageServices().lang("fr").gzip();
    Answer small = early.ask(ask);

    Answer confirmed = early.ask(ask.ifNoneMatch(small.tag()));

    assertThat(confirmed.status()).isEqualTo(304);
    assertThat(confirmed.tag()).isEqualTo(small.tag());
  }

  @ParameterizedTest
  @MethodSource("companion.function.resources.LanguageChoiceIT#routes")
  void shouldAnswerHeadWithTheHeadersOfGet(Ask route) {
    for (Ask ask :
        new Ask[] {
          route.lang("fr"),
          route.acceptLanguage("fr").gzip(),
          route.lang("fr").with("nonsense", "1"),
          route.lang("fr").ifNoneMatch(reader.ask(route.lang("fr")).tag())
        }) {
      Answer get = reader.ask(ask);
      Answer head = reader.ask(ask.head());

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.headers()).containsAllEntriesOf(get.headers());
      if (get.status() != 304) {
        assertThat(head.header("content-length")).isEqualTo("" + get.sent().length);
      }
    }
  }

  @Test
  void shouldAnswerHeadForWhatIsGoneOrUnknown() {
    assertThat(reader.ask(Ask.resource(PublishedCatalogue.WITHDRAWN).head()).status())
        .isEqualTo(410);
    assertThat(reader.ask(Ask.editions("unknown-id").head()).status()).isEqualTo(404);
  }
}
