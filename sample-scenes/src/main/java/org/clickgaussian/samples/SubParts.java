package org.clickgaussian.samples;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.GaussianScene;

/**
 * A third level below the parts, of which the ground truth knows nothing: pieces of parts that an
 * automatic segmentation proposes now and then. A part of two to four shapes has them as its
 * sub-parts; any other is cut into two or three slabs across its longest extent.
 *
 * @param ofGaussian sub-part label of each Gaussian, from 1: int[N]
 * @param partOf part label of each sub-part, at its label; entry 0 is 0
 */
record SubParts(int[] ofGaussian, int[] partOf) {
  private static final int MOST_SHAPES = 4;
  private static final double THREE_SLABS_FROM = 0.3;

  /**
   * Divides parts.
   *
   * @param labels the names, for their number
   * @param parts part label of each Gaussian
   * @param pieces number of each Gaussian's shape within its part
   */
  static SubParts of(
      GaussianScene scene, SampleLabels labels, int[] parts, int[] pieces, long seed) {
    int count = labels.parts().size() + 1;
    Extent[] extents = new Extent[count];
    for (int part = 0; part < count; part++) {
      extents[part] = new Extent();
    }
    for (int i = 0; i < parts.length; i++) {
      extents[parts[i]].add(scene, i, pieces[i]);
    }
    List<Integer> partOf = new ArrayList<>(List.of(0));
    int[] firsts = new int[count];
    Division[] divisions = new Division[count];
    for (int part = 1; part < count; part++) {
      divisions[part] = extents[part].division(new RandomStream(seed, "sub-parts", part));
      firsts[part] = partOf.size();
      for (int piece = 0; piece < divisions[part].count(); piece++) {
        partOf.add(part);
      }
    }
    int[] ofGaussian = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      ofGaussian[i] = firsts[parts[i]] + divisions[parts[i]].piece(scene, i, pieces[i]);
    }
    return new SubParts(ofGaussian, partOf.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The number of sub-parts. */
  int count() {
    return partOf.length - 1;
  }

  /** How a part is cut: by its shapes where there are no cuts, else along an axis. */
  private record Division(int shapes, int axis, double[] cuts) {
    int count() {
      return cuts == null ? shapes : cuts.length + 1;
    }

    int piece(GaussianScene scene, int i, int shape) {
      if (cuts == null) {
        return shape;
      }
      int piece = 0;
      for (double cut : cuts) {
        piece += scene.position(i, axis) > cut ? 1 : 0;
      }
      return piece;
    }
  }

  /** The box around a part's Gaussians. */
  private static final class Extent {
    private final double[] least = {
      Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
    };
    private final double[] most = {
      Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private int shapes = 1;

    void add(GaussianScene scene, int i, int piece) {
      shapes = Math.max(shapes, piece + 1);
      for (int axis = 0; axis < 3; axis++) {
        least[axis] = Math.min(least[axis], scene.position(i, axis));
        most[axis] = Math.max(most[axis], scene.position(i, axis));
      }
    }

    Division division(RandomStream random) {
      if (shapes > 1 && shapes <= MOST_SHAPES) {
        return new Division(shapes, 0, null);
      }
      int axis = 0;
      for (int other = 1; other < 3; other++) {
        axis = most[other] - least[other] > most[axis] - least[axis] ? other : axis;
      }
      double length = most[axis] - least[axis];
      int slabs = length < THREE_SLABS_FROM ? 2 : 3;
      double[] cuts = new double[slabs - 1];
      for (int cut = 0; cut < cuts.length; cut++) {
        double jitter = 0.3 * (random.nextDouble() - 0.5);
        cuts[cut] = least[axis] + length * (cut + 1 + jitter) / slabs;
      }
      return new Division(shapes, axis, cuts);
    }
  }
}
