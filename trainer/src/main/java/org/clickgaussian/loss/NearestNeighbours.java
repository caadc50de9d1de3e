package org.clickgaussian.loss;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** The exact nearest neighbours of every point among the others, for Eq. 12. */
public final class NearestNeighbours {
  private static final int PIECE = 4096;

  private NearestNeighbours() {}

  /**
   * The K nearest others of each of N points, nearest first, equal distances by index.
   *
   * @param positions three planes x, y, z of float[N], as a scene has them; finite
   * @param count N
   * @param wanted K; fewer where there are fewer other points
   * @return int[N · min(K, N − 1)]
   */
  public static int[] find(
      MemorySegment positions, int count, int wanted, Workers workers, Progress progress) {
    int perPoint = Math.min(wanted, count - 1);
    if (perPoint <= 0) {
      return new int[0];
    }
    progress.update(0, "sorting " + count + " positions");
    PointTree tree = PointTree.of(interleaved(positions, count));
    int[] neighbours = new int[Math.multiplyExact(count, perPoint)];
    workers.forRanges(
        count,
        PIECE,
        (piece, from, to) -> {
          progress.update(from / (double) count, "finding nearest neighbours");
          NearestList nearest = new NearestList(perPoint);
          for (int place = from; place < to; place++) {
            tree.search(place, nearest);
            nearest.copyTo(neighbours, tree.point(place) * perPoint);
          }
        });
    return neighbours;
  }

  private static float[] interleaved(MemorySegment positions, int count) {
    float[] coordinates = new float[3 * count];
    for (int axis = 0; axis < 3; axis++) {
      for (int i = 0; i < count; i++) {
        coordinates[3 * i + axis] =
            positions.getAtIndex(ValueLayout.JAVA_FLOAT, (long) axis * count + i);
      }
    }
    return coordinates;
  }
}
