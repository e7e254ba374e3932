package companion.property;

import java.util.List;
import java.util.Random;

/** Texts as people write them, and as they should not. */
public final class RandomTexts {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          " ",
          "'",
          "\"",
          "\\",
          "#",
          "é",
          "e\u0301",
          "ß",
          "я",
          "中文",
          "عربى",
          "\uD83D\uDC9C",
          "\n",
          "\t",
          "\u00A0",
          "\u200F",
          "{x}",
          "<b>",
          "0",
          "-");

  private RandomTexts() {}

  /** Up to {@code most} pieces, maybe none. */
  public static String any(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Never blank. */
  public static String filled(Random random, int most) {
    return "x" + any(random, most);
  }
}
