package org.clickgaussian.training.gl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.gl.GlMemoryException;
import org.clickgaussian.training.ByteCount;
import org.clickgaussian.training.DeviceShare;

/**
 * How much of the device's memory a training takes, told before it is taken. Blend weights and the
 * pooling matrix are kept in what is left ({@link #budget}).
 *
 * @param parts what for → bytes
 */
record DeviceForecast(Map<String, Long> parts) {
  private static final String SPLATS = "scene and what a view sees of it";

  /** Entries of a pixel in a rich scene, and room to spare: real ones have 44 to 85. */
  private static final int ENTRIES = 128;

  /**
   * Of an entry: key and order, both once more while they are sorted, pixel and weight, and its
   * Gaussian and weight when they are sent.
   */
  private static final int ENTRY_BYTES = 32;

  /** Floats of a pixel beside its feature: sums over pairs in several parts are the most. */
  private static final int PIXEL_ROWS = 20;

  /**
   * Of a Gaussian: 59 floats of the scene, and what a view makes of it with some ten tiles each.
   */
  private static final long SPLAT_BYTES = 600;

  /** The share of the free memory that may be taken; the rest is the driver's and the screen's. */
  private static final double SHARE = 0.85;

  /** What is kept when the driver does not say how much is free. */
  private static final long MODEST = 512L << 20;

  /**
   * A forecast.
   *
   * @param gaussians N
   * @param neighbours K
   * @param pixels P + U
   */
  static DeviceForecast of(int gaussians, FeatureLayout layout, int neighbours, int pixels) {
    long row = 4L * layout.dimensions();
    long entries = (long) ENTRIES * pixels;
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("features, moments and gradient", (4 * row + 4) * gaussians);
    parts.put("neighbours", 4L * (2L * neighbours + 2) * gaussians);
    parts.put(SPLATS, SPLAT_BYTES * gaussians);
    parts.put("pixels", PIXEL_ROWS * row * pixels);
    parts.put("their entries", entries * ENTRY_BYTES);
    return new DeviceForecast(parts);
  }

  /** The forecast of a training that gives the device this share of the work. */
  DeviceForecast on(DeviceShare share) {
    Map<String, Long> there = new LinkedHashMap<>(parts);
    if (share == DeviceShare.WITHOUT_RASTERIZER) {
      there.remove(SPLATS);
    }
    return new DeviceForecast(there);
  }

  /** All parts together, in bytes. */
  long total() {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Bytes left for blend weights and the pooling matrix.
   *
   * @param device its name
   * @param free bytes free there; empty where nobody knows
   * @throws GlMemoryException with the numbers if the parts do not fit in what the device has free
   */
  long budget(String device, OptionalLong free) {
    if (free.isEmpty()) {
      return MODEST;
    }
    long usable = (long) (SHARE * free.getAsLong());
    if (total() > usable) {
      throw new GlMemoryException(
          "training takes %s on the device (%s), but of %s only %s may be used"
              .formatted(ByteCount.words(total()), describe(), device, ByteCount.words(usable)));
    }
    return usable - total();
  }

  /** The parts in words, such as "neighbours 0.05 GB, pixels 0.02 GB". */
  String describe() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + " " + ByteCount.words(part.getValue()))
        .collect(Collectors.joining(", "));
  }
}
