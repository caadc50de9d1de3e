package org.clickgaussian.scene;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.work.Workers;

/**
 * Scenes with the same Gaussians in another order, or with some of them.
 *
 * <p>The Gaussians keep the rows of their file ({@link GaussianScene#fileIndex}) and their further
 * columns.
 */
public final class SceneOrder {
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final int PIECE = 1 << 14;

  private SceneOrder() {}

  /**
   * The same Gaussians along a Morton curve through space, so that neighbours lie close together in
   * memory. Gaussians far outside do not disturb the others; ties go by index, so the result is
   * always the same. The other scene stays open.
   *
   * @return a new scene, to be closed by the caller
   */
  public static GaussianScene sortedAlongCurve(GaussianScene scene, Workers workers) {
    return select(scene, curveOrder(scene, workers), workers);
  }

  /** The indices of the Gaussians in the order of {@link #sortedAlongCurve}: int[N]. */
  public static int[] curveOrder(GaussianScene scene, Workers workers) {
    return SpaceCurve.order(scene, workers);
  }

  /**
   * The same Gaussians in the order of their file. The other scene stays open.
   *
   * @return a new scene, to be closed by the caller
   */
  public static GaussianScene inFileOrder(GaussianScene scene, Workers workers) {
    return select(scene, fileOrder(scene), workers);
  }

  /** The indices of the Gaussians by ascending row of their file: int[N]. */
  public static int[] fileOrder(GaussianScene scene) {
    int[] gaussianOfRow = new int[scene.fileCount()];
    Arrays.fill(gaussianOfRow, -1);
    for (int i = 0; i < scene.count(); i++) {
      gaussianOfRow[scene.fileIndex(i)] = i;
    }
    int[] order = new int[scene.count()];
    int found = 0;
    for (int gaussian : gaussianOfRow) {
      if (gaussian >= 0) {
        order[found] = gaussian;
        found++;
      }
    }
    if (found < order.length) {
      throw new IllegalArgumentException("several Gaussians come from one row of the file");
    }
    return order;
  }

  /**
   * A scene of some Gaussians of another, in the given order. The other scene stays open.
   *
   * @param indices of Gaussians of {@code scene}, 0 to N − 1
   * @return a new scene, to be closed by the caller
   */
  public static GaussianScene select(GaussianScene scene, int[] indices, Workers workers) {
    return select(scene, indices, extras(scene.extraProperties(), indices), workers);
  }

  /**
   * A scene of some Gaussians of another with other further columns. The other scene stays open.
   *
   * @param indices of Gaussians of {@code scene}, 0 to N − 1
   * @param extras columns of the new scene, a value for each index
   * @return a new scene, to be closed by the caller
   */
  public static GaussianScene select(
      GaussianScene scene, int[] indices, List<ExtraProperty> extras, Workers workers) {
    int[] rows = new int[indices.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = scene.fileIndex(indices[i]);
    }
    GaussianScene selected =
        new GaussianScene(indices.length, scene.harmonicsDegree(), scene.fileCount(), rows, extras);
    gather(scene.positions(), scene, selected.positions(), indices, workers);
    gather(scene.logScales(), scene, selected.logScales(), indices, workers);
    gather(scene.rotations(), scene, selected.rotations(), indices, workers);
    gather(scene.opacityLogits(), scene, selected.opacityLogits(), indices, workers);
    gather(scene.harmonics(), scene, selected.harmonics(), indices, workers);
    return selected;
  }

  /** The values of some Gaussians, in the given order, of each of some columns. */
  public static List<ExtraProperty> extras(List<ExtraProperty> extras, int[] indices) {
    List<ExtraProperty> selected = new ArrayList<>();
    for (ExtraProperty extra : extras) {
      double[] values = new double[indices.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = extra.values()[indices[i]];
      }
      selected.add(new ExtraProperty(extra.name(), extra.plyType(), values));
    }
    return selected;
  }

  private static void gather(
      MemorySegment from, GaussianScene scene, MemorySegment to, int[] indices, Workers workers) {
    if (indices.length == 0) {
      return;
    }
    int planes = Math.toIntExact(from.byteSize() / (4L * scene.count()));
    int pieces = Workers.pieces(indices.length, PIECE);
    workers.forEach(
        planes * pieces,
        task -> {
          int plane = task / pieces;
          int first = task % pieces * PIECE;
          int last = Math.min(indices.length, first + PIECE);
          MemorySegment source = plane(from, plane, scene.count());
          MemorySegment target = plane(to, plane, indices.length);
          for (int i = first; i < last; i++) {
            target.setAtIndex(FLOAT, i, source.getAtIndex(FLOAT, indices[i]));
          }
        });
  }

  private static MemorySegment plane(MemorySegment planes, int plane, int count) {
    return planes.asSlice(4L * plane * count, 4L * count);
  }
}
