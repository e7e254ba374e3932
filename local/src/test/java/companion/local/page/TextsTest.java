package companion.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import companion.local.people.People;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"zh", "fr", "ru", "es"})
  void shouldSayEverythingInEveryLanguage(String language) {
    var english = Texts.of("en").words();
    var words = Texts.of(language).words();
    assertThat(words.keySet()).isEqualTo(english.keySet());
    assertThat(words.values()).allMatch(word -> !word.toString().isBlank());
    for (String key : english.stringPropertyNames()) {
      assertThat(words.getProperty(key).contains("{0}"))
          .as(key)
          .isEqualTo(english.getProperty(key).contains("{0}"));
    }
  }

  @Test
  void shouldHaveWordsForEachRoleAndRegionOfThePeople() {
    var words = Texts.of("en").words();
    assertThat(People.demo().all())
        .allMatch(person -> words.containsKey("role." + person.role()))
        .filteredOn(person -> !person.region().equals("secretariat"))
        .allMatch(person -> words.containsKey("region." + person.region()));
  }

  @Test
  void shouldTakeLanguageAskedForBeforeThatOfTheBrowser() {
    assertThat(Texts.choose(Optional.of("fr"), Optional.of("ru"))).isEqualTo("fr");
    assertThat(Texts.choose(Optional.of("xx"), Optional.of("ru"))).isEqualTo("ru");
  }

  @Test
  void shouldTakeBestLanguageThatTheBrowserNames() {
    assertThat(Texts.choose(Optional.empty(), Optional.of("de, es-MX;q=0.8, en;q=0.5")))
        .isEqualTo("es");
    assertThat(Texts.choose(Optional.empty(), Optional.of("zh-CN"))).isEqualTo("zh");
  }

  @Test
  void shouldNotGiveSimplifiedChineseToReadersOfTraditional() {
    assertThat(Texts.choose(Optional.empty(), Optional.of("zh-TW, zh-Hant-HK;q=0.9, fr;q=0.1")))
        .isEqualTo("fr");
  }

  @Test
  void shouldFallBackToEnglish() {
    assertThat(Texts.choose(Optional.empty(), Optional.empty())).isEqualTo("en");
    assertThat(Texts.choose(Optional.empty(), Optional.of("de"))).isEqualTo("en");
    assertThat(Texts.choose(Optional.empty(), Optional.of("§§;q=x"))).isEqualTo("en");
  }

  @Test
  void shouldWriteSizesAsTheLanguageDoes() {
    assertThat(Texts.of("en").size(120)).isEqualTo("1 kB");
    assertThat(Texts.of("fr").size(1_240_000)).isEqualTo("1,2 Mo");
    assertThat(Texts.of("ru").size(345_678)).isEqualTo("346 КБ");
  }
}
