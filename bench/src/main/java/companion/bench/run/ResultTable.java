package companion.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that was measured, in one table. */
public final class ResultTable {
  private final List<Row> rows = new ArrayList<>();

  /**
   * A line of the table.
   *
   * @param part of the measurement
   * @param value with its unit
   * @param note what else was seen; may be empty
   */
  public record Row(
      Part part,
      String what,
      String value,
      String note,
      Optional<Ratio> ratio,
      Optional<Goal> goal) {
    public static Row of(Part part, String what, String value) {
      return new Row(part, what, value, "", Optional.empty(), Optional.empty());
    }

    public Row with(String added) {
      return new Row(part, what, value, added, ratio, goal);
    }

    /** Says what the value is to another one of the same run. */
    public Row against(String other, double times) {
      return new Row(part, what, value, note, Optional.of(new Ratio(other, times)), goal);
    }

    /** Holds a number of this row against the most that it should be. */
    public Row atMost(double most, double number) {
      return new Row(part, what, value, note, ratio, Optional.of(new Goal("≤", most, number)));
    }

    /** Holds a number of this row against the least that it should be. */
    public Row atLeast(double least, double number) {
      return new Row(part, what, value, note, ratio, Optional.of(new Goal("≥", least, number)));
    }
  }

  /** How many times another value this one is. */
  public record Ratio(String other, double times) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f × %s", times, other);
    }
  }

  /** What a number should be. */
  public record Goal(String comparison, double bound, double number) {
    private static final double ROUNDING = 1e-9;

    private boolean isMet() {
      return comparison.equals("≤") ? number <= bound + ROUNDING : number >= bound - ROUNDING;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s %s: %s", comparison, plain(bound), isMet() ? "met" : "**missed**");
    }

    private static String plain(double number) {
      return number == Math.rint(number)
          ? String.format(Locale.ROOT, "%,.0f", number)
          : String.format(Locale.ROOT, "%s", number);
    }
  }

  public void add(Row row) {
    rows.add(row);
  }

  public String toMarkdown() {
    StringBuilder text =
        new StringBuilder(
            """
            | part | measured | value | ratio | goal | note |
            | --- | --- | --- | --- | --- | --- |
            """);
    for (Row row : rows) {
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  row.part().code(),
                  row.what(),
                  row.value(),
                  row.ratio().map(Ratio::toString).orElse(""),
                  row.goal().map(Goal::toString).orElse(""),
                  row.note()))
          .append(" |\n");
    }
    return text.toString();
  }

  /** A duration in milliseconds as it is shown. */
  public static String milliseconds(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f ms" : "%.0f ms", value);
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
