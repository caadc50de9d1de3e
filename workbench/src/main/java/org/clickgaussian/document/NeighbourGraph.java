package org.clickgaussian.document;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import org.clickgaussian.loss.NearestNeighbours;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The nearest neighbours of every Gaussian, by which a selection grows and shrinks. Immutable; good
 * until Gaussians are moved or copied.
 */
public final class NeighbourGraph {
  /** Neighbours of a Gaussian. */
  public static final int NEIGHBOURS = 10;

  private final int perGaussian;
  private final int[] neighbours;

  private NeighbourGraph(int perGaussian, int[] neighbours) {
    this.perGaussian = perGaussian;
    this.neighbours = neighbours;
  }

  /** The graph of a document's Gaussians as they are now. */
  public static NeighbourGraph of(SceneDocument document, Progress progress) {
    // A copy, so that nobody waits for the search to end before Gaussians may be moved.
    float[] positions =
        document.reading(() -> document.gaussians().positions().toArray(ValueLayout.JAVA_FLOAT));
    return of(positions, document.workers(), progress);
  }

  /**
   * The graph of points.
   *
   * @param positions three planes x, y, z of float[N]
   */
  static NeighbourGraph of(float[] positions, Workers workers, Progress progress) {
    int count = positions.length / 3;
    int[] neighbours =
        NearestNeighbours.find(
            MemorySegment.ofArray(positions), count, NEIGHBOURS, workers, progress);
    return new NeighbourGraph(count == 0 ? 0 : neighbours.length / count, neighbours);
  }

  /**
   * Some Gaussians and the nearest neighbours of each.
   *
   * @param invisible what does not join
   */
  public GaussianSet grown(GaussianSet selection, GaussianSet invisible) {
    BitSet bits = selection.bits();
    for (int gaussian : selection.indices()) {
      for (int k = gaussian * perGaussian; k < (gaussian + 1) * perGaussian; k++) {
        bits.set(neighbours[k]);
      }
    }
    return GaussianSet.of(bits).without(invisible.without(selection));
  }

  /**
   * Those of some Gaussians whose nearest neighbours are all among them.
   *
   * @param invisible neighbours that do not count
   */
  public GaussianSet shrunk(GaussianSet selection, GaussianSet invisible) {
    BitSet bits = selection.bits();
    for (int gaussian : selection.indices()) {
      for (int k = gaussian * perGaussian; k < (gaussian + 1) * perGaussian; k++) {
        if (!selection.contains(neighbours[k]) && !invisible.contains(neighbours[k])) {
          bits.clear(gaussian);
        }
      }
    }
    return GaussianSet.of(bits);
  }
}
