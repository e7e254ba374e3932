package companion.function.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Catalogues.class)
class LabelsIT {
  private final Reader reader;

  LabelsIT(PublishedCatalogue catalogue) {
    reader = catalogue.reader();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Statement, French",
    "es, Declaración, francés",
    "fr, Déclaration, français",
    "ru, Заявление, французский",
    "zh, 声明, 法语"
  })
  void shouldNameEverythingInTheReadersLanguage(String language, String label, String french) {
    Answer answer = reader.ask(Ask.vocabulary().lang(language));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/types/0/label")).isEqualTo(label);
    assertThat(answer.each("/languages", "language")).containsExactly("en", "fr", "es", "ru", "zh");
    assertThat(answer.at("/languages/1/label")).isEqualTo(french);
    assertThat(answer.at("/languages/1/endonym")).isEqualTo("Français");
    assertThat(answer.header("content-language")).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"en", "es", "fr", "ru", "zh"})
  void shouldDescribeLanguageServicesInTheReadersLanguage(String language) {
    Answer answer = reader.ask(Ask.languageServices().lang(language));

    assertThat(answer.each("/items", "name")).containsExactly("Argos", "Wiktionary");
    assertThat(answer.at("/items/0/description")).startsWith("Argos described in " + language);
    assertThat(answer.at("/items/0/url")).isEqualTo("https://example.org/argos");
  }

  @Test
  void shouldNameOnlyTheWorkingLanguagesBeforeAnythingWasPublished(Catalogues.Tables tables) {
    Reader early = tables.empty().reader();

    assertThat(early.ask(Ask.vocabulary().lang("ru")).each("/languages", "language")).hasSize(5);
    assertThat(early.ask(Ask.languageServices().lang("ru")).json().at("/items")).isEmpty();
  }
}
