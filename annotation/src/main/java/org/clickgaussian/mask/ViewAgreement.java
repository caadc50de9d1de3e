package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;

/**
 * Whether the masks of neighbouring views show the same segments.
 *
 * <p>Pixels of view A that lie on a grid (every {@value #STEP} pixels) and are covered (alpha ≥
 * 0.5) are carried to a neighbour B through A's rendered depth Σ w z / Σ w. A pixel counts if it
 * falls into B's image on a covered pixel whose own depth is the same within 5% (else it is hidden
 * there). Both its label a in A and its label b in B must not be 0.
 *
 * <p>Of these n pixels let n_ab be those with the labels a and b. Labels agree between views if
 * each segment of one meets mostly one segment of the other; a part in one view may be the whole in
 * the next. The score is the mean of both directions' purities, halved between them:
 *
 * <pre>score = ½ (Σ_a max_b n_ab + Σ_b max_a n_ab) / n</pre>
 *
 * <p>1 is the same segmentation; a view whose masks are shuffled falls to the share of its
 * neighbours' largest segments. One segment for everything is pure in one direction alone. A view's
 * agreement is the median over its neighbours (of two the higher): one bad neighbour does not make
 * a good view bad. NaN where no pixel could be compared.
 *
 * @param view the view's key
 * @param coarse the score of the objects
 * @param fine the score of the parts
 * @param pixels how many pixels were compared, all neighbours together, at the coarse level
 */
public record ViewAgreement(String view, double coarse, double fine, long pixels) {
  /** Pixels between compared ones, in both directions. */
  static final int STEP = 4;

  private static final double SAME_DEPTH = 0.05;
  private static final float COVERED = 0.5f;

