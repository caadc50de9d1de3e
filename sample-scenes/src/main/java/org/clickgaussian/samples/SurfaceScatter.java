package org.clickgaussian.samples;

import java.util.Arrays;
import java.util.List;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.samples.shape.SurfacePoint;

/**
 * Scatters points evenly over the visible surface of shapes: random points that keep a distance
 * from each other (dart throwing, with a distance that shrinks until all points have found a
 * place). Even points leave no holes and need less overlap than random ones.
 */
final class SurfaceScatter {
  private static final int AREA_SAMPLES = 600;
  private static final double FIRST_DISTANCE = 0.78;
  private static final double SHRINK = 0.96;

  private final List<SurfaceSource> sources;
  private final long seed;

  SurfaceScatter(List<SurfaceSource> sources, long seed) {
    this.sources = sources;
    this.seed = seed;
  }

  /** The area of a source's surface that is not inside another shape or outside of the room. */
  double visibleArea(int source) {
    RandomStream random = new RandomStream(seed, "visible area", source);
    int visible = 0;
    for (int i = 0; i < AREA_SAMPLES; i++) {
      double[] p = sources.get(source).shape().sample(random).position();
      visible += isHidden(p, source) ? 0 : 1;
    }
    return sources.get(source).shape().area() * visible / AREA_SAMPLES;
  }

  /**
   * Points on the visible surface of a source, in no particular order.
   *
   * @param area the visible area, not 0 unless {@code count} is 0
   */
  SurfacePoint[] points(int source, int count, double area) {
    SurfacePoint[] points = new SurfacePoint[count];
    RandomStream random = new RandomStream(seed, "surface", source);
    double distance = FIRST_DISTANCE * Math.sqrt(area / Math.max(1, count));
    PointGrid grid = new PointGrid(points, distance);
    int found = 0;
    for (long tries = 1; found < count; tries++) {
      SurfacePoint point = sources.get(source).shape().sample(random);
      if (!grid.hasCloser(point, distance) && !isHidden(point.position(), source)) {
        points[found] = point;
        grid.add(found);
        found++;
      }
      if (tries % count == 0) {
        distance *= SHRINK;
      }
    }
    return points;
  }

  private boolean isHidden(double[] p, int own) {
    if (RoomObjects.isOutside(p)) {
      return true;
    }
    for (int s = 0; s < sources.size(); s++) {
      if (s != own && sources.get(s).contains(p[0], p[1], p[2])) {
        return true;
      }
    }
    return false;
  }

  /** Finds points that are close, by cells of space whose contents are linked lists in a table. */
  private static final class PointGrid {
    private static final double SAME_SIDE = 0.3;

    private final SurfacePoint[] points;
    private final double cell;
    private final int[] heads;
    private final int[] next;

    PointGrid(SurfacePoint[] points, double cell) {
      this.points = points;
      this.cell = cell;
      this.heads = new int[Integer.highestOneBit(Math.max(16, points.length)) * 2];
      this.next = new int[points.length];
      Arrays.fill(heads, -1);
    }

    void add(int index) {
      double[] p = points[index].position();
      int slot = slot(cellOf(p[0]), cellOf(p[1]), cellOf(p[2]));
      next[index] = heads[slot];
      heads[slot] = index;
    }

    /** Whether a point on the same side of the surface is closer than a distance up to the cell. */
    boolean hasCloser(SurfacePoint point, double distance) {
      double[] p = point.position();
      long x = cellOf(p[0]);
      long y = cellOf(p[1]);
      long z = cellOf(p[2]);
      for (int near = 0; near < 27; near++) {
        int slot = slot(x + near % 3 - 1, y + near / 3 % 3 - 1, z + near / 9 - 1);
        for (int i = heads[slot]; i >= 0; i = next[i]) {
          if (isCloser(point, points[i], distance)) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean isCloser(SurfacePoint a, SurfacePoint b, double distance) {
      double squared = 0;
      double cosine = 0;
      for (int axis = 0; axis < 3; axis++) {
        double d = a.position()[axis] - b.position()[axis];
        squared += d * d;
        cosine += a.normal()[axis] * b.normal()[axis];
      }
      return squared < distance * distance && cosine > SAME_SIDE;
    }

    private long cellOf(double coordinate) {
      return (long) Math.floor(coordinate / cell);
    }

    private int slot(long x, long y, long z) {
      long hash = (x * 0x9E3779B97F4A7C15L + y) * 0xC2B2AE3D27D4EB4FL + z;
      hash *= 0x165667B19E3779F9L;
      return (int) (hash >>> 40) & heads.length - 1;
    }
  }
}
