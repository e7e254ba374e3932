package companion.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random tags, lists and sets, with what makes trouble more often than chance would have it. */
final class RandomLanguages {
  /** Ranges that mean Traditional Chinese. */
  static final List<String> TRADITIONAL =
      List.of(
          "zh-TW",
          "zh-HK",
          "zh-MO",
          "zh-Hant",
          "zh-Hant-TW",
          "zh-Hant-CN",
          "zh-TW-x-home",
          "yue",
          "zh-yue",
          "yue-HK",
          "cmn-TW",
          "zh-cmn-Hant",
          "zh-min-nan",
          "i-hak",
          "zh-Hanb-TW");

  /** Ranges that fit a zh in Hans. */
  static final List<String> SIMPLIFIED =
      List.of(
          "zh",
          "zh-CN",
          "zh-SG",
          "zh-Hans",
          "zh-Hans-TW",
          "zh-Hans-CN",
          "cmn",
          "zh-cmn",
          "yue-Hans",
          "zh-guoyu",
          "zh-CN-x-home");

  /** Ranges that have nothing Chinese. */
  static final List<String> OTHERS =
      List.of(
          "en",
          "en-GB",
          "fr",
          "fr-CA",
          "es",
          "es-419",
          "ru",
          "ru-KZ",
          "de",
          "de-CH-1996",
          "pt-BR",
          "xx",
          "sr-Latn",
          "ar",
          "i-klingon",
          "x-home",
          "art-lojban",
          "en-GB-oed");

  private static final List<String> TAGS =
      List.of("en", "fr", "es", "ru", "zh", "zh-Hant", "zh-TW", "ar", "pt", "yue", "en-GB", "de");

  private final Random random;

  RandomLanguages(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Each of these with even chances. */
  <T> Set<T> someOf(List<T> values) {
    Set<T> some = new LinkedHashSet<>();
    for (T value : values) {
      if (random.nextBoolean()) {
        some.add(value);
      }
    }
    return some;
  }

  Set<LanguageTag> available() {
    Set<LanguageTag> tags = new LinkedHashSet<>();
    for (String tag : random.nextInt(3) == 0 ? TAGS : TAGS.subList(0, 5)) {
      if (random.nextInt(3) == 0) {
        tags.add(LanguageTag.of(tag));
      }
    }
    return tags;
  }

  Fallback fallback() {
    return random.nextBoolean() ? Fallback.CHAIN : Fallback.NONE;
  }

  /** Up to six ranges of every kind, with weights of which some are equal and some 0. */
  LanguagePriorityList list() {
    List<String> pool = new ArrayList<>(OTHERS);
    pool.addAll(TRADITIONAL);
    pool.addAll(SIMPLIFIED);
    pool.addAll(List.of("*", "*", "en", "fr", "zh"));
    return listOf(pool);
  }

  LanguagePriorityList listOf(List<String> pool) {
    List<LanguageRange> ranges = new ArrayList<>();
    for (int count = random.nextInt(7); count > 0; count--) {
      ranges.add(new LanguageRange(oneOf(pool), oneOf(List.of(1000, 1000, 800, 500, 1, 0))));
    }
    return new LanguagePriorityList(ranges);
  }

  /** The same ranges wanted in the same order and refused in any, by other weights. */
  LanguagePriorityList reweighted(LanguagePriorityList list) {
    List<LanguageRange> ranges = new ArrayList<>();
    int weight = LanguageRange.FULL_WEIGHT;
    for (LanguageRange range : list.ranges()) {
      weight -= random.nextInt(3);
      ranges.add(new LanguageRange(range.value(), range.isRefusal() ? 0 : weight));
    }
    return new LanguagePriorityList(
        Stream.concat(
                ranges.stream().filter(range -> !range.isRefusal()),
                shuffled(ranges).stream().filter(LanguageRange::isRefusal))
            .toList());
  }

  /** A well-formed tag in any case, built along the grammar of RFC 5646, section 2.1. */
  String tag() {
    StringBuilder tag = new StringBuilder();
    if (random.nextInt(20) == 0) {
      return randomCase(oneOf(List.of("i-klingon", "sgn-BE-FR", "zh-min-nan", "en-GB-oed")));
    }
    if (random.nextInt(20) > 0) {
      tag.append(letters(2 + random.nextInt(2)));
      append(tag, 4, () -> letters(3));
      append(tag, 2, () -> letters(4));
      append(tag, 2, () -> random.nextBoolean() ? letters(2) : digits(3));
      append(tag, 5, () -> random.nextBoolean() ? letters(5 + random.nextInt(4)) : digits(4));
      append(tag, 5, () -> "u-" + letters(2) + '-' + letters(2 + random.nextInt(7)));
      append(tag, 5, () -> "x-" + letters(1 + random.nextInt(8)));
    } else {
      tag.append("x-").append(letters(1 + random.nextInt(8)));
    }
    return randomCase(tag.toString());
  }

  /** Any text, made mostly of what the header's grammar uses. */
  String garbage() {
    String alphabet = "azZH-TWfr,,;;q==01..9* \t-*ü中\u0000\uD83D\n";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(random.nextInt(100) == 0 ? 5_000 : 40);
    for (int at = 0; at < length; at++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private void append(StringBuilder tag, int oneIn, Supplier<String> subtag) {
    if (random.nextInt(oneIn) == 0) {
      tag.append('-').append(subtag.get());
    }
  }

  private String letters(int count) {
    return random
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String digits(int count) {
    return random
        .ints(count, '0', '9' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String randomCase(String text) {
    return text.chars()
        .map(character -> random.nextBoolean() ? Character.toUpperCase(character) : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
