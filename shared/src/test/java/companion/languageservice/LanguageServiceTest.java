package companion.languageservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.language.LanguageTag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LanguageServiceTest {
  private static final LanguageTag EN = LanguageTag.of("en");
  private static final LanguageTag ES = LanguageTag.of("es");
  private static final LanguageTag FR = LanguageTag.of("fr");
  private static final LanguageTag RU = LanguageTag.of("ru");

  private static LanguageService service(String url, Map<LanguageTag, String> descriptions) {
    return new LanguageService(
        "one", "One", "translation", List.of(EN), "free", "offline", URI.create(url), descriptions);
  }

  private static LanguageService described(Map<LanguageTag, String> descriptions) {
    return service("https://service.example/", descriptions);
  }

  @Test
  void shouldDescribeItselfInTheLanguageAskedFor() {
    assertThat(described(Map.of(EN, "Translates.", FR, "Traduit.")).description(FR))
        .isEqualTo("Traduit.");
  }

  /** Functions start with different map orders; they must answer alike under the same tag. */
  @Test
  void shouldDescribeItselfInTheFirstLanguageByTagWhereTheOneAskedForIsMissing() {
    assertThat(
            described(Map.of(ES, "Traduce.", FR, "Traduit.", RU, "Переводит.", EN, "Translates."))
                .description(LanguageTag.of("zh")))
        .isEqualTo("Translates.");
  }

  @Test
  void shouldHaveNoDescriptionWithoutAny() {
    assertThat(described(Map.of()).description(EN)).isEmpty();
  }

  @Test
  void shouldRefuseAnAddressThatOthersCanReadAlong() {
    assertThatThrownBy(() -> service("http://service.example/", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
