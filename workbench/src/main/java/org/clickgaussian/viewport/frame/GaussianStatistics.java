package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;

/**
 * One number for every Gaussian of a scene as it is now, NaN where there is none: deleted
 * Gaussians, and cosines without a run. Immutable.
 */
public final class GaussianStatistics {
  private static final int PIECE = 4096;

  private final GaussianQuantity quantity;
  private final float[] values;

  private GaussianStatistics(GaussianQuantity quantity, float[] values) {
    this.quantity = quantity;
    this.values = values;
  }

  /**
   * Computes a quantity of all Gaussians; from any thread but the window's.
   *
   * @param level of the cosine; the other quantities have none
   * @param eye where the camera stands in the world, for the distance: double[3]
   */
  public static GaussianStatistics of(
      SceneDocument document, GaussianQuantity quantity, Level level, double[] eye) {
    return document.reading(
        () -> {
          float[] values = new float[document.gaussians().count()];
          IntToDoubleFunction value = value(document, quantity, level, eye);
          GaussianSet deleted = document.state().deleted();
          document
              .workers()
              .forRanges(
                  values.length,
                  PIECE,
                  (piece, from, to) -> {
                    for (int i = from; i < to; i++) {
                      values[i] = deleted.contains(i) ? Float.NaN : (float) value.applyAsDouble(i);
                    }
                  });
          return new GaussianStatistics(quantity, values);
        });
  }

  private static IntToDoubleFunction value(
      SceneDocument document, GaussianQuantity quantity, Level level, double[] eye) {
    GaussianScene scene = document.gaussians();
    return switch (quantity) {
      case OPACITY -> i -> 1 / (1 + Math.exp(-scene.opacityLogit(i)));
      case SIZE ->
          i ->
              Math.exp(
                  Math.max(
                      scene.logScale(i, 0), Math.max(scene.logScale(i, 1), scene.logScale(i, 2))));
      case DISTANCE ->
          i -> {
            double dx = scene.position(i, 0) - eye[0];
            double dy = scene.position(i, 1) - eye[1];
            double dz = scene.position(i, 2) - eye[2];
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
          };
      case COSINE -> cosine(document, level);
    };
  }

  private static IntToDoubleFunction cosine(SceneDocument document, Level level) {
    if (document.run().isEmpty()) {
      return i -> Double.NaN;
    }
    RunSession run = document.run().get();
    float[] cosines = run.assignment().level(level).cosines();
    int[] origins = document.origins();
    return i -> cosines[origins[i]];
  }

  /** What the numbers are. */
  public GaussianQuantity quantity() {
    return quantity;
  }

  /** The number of each Gaussian, NaN where there is none: float[N]. Do not change. */
  public float[] values() {
    return values;
  }

  /** The Gaussians whose number lies in a range, both ends included. */
  public GaussianSet within(double from, double to) {
    return GaussianSet.where(values.length, i -> values[i] >= from && values[i] <= to);
  }

  /**
   * How often which numbers occur.
   *
   * @param bins the number of bins, at least 1
   */
  public Histogram histogram(int bins) {
    float[] found = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value) && (value > 0 || !quantity.logarithmic())) {
        found[count++] = value;
      }
    }
    return Histogram.of(Arrays.copyOf(found, count), bins, quantity.logarithmic());
  }
}
