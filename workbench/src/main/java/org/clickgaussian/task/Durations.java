package org.clickgaussian.task;

import java.util.Locale;

/** Spans of time as a person says them. */
public final class Durations {
  private Durations() {}

  /** Seconds in words: "8 s", "2 min 05 s", "1 h 12 min". */
  public static String words(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }
}
