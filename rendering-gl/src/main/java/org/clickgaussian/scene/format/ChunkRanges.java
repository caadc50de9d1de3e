package org.clickgaussian.scene.format;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/**
 * The least and greatest values of chunks of 256 Gaussians, between which a compressed PLY stores
 * fractions: of position, logarithm of the scale, and colour, each with three components.
 */
final class ChunkRanges {
  /** Gaussians in a chunk; the last chunk may have fewer. */
  static final int CHUNK = 256;

  /** The quantities with a range, in the order of the file. */
  static final int POSITION = 0;

  static final int SCALE = 1;
  static final int COLOUR = 2;

  private static final String[][] NAMES = {
    {"x", "y", "z"}, {"scale_x", "scale_y", "scale_z"}, {"r", "g", "b"}
  };

  private final float[] values;

  /**
   * Ranges of which the values are known.
   *
   * @param values 18 numbers a chunk: minima then maxima of each quantity
   */
  ChunkRanges(float[] values) {
    this.values = values;
  }

  static int chunks(int gaussians) {
    return Workers.pieces(gaussians, CHUNK);
  }

  /** The properties of the element "chunk", in the order of a chunk's 18 numbers. */
  static List<String> propertyNames() {
    List<String> names = new ArrayList<>();
    for (String[] components : NAMES) {
      for (String end : new String[] {"min_", "max_"}) {
        for (String component : components) {
          names.add(end + component);
        }
      }
    }
    return names;
  }

  /** The 18 numbers of every chunk of Gaussians taken in the given order. */
  static ChunkRanges of(GaussianScene scene, int[] order, Workers workers) {
    ChunkRanges ranges = new ChunkRanges(new float[18 * chunks(order.length)]);
    workers.forRanges(
        order.length,
        CHUNK,
        (chunk, from, to) -> {
          for (int quantity = 0; quantity < 3; quantity++) {
            for (int axis = 0; axis < 3; axis++) {
              ranges.measure(scene, order, chunk, quantity, axis);
            }
          }
        });
    return ranges;
  }

  private void measure(GaussianScene scene, int[] order, int chunk, int quantity, int axis) {
    int to = (int) Math.min(order.length, (chunk + 1L) * CHUNK);
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = chunk * CHUNK; row < to; row++) {
      double value = value(scene, order[row], quantity, axis);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    values[index(chunk, quantity, axis)] = (float) least;
    values[index(chunk, quantity, axis) + 3] = (float) greatest;
  }

  /** The value of a Gaussian that is stored as a fraction. */
  static double value(GaussianScene scene, int i, int quantity, int axis) {
    return switch (quantity) {
      case POSITION -> scene.position(i, axis);
      case SCALE -> scene.logScale(i, axis);
      default -> Quantised.colour(scene.harmonic(i, 0, axis));
    };
  }

  private static int index(int chunk, int quantity, int axis) {
    return 18 * chunk + 6 * quantity + axis;
  }

  /** Number {@code n} of the 18 of a chunk. */
  float number(int chunk, int n) {
    return values[18 * chunk + n];
  }

  /** The fraction of its range that a value is at; 0 where the range is a point. */
  double fraction(int chunk, int quantity, int axis, double value) {
    double least = values[index(chunk, quantity, axis)];
    double side = values[index(chunk, quantity, axis) + 3] - least;
    return side > 0 ? (value - least) / side : 0;
  }

  /** The value at a fraction of its range. */
  double value(int chunk, int quantity, int axis, double fraction) {
    double least = values[index(chunk, quantity, axis)];
    double greatest = values[index(chunk, quantity, axis) + 3];
    return least * (1 - fraction) + greatest * fraction;
  }
}
