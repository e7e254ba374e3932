package companion.languageservice;

import static org.assertj.core.api.Assertions.assertThat;

import companion.language.LanguageTag;
import companion.property.RandomTexts;
import companion.property.Seeds;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LanguageServiceItemTest {
  private static final List<LanguageTag> LANGUAGES =
      List.of(LanguageTag.of("en"), LanguageTag.of("fr"), LanguageTag.of("zh-Hant"));

  @Test
  void shouldReadBackWhatIsWritten() {
    Seeds.each(
        300,
        random -> {
          LanguageService service = service(random);
          assertThat(LanguageServiceItem.read(LanguageServiceItem.write(service)))
              .isEqualTo(service);
        });
  }

  private static LanguageService service(Random random) {
    Map<LanguageTag, String> descriptions = new HashMap<>();
    for (LanguageTag language : LANGUAGES) {
      if (random.nextBoolean()) {
        descriptions.put(language, RandomTexts.any(random, 20));
      }
    }
    return new LanguageService(
        "id-" + random.nextInt(100),
        RandomTexts.filled(random, 10),
        "translation",
        LANGUAGES.subList(0, 1 + random.nextInt(3)),
        "free",
        "offline",
        URI.create("https://service.example/?q=%C3%A9&n=" + random.nextInt(100)),
        descriptions);
  }
}
