package org.clickgaussian.document.region;

import java.util.Arrays;
import java.util.BitSet;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Workers;

/**
 * The Gaussians behind pixels.
 *
 * <ul>
 *   <li>{@link Reach#THROUGH}: those whose centre falls on one of the pixels.
 *   <li>{@link Reach#FRONT}: those at or before the visible surface of one of the pixels (where the
 *       transmittance before them is above one half) that are the surface there, the one at which
 *       it falls to one half, or have a blend weight of at least {@value #LEAST_WEIGHT} there.
 * </ul>
 */
public final class RegionSelection {
  /** The least blend weight with which a Gaussian before the surface counts as seen. */
  public static final float LEAST_WEIGHT = 0.1f;

  private static final float HALF = 0.5f;

  /** As near as this, a Gaussian is not drawn. */
  private static final double NEAR = 0.2;

  /** A multiple of 64, so that pieces share no word of bits. */
  private static final int PIECE = 1 << 14;

  private RegionSelection() {}

  /**
   * Selects; hidden and deleted Gaussians are left out.
   *
   * @param region pixels of the camera
   */
  public static GaussianSet select(
      SceneDocument document, Camera camera, BitMask region, Reach reach) {
    GaussianSet invisible = document.state().invisible();
    GaussianSet found =
        document.reading(
            () -> {
              if (reach == Reach.THROUGH) {
                return through(document.gaussians(), camera, region, document.workers());
              }
              try (SplattedView view = document.rasterizer().splat(camera)) {
                return front(view, region);
              }
            });
    return found.without(invisible);
  }

  /** Those whose centre, in front of the camera, falls on a pixel of a region. */
  static GaussianSet through(GaussianScene scene, Camera camera, BitMask region, Workers workers) {
    long[] words = new long[(scene.count() + 63) / 64];
    workers.forRanges(
        scene.count(),
        PIECE,
        (piece, from, to) -> {
          for (int i = from; i < to; i++) {
            if (fallsOn(scene, i, camera, region)) {
              words[i >> 6] |= 1L << i;
            }
          }
        });
    return GaussianSet.of(BitSet.valueOf(words));
  }

  private static boolean fallsOn(GaussianScene scene, int i, Camera camera, BitMask region) {
    double[] r = camera.viewMatrix().rotation();
    double[] t = camera.viewMatrix().translation();
    double x = scene.position(i, 0);
    double y = scene.position(i, 1);
    double z = scene.position(i, 2);
    double depth = r[6] * x + r[7] * y + r[8] * z + t[2];
    if (!(depth > NEAR)) {
      return false;
    }
    double column = camera.fx() * (r[0] * x + r[1] * y + r[2] * z + t[0]) / depth + camera.cx();
    double row = camera.fy() * (r[3] * x + r[4] * y + r[5] * z + t[1]) / depth + camera.cy();
    return column >= 0
        && row >= 0
        && column < region.width()
        && row < region.height()
        && region.get((int) column, (int) row);
  }

  /** Those that make up what is seen at the pixels of a region. */
  static GaussianSet front(SplattedView view, BitMask region) {
    int[] pixels = new int[(int) region.area()];
    int count = 0;
    for (int y = 0; y < region.height(); y++) {
      for (int x = 0; x < region.width(); x++) {
        if (region.get(x, y)) {
          pixels[count++] = y * region.width() + x;
        }
      }
    }
    BitSet found = new BitSet();
    for (int from = 0; from < count; from += PIECE) {
      int[] some = Arrays.copyOfRange(pixels, from, Math.min(count, from + PIECE));
      try (BlendWeights weights = view.blendWeights(some)) {
        for (int row = 0; row < some.length; row++) {
          markSeen(weights, row, found);
        }
      }
    }
    return GaussianSet.of(found);
  }

  private static void markSeen(BlendWeights weights, int row, BitSet found) {
    float transmittance = 1;
    for (long entry = weights.rowStart(row);
        entry < weights.rowStart(row + 1) && transmittance > HALF;
        entry++) {
      float weight = weights.weight(entry);
      transmittance -= weight;
      if (weight >= LEAST_WEIGHT || transmittance <= HALF) {
        found.set(weights.gaussian(entry));
      }
    }
  }
}
