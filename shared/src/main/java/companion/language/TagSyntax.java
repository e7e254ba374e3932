package companion.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The grammar of tags (RFC 5646, section 2.1) and of basic ranges (RFC 4647, section 2.1). */
final class TagSyntax {
  /**
   * The most characters of a tag or range. RFC 5646, section 4.4.1, lets an implementation set a
   * limit of 35 or more.
   */
  static final int LONGEST = 100;

  /** Registered before RFC 4646 and outside of the grammar, yet well-formed by section 2.2.8. */
  private static final Set<String> IRREGULAR =
      Set.of(
          "en-gb-oed",
          "i-ami",
          "i-bnn",
          "i-default",
          "i-enochian",
          "i-hak",
          "i-klingon",
          "i-lux",
          "i-mingo",
          "i-navajo",
          "i-pwn",
          "i-tao",
          "i-tay",
          "i-tsu",
          "sgn-be-fr",
          "sgn-be-nl",
          "sgn-ch-de");

  private TagSyntax() {}

  static boolean isTag(String text) {
    if (!isSubtags(text)) {
      return false;
    }
    String[] subtags = text.split("-", -1);
    return isPrivateUse(subtags, 0)
        || isLangtag(subtags)
        || IRREGULAR.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether this is a basic range; "*" is one. */
  static boolean isRange(String text) {
    return text.equals("*") || (isSubtags(text) && isLetters(text.split("-", -1)[0]));
  }

  /** The case that RFC 5646, section 2.1.1, recommends; only for what is a tag or a range. */
  static String canonicalCase(String text) {
    char[] canonical = text.toCharArray();
    boolean afterSingleton = false;
    int start = 0;
    while (start < canonical.length) {
      int end = endOfSubtag(text, start);
      int length = end - start;
      boolean region = start > 0 && !afterSingleton && length == 2;
      boolean script = start > 0 && !afterSingleton && length == 4;
      for (int at = start; at < end; at++) {
        boolean upper = region || (script && at == start);
        canonical[at] =
            upper ? Character.toUpperCase(canonical[at]) : Character.toLowerCase(canonical[at]);
      }
      afterSingleton |= length == 1;
      start = end + 1;
    }
    return new String(canonical);
  }

  /**
   * The value and what lookup makes of it, step by step (RFC 4647, section 3.4): the last subtag
   * goes, and a single letter or digit before it goes with it.
   */
  static List<String> truncations(String value) {
    List<String> steps = new ArrayList<>();
    int end = value.length();
    while (end > 0) {
      steps.add(value.substring(0, end));
      end = value.lastIndexOf('-', end - 1);
      while (end > 0 && value.lastIndexOf('-', end - 1) == end - 2) {
        end -= 2;
      }
    }
    return steps;
  }

  /**
   * Basic filtering (RFC 4647, section 3.3.1): equal, or a prefix that ends where a subtag ends.
   */
  static boolean covers(String range, String tag) {
    return tag.startsWith(range)
        && (tag.length() == range.length() || tag.charAt(range.length()) == '-');
  }

  /** How many subtags a tag or range has. */
  static int subtags(String value) {
    int subtags = 1;
    for (int at = value.indexOf('-'); at >= 0; at = value.indexOf('-', at + 1)) {
      subtags++;
    }
    return subtags;
  }

  /** Whether this has the form of an ISO 15924 code in its usual case. */
  static boolean isScript(String text) {
    return text.length() == 4 && isLetters(text) && canonicalCase("und-" + text).endsWith(text);
  }

  /** The script that a tag or range in canonical case names, or "". */
  static String script(String value) {
    String[] subtags = value.split("-", -1);
    for (int at = 1; at < subtags.length && subtags[at].length() > 1; at++) {
      if (isScript(subtags[at])) {
        return subtags[at];
      }
    }
    return "";
  }

  /** The region that a tag or range in canonical case names by its two letters, or "". */
  static String region(String value) {
    String[] subtags = value.split("-", -1);
    for (int at = 1; at < subtags.length && subtags[at].length() > 1; at++) {
      if (subtags[at].length() == 2) {
        return subtags[at];
      }
    }
    return "";
  }

  private static int endOfSubtag(String text, int start) {
    int hyphen = text.indexOf('-', start);
    return hyphen < 0 ? text.length() : hyphen;
  }

  /** Letters and digits of ASCII, one to eight between hyphens. */
  private static boolean isSubtags(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    int start = 0;
    while (start <= text.length()) {
      int end = endOfSubtag(text, start);
      if (end == start || end - start > 8) {
        return false;
      }
      for (int at = start; at < end; at++) {
        if (!isLetter(text.charAt(at)) && !isDigit(text.charAt(at))) {
          return false;
        }
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean isPrivateUse(String[] subtags, int at) {
    return at + 1 < subtags.length && subtags[at].equalsIgnoreCase("x");
  }

  private static boolean isLangtag(String[] subtags) {
    int at = afterLanguage(subtags);
    if (at == 0) {
      return false;
    }
    if (at < subtags.length && subtags[at].length() == 4 && isLetters(subtags[at])) {
      at++;
    }
    if (at < subtags.length && isRegion(subtags[at])) {
      at++;
    }
    while (at < subtags.length && isVariant(subtags[at])) {
      at++;
    }
    at = afterExtensions(subtags, at);
    return at == subtags.length || isPrivateUse(subtags, at);
  }

  /** How many subtags the language takes with its extended languages; 0 where it is none. */
  private static int afterLanguage(String[] subtags) {
    if (subtags[0].length() < 2 || !isLetters(subtags[0])) {
      return 0;
    }
    int at = 1;
    // only a language of two or three letters takes extended languages, three at most
    while (subtags[0].length() <= 3
        && at <= 3
        && at < subtags.length
        && subtags[at].length() == 3
        && isLetters(subtags[at])) {
      at++;
    }
    return at;
  }

  private static int afterExtensions(String[] subtags, int first) {
    int at = first;
    while (at + 1 < subtags.length
        && subtags[at].length() == 1
        && !subtags[at].equalsIgnoreCase("x")
        && subtags[at + 1].length() > 1) {
      at += 2;
      while (at < subtags.length && subtags[at].length() > 1) {
        at++;
      }
    }
    return at;
  }

  private static boolean isRegion(String subtag) {
    return subtag.length() == 2
        ? isLetters(subtag)
        : subtag.length() == 3 && subtag.chars().allMatch(TagSyntax::isDigit);
  }

  private static boolean isVariant(String subtag) {
    return subtag.length() >= 5 || (subtag.length() == 4 && isDigit(subtag.charAt(0)));
  }

  private static boolean isLetters(String subtag) {
    for (int at = 0; at < subtag.length(); at++) {
      if (!isLetter(subtag.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
