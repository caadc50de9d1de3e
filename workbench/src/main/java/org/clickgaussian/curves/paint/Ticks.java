package org.clickgaussian.curves.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.curves.data.AxisScale;

/** Round numbers along an axis. */
public final class Ticks {
  private static final int MOST_TICKS = 100;
  private static final int MOST_DIGITS = 5;

  private Ticks() {}

  /**
   * A round number.
   *
   * @param place on the scale of the axis
   * @param label in words
   */
  public record Tick(double place, String label) {}

  /**
   * The ticks of a range.
   *
   * @param wanted about how many
   */
  public static List<Tick> of(AxisRange range, int wanted) {
    int count = Math.clamp(wanted, 1, MOST_TICKS);
    boolean decades = range.scale() == AxisScale.LOGARITHMIC && range.to() - range.from() >= 1;
    return decades ? decades(range, count) : even(range, count);
  }

  /** Powers of ten, with 2 and 5 between them where there is room. */
  private static List<Tick> decades(AxisRange range, int count) {
    double length = range.to() - range.from();
    int stride = (int) Math.max(1, Math.ceil(length / count));
    int[] digits = length * 3 <= count ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(range.from());
    for (int decade = Math.floorDiv(first, stride) * stride;
        decade <= range.to();
        decade += stride) {
      for (int digit : digits) {
        double place = decade + Math.log10(digit);
        if (place >= range.from() && place <= range.to()) {
          ticks.add(new Tick(place, label(digit * Math.pow(10, decade), 1)));
        }
      }
    }
    return ticks;
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  private static List<Tick> even(AxisRange range, int count) {
    double least = range.valueAt(0);
    double most = range.valueAt(1);
    double step = step((most - least) / count);
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(least / step - 1e-9);
    for (long i = first; i * step <= most + 1e-9 * step && ticks.size() <= MOST_TICKS; i++) {
      double value = i * step;
      double place = range.scale().place(value);
      if (!Double.isNaN(place)) {
        ticks.add(new Tick(place, label(value, exponent(value) - exponent(step) + 1)));
      }
    }
    return ticks;
  }

  /** Of the first digit of a number that is not 0: its power of ten. */
  private static int exponent(double value) {
    return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double rest = rough / power;
    return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
  }

  /** A number with a number of significant digits and no needless zeros. */
  private static String label(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    int exponent = exponent(value);
    if (exponent < -4 || exponent > MOST_DIGITS) {
      int decimals = Math.clamp(digits - 1, 0, 8);
      String text = String.format(Locale.ROOT, "%." + decimals + "e", value);
      int e = text.indexOf('e');
      return trimmed(text.substring(0, e)) + "e" + Integer.parseInt(text.substring(e + 1));
    }
    int decimals = Math.clamp(digits - 1L - exponent, 0, 12);
    return trimmed(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private static String trimmed(String number) {
    return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
  }
}
