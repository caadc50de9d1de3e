package org.clickgaussian.curves.paint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a line is broken into dashes, so that more curves of one run can be told apart than its
 * colour has shades; the same on the screen and in SVG files.
 *
 * @param lengths of dashes and gaps in turn, in units of the layout; none for a whole line
 */
public record LineDash(List<Double> lengths) {
  /** Shades of a run's colour before they come again with other dashes. */
  public static final int SHADES = 3;

  private static final List<LineDash> ALL =
      List.of(
          new LineDash(List.of()),
          new LineDash(List.of(7.0, 3.0)),
          new LineDash(List.of(2.0, 3.0)),
          new LineDash(List.of(10.0, 3.0, 2.0, 3.0)));

  /** Keeps a copy. */
  public LineDash {
    lengths = List.copyOf(lengths);
  }

  /** The dashes of the so-many-th curve of one colour, from 0. */
  public static LineDash of(int shade) {
    return ALL.get(shade / SHADES % ALL.size());
  }

  /** Whether the line is not broken. */
  public boolean isWhole() {
    return lengths.isEmpty();
  }

  /** The shortest gap; without end where there is none. */
  double gap() {
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < lengths.size(); i += 2) {
      shortest = Math.min(shortest, lengths.get(i));
    }
    return shortest;
  }

  /** Whether there is line at a distance along it. */
  boolean covers(double along) {
    double rest = isWhole() ? 0 : along % lengths.stream().mapToDouble(each -> each).sum();
    for (int i = 0; i < lengths.size(); i++) {
      rest -= lengths.get(i);
      if (rest < 0) {
        return i % 2 == 0;
      }
    }
    return true;
  }

  /** The lengths as SVG writes them, such as "7 3". */
  String words() {
    return lengths.stream()
        .map(length -> String.format(Locale.ROOT, "%.0f", length))
        .collect(Collectors.joining(" "));
  }
}
