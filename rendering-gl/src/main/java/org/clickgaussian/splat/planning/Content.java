package org.clickgaussian.splat.planning;

import java.util.Arrays;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.RigidTransform;

/**
 * What there is to be seen: a sample of the Gaussians that are not nearly transparent, without
 * those far out.
 *
 * <p>Each counts with opacity × the product of its two larger standard deviations, about the area
 * that it covers; so a floor of a few large Gaussians weighs as much as one of many small ones.
 */
final class Content {
  private static final int MOST_SAMPLES = 20_000;
  private static final double FAINT = 0.1;
  private static final double LEFT_OUT = 0.02;

  private final double[][] points;
  private final double[][] normals;
  private final double[] weights;
  private final double[] low;
  private final double[] high;

  private Content(double[][] points, double[][] normals, double[] weights) {
    this.points = points;
    this.normals = normals;
    this.weights = weights;
    this.low = new double[3];
    this.high = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double[] range = range(axisDirection(axis, 1));
      low[axis] = range[0];
      high[axis] = range[1];
    }
  }

  /** The content of a scene; null where nothing in it can be seen. */
  static Content of(GaussianScene scene) {
    int[] visible = visible(scene);
    if (visible.length == 0) {
      return null;
    }
    double[][] points = new double[visible.length][3];
    double[][] normals = new double[visible.length][];
    double[] weights = new double[visible.length];
    for (int s = 0; s < visible.length; s++) {
      int i = visible[s];
      double[] scales = new double[3];
      int thinnest = 0;
      for (int axis = 0; axis < 3; axis++) {
        points[s][axis] = scene.position(i, axis);
        scales[axis] = Math.exp(scene.logScale(i, axis));
        thinnest = scales[axis] < scales[thinnest] ? axis : thinnest;
      }
      normals[s] = axisOf(scene, i, thinnest);
      double area = scales[0] * scales[1] * scales[2] / Math.max(scales[thinnest], 1e-30);
      weights[s] = opacity(scene, i) * area;
    }
    // A few huge Gaussians, such as a sky, must not outweigh everything else.
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double most = sorted[(int) (0.95 * (sorted.length - 1))];
    for (int s = 0; s < weights.length; s++) {
      weights[s] = Math.min(weights[s], most);
    }
    return new Content(points, normals, weights);
  }

  private static int[] visible(GaussianScene scene) {
    int[] found = new int[scene.count()];
    int count = 0;
    for (int i = 0; i < scene.count(); i++) {
      if (opacity(scene, i) >= FAINT) {
        found[count++] = i;
      }
    }
    int step = Math.max(1, (count + MOST_SAMPLES - 1) / MOST_SAMPLES);
    int[] sample = new int[(count + step - 1) / step];
    for (int s = 0; s < sample.length; s++) {
      sample[s] = found[s * step];
    }
    return sample;
  }

  private static double opacity(GaussianScene scene, int i) {
    return 1 / (1 + Math.exp(-scene.opacityLogit(i)));
  }

  private static double[] axisOf(GaussianScene scene, int i, int axis) {
    double[] r =
        RigidTransform.ofQuaternion(
                scene.rotation(i, 0),
                scene.rotation(i, 1),
                scene.rotation(i, 2),
                scene.rotation(i, 3),
                new double[3])
            .rotation();
    return new double[] {r[axis], r[3 + axis], r[6 + axis]};
  }

  static double[] axisDirection(int axis, double sign) {
    double[] direction = new double[3];
    direction[axis] = sign;
    return direction;
  }

  /** The sampled centres. */
  double[][] points() {
    return points;
  }

  /** The middle of the content. */
  double[] centre() {
    return new double[] {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2};
  }

  /** The distance between the corners of the box around the content; above 0. */
  double diagonal() {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += (high[axis] - low[axis]) * (high[axis] - low[axis]);
    }
    return Math.max(Math.sqrt(sum), 1e-6);
  }

  /** From where to where the content reaches along a direction, its outermost hundredths cut. */
  double[] range(double[] direction) {
    double[] along = new double[points.length];
    for (int s = 0; s < along.length; s++) {
      along[s] = Vectors.dot(points[s], direction);
    }
    Arrays.sort(along);
    int cut = (int) (LEFT_OUT * along.length);
    return new double[] {along[cut], along[along.length - 1 - cut]};
  }

  /**
   * How much like a floor the content's lower end is: the share of its weight that lies in the
   * lowest twelfth along a direction and faces along it.
   */
  double floor(double[] up) {
    double[] range = range(up);
    double height = Math.max(range[1] - range[0], 1e-9);
    double lying = 0;
    double all = 0;
    for (int s = 0; s < points.length; s++) {
      double above = (Vectors.dot(points[s], up) - range[0]) / height;
      boolean faces = Math.abs(Vectors.dot(normals[s], up)) > 0.8;
      lying += above < 1 / 12.0 && above > -1 / 12.0 && faces ? weights[s] : 0;
      all += weights[s];
    }
    return all > 0 ? lying / all : 0;
  }

  /**
   * Which way is up. Splats trained on photos mostly have y pointing down, so up is −y, unless
   * another side of the content is clearly a floor and the one below is not.
   */
  double[] guessUp() {
    double[] usual = axisDirection(1, -1);
    double most = Math.max(2 * floor(usual), 0.08);
    double[] best = usual;
    for (int axis = 0; axis < 3; axis++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] up = axisDirection(axis, sign);
        double floor = floor(up);
        if (floor > most) {
          most = floor;
          best = up;
        }
      }
    }
    return best;
  }
}
