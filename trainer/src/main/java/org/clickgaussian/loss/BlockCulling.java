package org.clickgaussian.loss;

import org.clickgaussian.kernel.PairTable;
import org.clickgaussian.work.Workers;

/**
 * Which pairs of blocks cannot hold a pair of pixels above the margin at a level.
 *
 * <p>A block's pixels lie within the angle ρ of its mean direction. With θ between the means of two
 * blocks no two of their pixels are nearer than θ − ρ1 − ρ2; where that is more than arccos τ, no
 * cosine exceeds τ. {@link #SLACK} covers the rounding of floats, so nothing that counts is lost.
 */
final class BlockCulling {
  /** Radians; the angle of a float cosine near 1 is uncertain by up to 5e-4. */
  private static final double SLACK = 2e-3;

  private final boolean enabled;
  private final Cones coarse;
  private final Cones fine;

  BlockCulling(PairTable table, LossSettings settings, boolean enabled, Workers workers) {
    this.enabled = enabled;
    int blocks = table.size() / PairTable.BLOCK;
    this.coarse = new Cones(blocks, table.coarseDimensions(), settings.coarseMargin());
    this.fine =
        new Cones(blocks, table.coarseDimensions() + table.fineDimensions(), settings.fineMargin());
    workers.forEach(
        blocks,
        block -> {
          coarse.set(block, new CoarseVectors(table), enabled);
          fine.set(block, new FineVectors(table), enabled);
        });
  }

  /** Pairs of pixels with a coarse segment in two blocks, or within one. */
  long coarsePairs(int one, int other) {
    return coarse.pairs(one, other);
  }

  /** Pairs of pixels with a fine segment in two blocks, or within one. */
  long finePairs(int one, int other) {
    return fine.pairs(one, other);
  }

  boolean skipsCoarse(int one, int other) {
    return enabled && coarse.apart(one, other);
  }

  boolean skipsFine(int one, int other) {
    return enabled && fine.apart(one, other);
  }

  /** The vectors of one level, whose cosines are compared with the margin. */
  private interface Vectors {
    boolean labelled(int pixel);

    double get(int pixel, int d);
  }

  private record CoarseVectors(PairTable table) implements Vectors {
    @Override
    public boolean labelled(int pixel) {
      return table.coarseSegment(pixel) != 0;
    }

    @Override
    public double get(int pixel, int d) {
      return table.coarse(pixel, d);
    }
  }

  private record FineVectors(PairTable table) implements Vectors {
    @Override
    public boolean labelled(int pixel) {
      return table.fineSegment(pixel) != 0;
    }

    @Override
    public double get(int pixel, int d) {
      int half = table.coarseDimensions();
      return d < half
          ? (double) table.coarseShare(pixel) * table.coarse(pixel, d)
          : table.fine(pixel, d - half);
    }
  }

  /** Mean direction and angular radius of each block at one level. */
  private static final class Cones {
    private final int dimensions;
    private final double margin;

    /** arccos of the margin. */
    private final double marginAngle;

    private final double[] means;
    private final double[] radii;
    private final int[] labelled;

    Cones(int blocks, int dimensions, double margin) {
      this.dimensions = dimensions;
      this.margin = margin;
      this.marginAngle = Math.acos(Math.min(1, margin));
      this.means = new double[blocks * dimensions];
      this.radii = new double[blocks];
      this.labelled = new int[blocks];
    }

    void set(int block, Vectors vectors, boolean withDirections) {
      int end = (block + 1) * PairTable.BLOCK;
      for (int pixel = block * PairTable.BLOCK; pixel < end; pixel++) {
        if (vectors.labelled(pixel)) {
          labelled[block]++;
          for (int d = 0; withDirections && d < dimensions; d++) {
            means[block * dimensions + d] += vectors.get(pixel, d);
          }
        }
      }
      if (withDirections) {
        normalise(block);
        radii[block] = radius(block, vectors);
      }
    }

    private void normalise(int block) {
      double squares = 0;
      for (int i = block * dimensions; i < (block + 1) * dimensions; i++) {
        squares += means[i] * means[i];
      }
      double inverse = squares == 0 ? 0 : 1 / Math.sqrt(squares);
      for (int i = block * dimensions; i < (block + 1) * dimensions; i++) {
        means[i] *= inverse;
      }
    }

    /** A vector of length 0 has cosine 0 with all others, which no positive margin lies below. */
    private double radius(int block, Vectors vectors) {
      double least = 1;
      int end = (block + 1) * PairTable.BLOCK;
      for (int pixel = block * PairTable.BLOCK; pixel < end; pixel++) {
        if (vectors.labelled(pixel)) {
          double product = 0;
          double squares = 0;
          for (int d = 0; d < dimensions; d++) {
            double value = vectors.get(pixel, d);
            product += value * means[block * dimensions + d];
            squares += value * value;
          }
          least = squares == 0 ? least : Math.min(least, product / Math.sqrt(squares));
        }
      }
      return Math.acos(Math.max(-1, least));
    }

    long pairs(int one, int other) {
      long pixels = labelled[one];
      return one == other ? pixels * (pixels - 1) / 2 : pixels * labelled[other];
    }

    boolean apart(int one, int other) {
      if (margin <= 0 || one == other) {
        return false;
      }
      double nearest = marginAngle + radii[one] + radii[other] + SLACK;
      if (nearest >= Math.PI) {
        return false;
      }
      double product = 0;
      for (int d = 0; d < dimensions; d++) {
        product += means[one * dimensions + d] * means[other * dimensions + d];
      }
      return product < Math.cos(nearest);
    }
  }
}
