package org.clickgaussian.training;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.splat.SplattedView;

/** Makes one view's rows of the {@link PoolingMatrix}: sums the blend weights by segment. */
final class SegmentPooling {
  private static final int TILE = 16;

  private final SplattedView view;
  private final int gaussians;
  private final int minimumPixels;

  /**
   * Prepares pooling.
   *
   * @param view the Gaussians as the view's camera sees them
   * @param gaussians N
   * @param minimumPixels segments of fewer pixels are left out
   */
  SegmentPooling(SplattedView view, int gaussians, int minimumPixels) {
    this.view = view;
    this.gaussians = gaussians;
    this.minimumPixels = minimumPixels;
  }

  PoolingMatrix.ViewSegments pool(int viewNumber, TwoLevelMasks masks) {
    Sums[] coarse = new Sums[tiles()];
    Sums[] fine = new Sums[tiles()];
    view.visitTiles(
        (tile, entries, pixels, indices, weights) -> {
          coarse[tile] = Sums.of(masks.coarse(), entries, pixels, indices, weights);
          fine[tile] = Sums.of(masks.fine(), entries, pixels, indices, weights);
        });
    return new PoolingMatrix.ViewSegments(
        viewNumber, rows(masks.coarse(), coarse), rows(masks.fine(), fine));
  }

  private int tiles() {
    int columns = (view.camera().width() + TILE - 1) / TILE;
    int rows = (view.camera().height() + TILE - 1) / TILE;
    return columns * rows;
  }

  private BlendWeights rows(SegmentMap map, Sums[] tiles) {
    int[] sizes = new int[map.count() + 1];
    for (int segment : map.segments()) {
      sizes[segment]++;
    }
    Sums sorted = Sums.joined(tiles).sortedBy(true, gaussians).sortedBy(false, map.count() + 1);
    return merged(sorted, sizes);
  }

  /** Adds up what the tiles hold for the same segment and Gaussian; tiles come in order. */
  private BlendWeights merged(Sums sorted, int[] sizes) {
    int kept = 0;
    int[] rowOf = new int[sizes.length];
    Arrays.fill(rowOf, -1);
    for (int segment = 1; segment < sizes.length; segment++) {
      if (sizes[segment] >= minimumPixels) {
        rowOf[segment] = kept++;
      }
    }
    long[] starts = new long[kept + 1];
    for (int i = 0; i < sorted.count; i++) {
      int row = rowOf[sorted.segments[i]];
      if (row >= 0 && sorted.begins(i)) {
        starts[row + 1]++;
      }
    }
    for (int row = 0; row < kept; row++) {
      starts[row + 1] += starts[row];
    }
    BlendWeights rows = new BlendWeights(starts);
    long entry = -1;
    double sum = 0;
    for (int i = 0; i < sorted.count; i++) {
      if (rowOf[sorted.segments[i]] < 0) {
        continue;
      }
      sum = sorted.begins(i) ? sorted.weights[i] : sum + sorted.weights[i];
      entry += sorted.begins(i) ? 1 : 0;
      rows.gaussians().setAtIndex(ValueLayout.JAVA_INT, entry, sorted.gaussians[i]);
      rows.weights()
          .setAtIndex(ValueLayout.JAVA_FLOAT, entry, (float) (sum / sizes[sorted.segments[i]]));
    }
    return rows;
  }

  /** Blend weights summed by segment and Gaussian, as three columns. */
  private static final class Sums {
    private int[] segments = new int[64];
    private int[] gaussians = new int[64];
    private float[] weights = new float[64];
    private int count;

    /** One tile's sums. Entries of one Gaussian follow each other. */
    static Sums of(SegmentMap map, int entries, int[] pixels, int[] indices, float[] weights) {
      Sums sums = new Sums();
      int[] segmentOf = map.segments();
      float[] open = new float[map.count() + 1];
      int[] touched = new int[TILE * TILE];
      int e = 0;
      while (e < entries) {
        int gaussian = indices[e];
        int touches = 0;
        int current = segmentOf[pixels[e]];
        float sum = 0;
        for (; e < entries && indices[e] == gaussian; e++) {
          int segment = segmentOf[pixels[e]];
          if (segment != current) {
            touches += list(current, open, touched, touches);
            open[current] = sum;
            current = segment;
            sum = open[segment];
          }
          sum += weights[e];
        }
        touches += list(current, open, touched, touches);
        open[current] = sum;
        sums.add(gaussian, open, touched, touches);
      }
      return sums;
    }

    /** Lists a segment that has no sum yet; returns how many it listed. */
    private static int list(int segment, float[] open, int[] touched, int touches) {
      if (open[segment] != 0) {
        return 0;
      }
      touched[touches] = segment;
      return 1;
    }

    /** Takes over one Gaussian's sums, which are set back to 0. */
    private void add(int gaussian, float[] open, int[] touched, int touches) {
      if (count + touches > segments.length) {
        grow(2 * (count + touches));
      }
      for (int i = 0; i < touches; i++) {
        int segment = touched[i];
        if (segment > 0) {
          segments[count] = segment;
          gaussians[count] = gaussian;
          weights[count++] = open[segment];
        }
        open[segment] = 0;
      }
    }

    private void grow(int capacity) {
      segments = Arrays.copyOf(segments, capacity);
      gaussians = Arrays.copyOf(gaussians, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }

    static Sums joined(Sums[] tiles) {
      Sums all = new Sums();
      int total = 0;
      for (Sums tile : tiles) {
        total += tile == null ? 0 : tile.count;
      }
      all.grow(Math.max(total, 1));
      for (Sums tile : tiles) {
        if (tile != null) {
          System.arraycopy(tile.segments, 0, all.segments, all.count, tile.count);
          System.arraycopy(tile.gaussians, 0, all.gaussians, all.count, tile.count);
          System.arraycopy(tile.weights, 0, all.weights, all.count, tile.count);
          all.count += tile.count;
        }
      }
      return all;
    }

    /** A stable counting sort by Gaussian or by segment. */
    Sums sortedBy(boolean byGaussian, int bound) {
      int[] keys = byGaussian ? gaussians : segments;
      int[] next = new int[bound + 1];
      for (int i = 0; i < count; i++) {
        next[keys[i] + 1]++;
      }
      for (int k = 0; k < bound; k++) {
        next[k + 1] += next[k];
      }
      Sums sorted = new Sums();
      sorted.grow(Math.max(count, 1));
      sorted.count = count;
      for (int i = 0; i < count; i++) {
        int at = next[keys[i]]++;
        sorted.segments[at] = segments[i];
        sorted.gaussians[at] = gaussians[i];
        sorted.weights[at] = weights[i];
      }
      return sorted;
    }

    /** Whether entry i is the first of its segment and Gaussian. */
    boolean begins(int i) {
      return i == 0 || segments[i] != segments[i - 1] || gaussians[i] != gaussians[i - 1];
    }
  }
}
