package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The roles in the template hold these functions, whatever their settings say. */
@ExtendWith(Catalogues.class)
final class RoleIT {
  private final Reader overreaching;

  RoleIT(PublishedCatalogue catalogue) {
    overreaching = catalogue.reader(Map.of("AUDIENCES", "public,member"));
  }

  @ParameterizedTest
  @MethodSource("companion.function.resources.LanguageChoiceIT#routes")
  void shouldKeepThePublicFunctionFromWhatIsForMembers(Ask route) {
    assertThatThrownBy(() -> overreaching.ask(route.lang("en")))
        .hasMessageContaining("AccessDeniedException");

    assertThat(overreaching.takeReads().getLast().keys())
        .anyMatch(key -> key.startsWith("member#"));
  }
}
