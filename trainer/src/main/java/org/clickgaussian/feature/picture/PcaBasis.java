package org.clickgaussian.feature.picture;

import java.util.Arrays;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;

/**
 * Three directions in which a level's features are looked at, spanning the space of their three
 * principal components. As found ({@link #of}) they are the components, greatest variance first,
 * each pointing so that its largest entry is positive. {@link #follow} and {@link #alignTo} turn
 * them within their space so that colours can be compared: with those of a moment ago while a run
 * is trained, or with those of another run.
 *
 * @param mean of the features: double[D^l]
 * @param axes three unit vectors: double[3][D^l]
 * @param covariance of the coordinates along the axes: double[3][3]; diagonal unless turned
 * @param spectrum all variances of the level's features, greatest first: double[D^l]
 */
public record PcaBasis(double[] mean, double[][] axes, double[][] covariance, double[] spectrum) {

  /** The number of axes, one for each of red, green and blue. */
  public static final int COMPONENTS = 3;

  /** Deviations from the mean at which a colour channel is saturated. */
  private static final double REACH = 2.5;

  /** Checks the shapes and that all numbers are finite. */
  public PcaBasis {
    boolean shaped =
        mean.length > 0
            && axes.length == COMPONENTS
            && covariance.length == COMPONENTS
            && spectrum.length == mean.length;
    for (int k = 0; shaped && k < COMPONENTS; k++) {
      shaped = axes[k].length == mean.length && covariance[k].length == COMPONENTS;
    }
    if (!shaped) {
      throw new IllegalArgumentException("the parts of a basis differ in size");
    }
    boolean finite = finite(mean) && finite(spectrum);
    for (int k = 0; k < COMPONENTS; k++) {
      finite &= finite(axes[k]) && finite(covariance[k]);
    }
    if (!finite) {
      throw new IllegalArgumentException("a basis holds a number that is not finite");
    }
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  /**
   * The principal components of a level of a field, from up to 200,000 Gaussians evenly spread over
   * it. Levels of fewer than three floats repeat the last.
   */
  public static PcaBasis of(FeatureField field, Level level) {
    return PrincipalComponents.of(field, level);
  }

  /** D^l, the number of floats of the level's feature. */
  public int dimensions() {
    return mean.length;
  }

  /** Standard deviation of the coordinate along an axis. */
  public double deviation(int axis) {
    return Math.sqrt(Math.max(0, covariance[axis][axis]));
  }

  /**
   * The share of the variance that lies in each principal component, greatest first: double[D^l],
   * sum 1; zeros where the features do not vary.
   */
  public double[] explained() {
    double total = Arrays.stream(spectrum).sum();
    return Arrays.stream(spectrum).map(v -> total > 0 ? v / total : 0).toArray();
  }

  /**
   * The coordinate of a feature along an axis, from the mean.
   *
   * @param from the first float of the level's feature in a row of the field
   */
  public double coordinate(FeatureField field, int gaussian, int from, int axis) {
    double along = 0;
    double[] direction = axes[axis];
    for (int d = 0; d < direction.length; d++) {
      along += direction[d] * (field.get(gaussian, from + d) - mean[d]);
    }
    return along;
  }

  /** A coordinate along an axis as a colour, 0 to 1: 0.5 at the mean, ends at 2.5 deviations. */
  public double colour(int axis, double coordinate) {
    double deviation = deviation(axis);
    return deviation > 0 ? Math.clamp(0.5 + coordinate / (2 * REACH * deviation), 0, 1) : 0.5;
  }

  /**
   * The same space, seen along other axes.
   *
   * @param rotation orthogonal, row-major double[3][3]: new coordinates are its product with those
   *     here
   */
  public PcaBasis turned(double[][] rotation) {
    return new PcaBasis(
        mean,
        product(rotation, axes),
        product(product(rotation, covariance), transposed(rotation)),
        spectrum);
  }

  /**
   * This basis with its axes turned as near as they get to those of a former one of the same run,
   * so that colours do not jump from one moment of a training to the next (orthogonal Procrustes on
   * the axes). Where the principal components only changed their order or their signs, the former
   * axes come back.
   *
   * @throws IllegalArgumentException if the other is of another layout
   */
  public PcaBasis follow(PcaBasis former) {
    if (former.dimensions() != dimensions()) {
      throw new IllegalArgumentException(
          "a basis of %d floats cannot follow one of %d"
              .formatted(dimensions(), former.dimensions()));
    }
    double[][] cross = product(former.axes, transposed(axes));
    return turned(OrthogonalProcrustes.of(cross).rotation());
  }

  /**
   * This basis with its axes turned so that the coordinates of the same Gaussians in another run
   * are met as well as a rotation can (orthogonal Procrustes on the coordinates).
   *
   * @param field this run's features
   * @param other the other run's basis of the level
   * @param otherField the other run's features of the same Gaussians
   * @throws IllegalArgumentException if the fields differ in their number of Gaussians
   */
  public PcaAlignment alignTo(
      FeatureField field, PcaBasis other, FeatureField otherField, Level level) {
    return PcaAlignment.of(this, field, other, otherField, level);
  }

  static double[][] product(double[][] a, double[][] b) {
    double[][] result = new double[a.length][b[0].length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < b[0].length; column++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[row][k] * b[k][column];
        }
        result[row][column] = sum;
      }
    }
    return result;
  }

  static double[][] transposed(double[][] a) {
    double[][] result = new double[a[0].length][a.length];
    for (int row = 0; row < a.length; row++) {
      for (int column = 0; column < a[0].length; column++) {
        result[column][row] = a[row][column];
      }
    }
    return result;
  }
}
