package companion.bench.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sentences without sense in the words, and the script, of a language; of the lengths that titles
 * and summaries have.
 */
final class SampleText {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "zh",
          words(
              "性工作者 权利 健康 社区 报告 法律 暴力 歧视 组织 网络 政策 声明 艾滋病 预防 治疗 倡导"
                  + " 劳动 移民 隐私 安全 经费 成员 培训 经验 地区 国家 我们 支持 反对 改变 要求 保护"),
          "en",
          words(
              "sex workers rights health community report law violence stigma organisations network"
                  + " policy statement prevention treatment advocacy labour migration privacy safety"
                  + " funding members training evidence regional national our support against change"
                  + " demand protection the of and for with by in"),
          "fr",
          words(
              "travailleuses travailleurs sexe droits santé communauté rapport loi violences"
                  + " stigmatisation organisations réseau politique déclaration prévention traitement"
                  + " plaidoyer travail migration sécurité financement membres formation données"
                  + " régional national nos soutien contre changement exigence protection les des et"
                  + " pour avec par dans l’accès d’une"),
          "ru",
          words(
              "секс-работницы права здоровье сообщество доклад закон насилие стигма организации сеть"
                  + " политика заявление профилактика лечение адвокация труд миграция приватность"
                  + " безопасность финансирование участницы обучение данные региональный национальный"
                  + " наши поддержка против изменения требование защита и для с по в от"),
          "es",
          words(
              "trabajadoras sexuales derechos salud comunidad informe ley violencia estigma"
                  + " organizaciones red política declaración prevención tratamiento incidencia"
                  + " trabajo migración privacidad seguridad financiación integrantes formación datos"
                  + " regional nacional nuestra apoyo contra cambio exigencia protección las de los y"
                  + " para con por en"));

  private final String language;
  private final List<String> words;

  /**
   * Text in one of the languages as shipped.
   *
   * @param language zh, en, fr, ru or es
   */
  SampleText(String language) {
    this.language = language;
    this.words = WORDS.getOrDefault(language, List.of());
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no words of " + language);
    }
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** 35 to 95 characters; a third of that in Chinese. */
  String title(RandomGenerator random) {
    return sentence(random, length(random, 35, 95));
  }

  /** 160 to 600 characters; a third of that in Chinese. */
  String summary(RandomGenerator random) {
    int length = length(random, 160, 600);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text.isEmpty() || isChinese() ? "" : " ")
          .append(sentence(random, Math.min(length - text.length(), length(random, 60, 140))))
          .append(isChinese() ? "。" : ".");
    }
    return text.toString();
  }

  private int length(RandomGenerator random, int least, int most) {
    int length = random.nextInt(least, most + 1);
    return isChinese() ? length / 3 : length;
  }

  private boolean isChinese() {
    return language.equals("zh");
  }

  private String sentence(RandomGenerator random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.isEmpty() || text.length() < length) {
      text.append(text.isEmpty() || isChinese() ? "" : " ")
          .append(words.get(random.nextInt(words.size())));
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
