package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import companion.http.ParameterError.Code;
import companion.language.LanguagePriorityList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {
  private static final List<String> SIZES = List.of("small", "large");

  private static Parameters of(String name, String value) {
    return new Parameters(Requests.withQuery(Map.of(name, value)));
  }

  private static List<Code> codes(Parameters parameters) {
    return parameters.errors().stream().map(ParameterError::code).toList();
  }

  // texts

  @Test
  void shouldReadATextAsItStands() {
    assertThat(of("q", " a,b ").text("q")).contains(" a,b ");
  }

  @Test
  void shouldReadAnEmptyTextAsAbsent() {
    assertThat(of("q", "").text("q")).isEmpty();
  }

  @Test
  void shouldTakeTheLongestTextThatIsAllowed() {
    assertThat(of("q", "a".repeat(2_000)).text("q")).isPresent();
  }

  @Test
  void shouldReadATextThatIsTooLongAsAbsent() {
    assertThat(of("q", "a".repeat(2_001)).text("q")).isEmpty();
  }

  @Test
  void shouldSayHowLongATextMayBe() {
    Parameters parameters = of("q", "a".repeat(2_001));
    parameters.text("q");

    assertThat(parameters.errors())
        .containsExactly(
            new ParameterError("q", Code.TOO_LONG, List.of(), Map.of("field", "q", "max", "2000")));
  }

  // choices

  @Test
  void shouldTakeOneOfTheAcceptedValues() {
    assertThat(of("size", "large").choice("size", SIZES)).contains("large");
  }

  @Test
  void shouldSayWhichValuesAreAccepted() {
    Parameters parameters = of("size", "Large");
    parameters.choice("size", SIZES);

    assertThat(parameters.errors())
        .containsExactly(
            new ParameterError(
                "size",
                Code.UNKNOWN_VALUE,
                SIZES,
                Map.of("field", "size", "accepted", "small, large")));
  }

  @Test
  void shouldReadSeveralChoicesWithCommas() {
    assertThat(of("size", "large,small,large").choices("size", SIZES))
        .containsExactly("large", "small");
  }

  @ParameterizedTest
  @ValueSource(strings = {"large,", ",large", "large,,small", "large, small", ",", "large,huge"})
  void shouldRefuseAListWithAnElementThatIsNotAccepted(String list) {
    Parameters parameters = of("size", list);
    parameters.choices("size", SIZES);

    assertThat(codes(parameters)).containsExactly(Code.UNKNOWN_VALUE);
  }

  @Test
  void shouldReadAListWithAnErrorAsAbsent() {
    assertThat(of("size", "large,huge").choices("size", SIZES)).isEmpty();
  }

  @Test
  void shouldChooseNothingWhereNothingIsSaid() {
    assertThat(of("other", "a").choices("size", SIZES)).isEmpty();
  }

  // numbers

  @ParameterizedTest
  @ValueSource(strings = {"1", "50", "100", "007"})
  void shouldReadAWholeNumberInItsRange(String number) {
    assertThat(of("limit", number).wholeNumber("limit", 1, 100))
        .isEqualTo(OptionalLong.of(Long.parseLong(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "999999999999999999"})
  void shouldRefuseANumberOutOfItsRange(String number) {
    Parameters parameters = of("limit", number);
    parameters.wholeNumber("limit", 1, 100);

    assertThat(codes(parameters)).containsExactly(Code.OUT_OF_RANGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e2",
        "0x1",
        "1,2",
        "one",
        "١",
        "１",
        "1\n",
        "1000000000000000000",
        "9223372036854775808",
        "99999999999999999999999"
      })
  void shouldRefuseWhatIsNotAWholeNumber(String text) {
    Parameters parameters = of("limit", text);
    parameters.wholeNumber("limit", 1, 100);

    assertThat(codes(parameters)).containsExactly(Code.NOT_A_WHOLE_NUMBER);
  }

  @Test
  void shouldSayWhichNumbersAreAccepted() {
    Parameters parameters = of("limit", "0");
    parameters.wholeNumber("limit", 1, 100);

    assertThat(parameters.errors().getFirst().details())
        .isEqualTo(Map.of("field", "limit", "min", "1", "max", "100"));
  }

  @Test
  void shouldReadANumberWithAnErrorAsAbsent() {
    assertThat(of("limit", "0").wholeNumber("limit", 1, 100)).isEmpty();
  }

  @Test
  void shouldReadSeveralNumbersWithCommas() {
    assertThat(of("year", "2020,2014").wholeNumbers("year", 1900, 2100))
        .containsExactly(2020L, 2014L);
  }

  @Test
  void shouldReadNoneOfSeveralNumbersWhereOneIsWrong() {
    assertThat(of("year", "2020,x").wholeNumbers("year", 1900, 2100)).isEmpty();
  }

  // languages

  @Test
  void shouldTakeTheLanguageOfTheParameterBeforeTheHeader() {
    Request request = Requests.get(Map.of("lang", "fr"), Map.of("accept-language", "es"));

    assertThat(new Parameters(request).languages())
        .isEqualTo(
            new AskedLanguages(LanguagePriorityList.fromParameter("fr").orElseThrow(), true));
  }

  @Test
  void shouldTakeTheLanguageOfTheHeaderWithoutTheParameter() {
    assertThat(new Parameters(Requests.withHeader("accept-language", "es")).languages())
        .isEqualTo(new AskedLanguages(LanguagePriorityList.fromHeader("es"), false));
  }

  @Test
  void shouldAskForNothingWithoutEither() {
    assertThat(new Parameters(Requests.withQuery(Map.of())).languages())
        .isEqualTo(new AskedLanguages(LanguagePriorityList.NOTHING_ASKED, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"french!", "fr,", "fr en", "fr;q=1", "*", "a,b,c,d,e,f,g,h,i,j,k"})
  void shouldRefuseALanguageThatIsNotWellFormed(String lang) {
    Parameters parameters = of("lang", lang);
    parameters.languages();

    assertThat(codes(parameters)).containsExactly(Code.MALFORMED_LANGUAGE);
  }

  // everything at once

  @Test
  void shouldFindNothingWrongWhereNothingIs() {
    Parameters parameters = of("limit", "5");
    parameters.wholeNumber("limit", 1, 100);

    assertThat(parameters.errors()).isEmpty();
  }

  @Test
  void shouldTellAllErrorsAtOnce() {
    Parameters parameters =
        new Parameters(
            Requests.withQuery(Map.of("limit", "x", "size", "huge", "lang", "?", "extra", "1")));
    parameters.wholeNumber("limit", 1, 100);
    parameters.choice("size", SIZES);
    parameters.languages();

    assertThat(codes(parameters))
        .containsExactlyInAnyOrder(
            Code.NOT_A_WHOLE_NUMBER,
            Code.UNKNOWN_VALUE,
            Code.MALFORMED_LANGUAGE,
            Code.UNKNOWN_PARAMETER);
  }

  @Test
  void shouldNameAnUnknownParameterAndListThoseThatAreKnown() {
    Parameters parameters = of("extra", "1");
    parameters.text("q");
    parameters.wholeNumber("limit", 1, 100);

    assertThat(parameters.errors())
        .containsExactly(
            new ParameterError(
                "extra",
                Code.UNKNOWN_PARAMETER,
                List.of("limit", "q"),
                Map.of("accepted", "limit, q")));
  }

  @Test
  void shouldNotRepeatWhatIsNoName() {
    Parameters parameters = of("<script>", "1");

    assertThat(parameters.errors().toString()).doesNotContain("script");
  }

  @Test
  void shouldNotRepeatAValueThatAClientMadeUp() {
    Parameters parameters = of("size", "<script>");
    parameters.choice("size", SIZES);

    assertThat(parameters.errors().toString()).doesNotContain("script");
  }

  @Test
  void shouldTellWhatARouteRejects() {
    Parameters parameters = of("cursor", "x");
    parameters.text("cursor");
    parameters.reject(ParameterError.of("cursor", Code.MALFORMED_CURSOR));

    assertThat(codes(parameters)).containsExactly(Code.MALFORMED_CURSOR);
  }
}
