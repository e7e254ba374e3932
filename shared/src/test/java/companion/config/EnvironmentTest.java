package companion.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.feed.Audience;
import companion.language.LanguageTag;
import companion.language.WorkingLanguages;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  private static Environment of(String name, String value) {
    return new Environment(Map.of(name, value));
  }

  @Test
  void shouldGiveAVariableThatIsSet() {
    assertThat(of("TABLE", "companion").table()).isEqualTo("companion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void shouldReadABlankVariableAsAbsent(String blank) {
    assertThat(of("TABLE", blank).find("TABLE")).isEmpty();
  }

  @Test
  void shouldNameAVariableThatIsMissing() {
    assertThatThrownBy(() -> new Environment(Map.of()).table())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TABLE");
  }

  @Test
  void shouldReadAudiencesWithCommas() {
    assertThat(of("AUDIENCES", "public,member").audiences())
        .containsExactly(Audience.PUBLIC, Audience.MEMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"everybody", "public,", "public, member", "PUBLIC"})
  void shouldRefuseWhatIsNotAnAudience(String audiences) {
    assertThatThrownBy(() -> of("AUDIENCES", audiences).audiences())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldShowNothingToNobodyInParticular() {
    assertThatThrownBy(() -> new Environment(Map.of()).audiences())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldHaveNoEndpointUnlessOneIsSet() {
    assertThat(of("DYNAMODB_ENDPOINT", "").dynamoDbEndpoint()).isEmpty();
  }

  @Test
  void shouldGiveTheEndpointThatIsSet() {
    assertThat(of("DYNAMODB_ENDPOINT", "http://localhost:8000").dynamoDbEndpoint())
        .contains(URI.create("http://localhost:8000"));
  }

  @Test
  void shouldWorkInTheShippedLanguagesUnlessOthersAreSet() {
    assertThat(new Environment(Map.of()).workingLanguages().tags())
        .isEqualTo(WorkingLanguages.shipped().tags());
  }

  @Test
  void shouldWorkInTheLanguagesThatAreSet() {
    String sw =
        """
        {"languages": [
          {"tag": "sw", "script": "Latn", "direction": "ltr", "endonym": "Kiswahili"}],
         "default": "sw", "fallbacks": {}}
        """;

    assertThat(of("WORKING_LANGUAGES", sw).workingLanguages().tags())
        .containsExactly(LanguageTag.of("sw"));
  }

  @Test
  void shouldTellWhetherThereWillBeASnapshot() {
    assertThat(of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start").isForSnapshot()).isTrue();
    assertThat(of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand").isForSnapshot()).isFalse();
    assertThat(of("AWS_LAMBDA_INITIALIZATION_TYPE", "").isForSnapshot()).isFalse();
  }

  @Test
  void shouldTellDeployedVersionsApart() {
    assertThat(of("AWS_LAMBDA_FUNCTION_VERSION", "7").build()).isEqualTo("7");
  }
}
