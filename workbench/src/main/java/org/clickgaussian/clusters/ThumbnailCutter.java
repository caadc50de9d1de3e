package org.clickgaussian.clusters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.clickgaussian.clusters.ViewGlances.Glance;

/**
 * Cuts a picture of every cluster out of glances: of the view in which it has the largest clean
 * projection, that is most pixels, each pixel on the border of the image counting against it as
 * many as {@value #BORDER_COST}. The part shown holds the cluster but for the outermost two
 * hundredths of its pixels on each side.
 */
final class ThumbnailCutter {
  /** Pixels in a row. */
  static final int WIDTH = 96;

  /** Pixels in a column. */
  static final int HEIGHT = 72;

  /** What a pixel on the border of the image costs. */
  static final int BORDER_COST = 4;

  private static final double TRIM = 0.02;
  private static final double MARGIN = 0.15;
  private static final int LEAST_SIZE = 24;
  private static final int DIM = 3;

  private final ViewGlances glances;
  private final int[] clusters;
  private final int bound;

  /**
   * Prepares cutting.
   *
   * @param clusters the cluster of every Gaussian, −1 for none
   * @param bound one past the greatest number of a cluster
   */
  ThumbnailCutter(ViewGlances glances, int[] clusters, int bound) {
    this.glances = glances;
    this.clusters = clusters;
    this.bound = bound;
  }

  /** For each cluster the number of the glance that shows it best, −1 where none does. */
  int[] bestGlances() {
    int[] best = new int[bound];
    int[] bestScore = new int[bound];
    Arrays.fill(best, -1);
    for (int g = 0; g < glances.glances().size(); g++) {
      int[] scores = scores(glances.glances().get(g));
      for (int cluster = 0; cluster < bound; cluster++) {
        if (scores[cluster] > bestScore[cluster]) {
          bestScore[cluster] = scores[cluster];
          best[cluster] = g;
        }
      }
    }
    return best;
  }

  private int[] scores(Glance glance) {
    int width = glance.image().width();
    int height = glance.image().height();
    int[] scores = new int[bound];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int cluster = at(glance, y * width + x);
        if (cluster >= 0) {
          boolean border = x == 0 || y == 0 || x == width - 1 || y == height - 1;
          scores[cluster] += border ? 1 - BORDER_COST : 1;
        }
      }
    }
    return scores;
  }

  private int at(Glance glance, int pixel) {
    int gaussian = glance.front()[pixel];
    return gaussian < 0 ? -1 : clusters[gaussian];
  }

  /** Pictures of all clusters that are seen anywhere. */
  Map<Integer, ClusterThumbnail> cut() {
    int[] best = bestGlances();
    Map<Integer, ClusterThumbnail> thumbnails = new HashMap<>();
    for (int cluster = 0; cluster < bound; cluster++) {
      if (best[cluster] >= 0) {
        thumbnails.put(cluster, cut(glances.glances().get(best[cluster]), cluster));
      }
    }
    return thumbnails;
  }

  private ClusterThumbnail cut(Glance glance, int cluster) {
    int width = glance.image().width();
    int height = glance.image().height();
    int[] columns = new int[width];
    int[] rows = new int[height];
    for (int pixel = 0; pixel < width * height; pixel++) {
      if (at(glance, pixel) == cluster) {
        columns[pixel % width]++;
        rows[pixel / width]++;
      }
    }
    double left = trimmed(columns, false);
    double right = trimmed(columns, true) + 1;
    double top = trimmed(rows, false);
    double bottom = trimmed(rows, true) + 1;
    double scale =
        Math.max(
                Math.max(right - left, LEAST_SIZE) / WIDTH,
                Math.max(bottom - top, LEAST_SIZE) / HEIGHT)
            * (1 + 2 * MARGIN);
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double atX = (left + right) / 2 + (x + 0.5 - WIDTH / 2.0) * scale;
        double atY = (top + bottom) / 2 + (y + 0.5 - HEIGHT / 2.0) * scale;
        pixels[y * WIDTH + x] = colour(glance, cluster, atX, atY, Math.max(scale, 1));
      }
    }
    return new ClusterThumbnail(glance.view(), WIDTH, HEIGHT, pixels);
  }

  /** The first or last place before which less than {@link #TRIM} of all counts lie. */
  private static int trimmed(int[] counts, boolean fromEnd) {
    double allowed = TRIM * Arrays.stream(counts).sum();
    int passed = 0;
    for (int i = 0; i < counts.length; i++) {
      int place = fromEnd ? counts.length - 1 - i : i;
      passed += counts[place];
      if (passed > allowed) {
        return place;
      }
    }
    return 0;
  }

  /** The mean over a square of a side, dimmed where another cluster is seen. */
  private int colour(Glance glance, int cluster, double atX, double atY, double side) {
    int width = glance.image().width();
    int height = glance.image().height();
    int[] sums = new int[3];
    int count = 0;
    for (int y = (int) Math.floor(atY - side / 2); y < atY + side / 2; y++) {
      for (int x = (int) Math.floor(atX - side / 2); x < atX + side / 2; x++) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        boolean own = inside && at(glance, y * width + x) == cluster;
        for (int channel = 0; channel < 3 && inside; channel++) {
          int value = glance.image().channel(x, y, channel);
          sums[channel] += own ? value : value / DIM;
        }
        count++;
      }
    }
    int divisor = Math.max(1, count);
    return 0xff000000 | sums[0] / divisor << 16 | sums[1] / divisor << 8 | sums[2] / divisor;
  }
}