  /** The score of a level. */
  public double of(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /**
   * Compares each view with its nearest others.
   *
   * @param neighbours how many of the nearest views, by camera position and line of sight, to
   *     compare each with
   * @return one for each view that has masks, in the order of the views
   * @throws org.clickgaussian.io.InputException if a mask cannot be read
   */
  public static List<ViewAgreement> of(
      MaskSource source,
      List<View> views,
      Rasterizer rasterizer,
      int neighbours,
      Progress progress) {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      progress.update(0.5 * i / views.size(), "rendering the depth of " + views.get(i).key());
      Optional<TwoLevelMasks> masks = source.masks(views.get(i));
      if (masks.isPresent()) {
        seen.add(Seen.of(views.get(i), masks.get(), rasterizer));
      }
    }
    List<ViewAgreement> agreements = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      progress.update(0.5 + 0.5 * i / seen.size(), "comparing " + seen.get(i).view.key());
      agreements.add(compare(seen.get(i), nearest(seen, i, neighbours)));
    }
    return List.copyOf(agreements);
  }

  private static ViewAgreement compare(Seen view, List<Seen> others) {
    double[] scores = new double[2];
    long pixels = 0;
    for (Level level : Level.values()) {
      List<Double> pairs = new ArrayList<>();
      for (Seen other : others) {
        Meetings meetings = view.meet(other, level);
        long count = meetings.count();
        pixels += level == Level.COARSE ? count : 0;
        if (count > 0) {
          pairs.add(meetings.agreeing() / count);
        }
      }
      pairs.sort(Comparator.naturalOrder());
      scores[level.ordinal()] = pairs.isEmpty() ? Double.NaN : pairs.get(pairs.size() / 2);
    }
    return new ViewAgreement(view.view.key(), scores[0], scores[1], pixels);
  }

  /** The views that stand nearest and look the same way, those alike in the order of the views. */
  private static List<Seen> nearest(List<Seen> seen, int of, int number) {
    double spread = 0;
    double[] here = seen.get(of).view.camera().centre();
    for (Seen other : seen) {
      spread += distance(here, other.view.camera().centre()) / seen.size();
    }
    double unit = Math.max(spread, 1e-12);
    double[] axis = forward(seen.get(of).view.camera());
    return seen.stream()
        .filter(other -> other != seen.get(of))
        .sorted(
            Comparator.comparingDouble(
                other -> {
                  double[] b = forward(other.view.camera());
                  double cosine = axis[0] * b[0] + axis[1] * b[1] + axis[2] * b[2];
                  return distance(here, other.view.camera().centre()) / unit + 2 * (1 - cosine);
                }))
        .limit(number)
        .toList();
  }

  private static double[] forward(Camera camera) {
    return Arrays.copyOfRange(camera.viewMatrix().rotation(), 6, 9);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }

  /** How often labels of two maps met. */
  private static final class Meetings {
    private final int[] counts;
    private final int columns;

    Meetings(int rows, int columns) {
      this.counts = new int[rows * columns];
      this.columns = columns;
    }

    void add(int a, int b) {
      counts[(a - 1) * columns + b - 1]++;
    }

    long count() {
      return Arrays.stream(counts).asLongStream().sum();
    }

    double agreeing() {
      long rowsBest = 0;
      int[] best = new int[columns];
      for (int at = 0; at < counts.length; at += columns) {
        int most = 0;
        for (int b = 0; b < columns; b++) {
          most = Math.max(most, counts[at + b]);
          best[b] = Math.max(best[b], counts[at + b]);
        }
        rowsBest += most;
      }
      return 0.5 * (rowsBest + Arrays.stream(best).asLongStream().sum());
    }
  }

  /** A view with its depth and masks. */
  private static final class Seen {
    private final View view;
    private final TwoLevelMasks masks;

    /** z of each pixel, 0 where nothing covers it. */
    private final float[] depths;

    private Seen(View view, TwoLevelMasks masks, float[] depths) {
      this.view = view;
      this.masks = masks;
      this.depths = depths;
    }

    static Seen of(View view, TwoLevelMasks masks, Rasterizer rasterizer) {
      try (SplattedView splatted = rasterizer.splat(view.camera())) {
        Frame frame = splatted.frame(new float[3]);
        float[] depths = new float[frame.alpha().length];
        for (int p = 0; p < depths.length; p++) {
          boolean covered = frame.alpha()[p] >= COVERED;
          depths[p] = covered ? frame.depth()[p] / frame.alpha()[p] : 0;
        }
        return new Seen(view, masks, depths);
      }
    }

    Meetings meet(Seen other, Level level) {
      SegmentMap here = level.of(masks);
      SegmentMap there = level.of(other.masks);
      Meetings meetings = new Meetings(here.count(), there.count());
      RigidTransform toWorld = view.camera().viewMatrix().inverse();
      for (int row = STEP / 2; row < here.height(); row += STEP) {
        for (int column = STEP / 2; column < here.width(); column += STEP) {
          int a = here.segments()[row * here.width() + column];
          int pixel = a == 0 ? -1 : carried(row, column, toWorld, other);
          int b = pixel < 0 ? 0 : there.segments()[pixel];
          if (b != 0) {
            meetings.add(a, b);
          }
        }
      }
      return meetings;
    }

    /** The pixel of the other view that shows the same place, or −1. */
    private int carried(int row, int column, RigidTransform toWorld, Seen other) {
      Camera camera = view.camera();
      double z = depths[row * camera.width() + column];
      if (z == 0) {
        return -1;
      }
      double x = (column + 0.5 - camera.cx()) / camera.fx() * z;
      double y = (row + 0.5 - camera.cy()) / camera.fy() * z;
      double[] world = toWorld.apply(x, y, z);
      Camera to = other.view.camera();
      double[] at = to.viewMatrix().apply(world[0], world[1], world[2]);
      double u = at[0] / at[2] * to.fx() + to.cx();
      double v = at[1] / at[2] * to.fy() + to.cy();
      if (!(at[2] > 0 && u >= 0 && v >= 0 && u < to.width() && v < to.height())) {
        return -1;
      }
      int pixel = (int) v * to.width() + (int) u;
      float depth = other.depths[pixel];
      return depth > 0 && Math.abs(depth - at[2]) <= SAME_DEPTH * at[2] ? pixel : -1;
    }
  }
}
