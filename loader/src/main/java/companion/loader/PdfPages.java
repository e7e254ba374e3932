package companion.loader;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Counts the pages of a PDF without a PDF library: once by its page objects, once by what its page
 * tree says of itself (ISO 32000-1, 7.7.3.2). Where the two differ there is no answer. The answer
 * is part of what is published, so for the same bytes it must stay the same.
 */
final class PdfPages {
  private static final int HEADER_WITHIN = 1_024; // where readers look for it
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
  private static final Pattern TREE = Pattern.compile("/Type\\s*/Pages(?![A-Za-z])");
  private static final Pattern COUNT = Pattern.compile("/Count\\s+([0-9]{1,6})(?![0-9])");
  private static final String STREAM = "stream";
  private static final String STREAM_END = "endstream";
  private static final int MOST_INFLATED = 64 << 20; // a few bytes can inflate to gigabytes

  private PdfPages() {}

  static boolean isPdf(byte[] bytes) {
    return text(bytes, 0, Math.min(bytes.length, HEADER_WITHIN)).contains("%PDF-");
  }

  /** Empty where the file is encrypted, damaged or too unusual to tell. */
  static OptionalInt count(byte[] bytes) {
    String objects = objects(bytes);
    int pages = (int) PAGE.matcher(objects).results().count();
    return pages > 0 && pages == largestTree(objects) && !objects.contains("/Encrypt")
        ? OptionalInt.of(pages)
        : OptionalInt.empty();
  }

  /** What stands outside streams, and what object streams hold. */
  private static String objects(byte[] bytes) {
    String file = text(bytes, 0, bytes.length);
    StringBuilder objects = new StringBuilder();
    int from = 0;
    int stream = file.indexOf(STREAM);
    while (stream >= 0) {
      objects.append(file, from, stream);
      String dictionary = file.substring(Math.max(from, file.lastIndexOf("obj", stream)), stream);
      int data = file.indexOf('\n', stream) + 1;
      int end = file.indexOf(STREAM_END, stream + STREAM.length());
      if (data == 0 || end < data) {
        return objects.toString();
      }
      if (dictionary.contains("/ObjStm")) {
        objects.append(
            dictionary.contains("/FlateDecode")
                ? inflate(bytes, data, end, MOST_INFLATED - objects.length())
                : file.substring(data, end));
      }
      from = end + STREAM_END.length();
      stream = file.indexOf(STREAM, from);
    }
    return objects.append(file, from, file.length()).toString();
  }

  private static String inflate(byte[] bytes, int from, int to, int most) {
    StringBuilder text = new StringBuilder();
    byte[] part = new byte[8_192];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes, from, to - from);
      int length = inflater.inflate(part);
      while (length > 0 && text.length() < most) {
        text.append(text(part, 0, length));
        length = inflater.inflate(part);
      }
    } catch (DataFormatException e) {
      return ""; // what is missing then makes the two counts differ
    }
    return text.toString();
  }

  /** The root of the tree counts all pages, its branches fewer. */
  private static int largestTree(String objects) {
    int largest = 0;
    Matcher tree = TREE.matcher(objects);
    while (tree.find()) {
      int begin = objects.lastIndexOf("<<", tree.start());
      int end = objects.indexOf(">>", tree.end());
      if (begin >= 0 && end >= 0) {
        Matcher count = COUNT.matcher(objects.substring(begin, end));
        if (count.find()) {
          largest = Math.max(largest, Integer.parseInt(count.group(1)));
        }
      }
    }
    return largest;
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
