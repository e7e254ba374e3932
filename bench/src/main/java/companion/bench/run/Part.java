package companion.bench.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured by itself. */
public enum Part {
  COLD,
  WARM,
  UNITS,
  WIRE,
  GROWTH,
  /** Which classes a first reply loads: for whoever looks for time, and only when it is named. */
  CLASSES;

  static List<Part> parse(String text) {
    return text.equals("all")
        ? List.of(COLD, WARM, UNITS, WIRE, GROWTH)
        : Arrays.stream(text.split(",", -1)).map(Part::of).toList();
  }

  private static Part of(String code) {
    return Arrays.stream(values())
        .filter(part -> part.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-Dpart takes all, or some of "
                        + Arrays.stream(values()).map(Part::code).toList()
                        + " with commas, not "
                        + code));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
