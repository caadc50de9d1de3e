package org.clickgaussian.training;

import java.util.Locale;

/** Amounts of memory in words. */
public final class ByteCount {
  private static final double FEW = 1e8;

  private ByteCount() {}

  /** Such as "1.25 GB", or "31.4 MB" where it is less than a tenth of a gigabyte. */
  public static String words(long bytes) {
    return bytes < FEW
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
