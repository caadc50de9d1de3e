package org.clickgaussian.document;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.splat.cpu.HarmonicsRotation;

/**
 * One Gaussian in double precision, to be changed several times and rounded once. What no change
 * touches keeps its bits.
 */
final class GaussianRow {
  /** Y₀, the constant harmonic: a coefficient of c adds c · Y₀ to the colour. */
  private static final double CONSTANT_HARMONIC = 0.28209479177387814;

  private static final double MIDDLE_GREY = 0.5;

  private final int degree;
  private final double[] position = new double[3];
  private final double[] logScale = new double[3];
  private final double[] rotation = new double[4];

  /** Coefficient k of a channel at 3k + channel. */
  private final double[] harmonics;

  private float opacityLogit;

  GaussianRow(int degree) {
    this.degree = degree;
    this.harmonics = new double[3 * (degree + 1) * (degree + 1)];
  }

  /** Takes over a Gaussian of a scene. */
  void load(GaussianScene scene, int i) {
    for (int axis = 0; axis < 3; axis++) {
      position[axis] = scene.position(i, axis);
      logScale[axis] = scene.logScale(i, axis);
    }
    for (int component = 0; component < 4; component++) {
      rotation[component] = scene.rotation(i, component);
    }
    for (int plane = 0; plane < harmonics.length; plane++) {
      harmonics[plane] = scene.harmonic(i, plane / 3, plane % 3);
    }
    opacityLogit = scene.opacityLogit(i);
  }

  /** Writes the Gaussian to a place of a scene. */
  void store(GaussianScene scene, int i) {
    store(scene, scene.positions(), position, i);
    store(scene, scene.logScales(), logScale, i);
    store(scene, scene.rotations(), rotation, i);
    store(scene, scene.harmonics(), harmonics, i);
    scene.set(scene.opacityLogits(), 0, i, opacityLogit);
  }

  private static void store(GaussianScene scene, MemorySegment planes, double[] values, int i) {
    for (int plane = 0; plane < values.length; plane++) {
      scene.set(planes, plane, i, (float) values[plane]);
    }
  }

  /**
   * x → s R x + t; covariance and harmonics follow.
   *
   * @param turn R as a unit quaternion w, x, y, z; null where R is the identity
   * @param harmonicsTurn R for the harmonics; null where R is the identity
   */
  void move(Similarity similarity, double[] turn, HarmonicsRotation harmonicsTurn) {
    System.arraycopy(
        similarity.apply(position[0], position[1], position[2]), 0, position, 0, position.length);
    if (similarity.scale() != 1) {
      double logarithm = Math.log(similarity.scale());
      for (int axis = 0; axis < 3; axis++) {
        logScale[axis] += logarithm;
      }
    }
    if (turn != null) {
      turn(turn);
      for (int channel = 0; channel < 3; channel++) {
        harmonicsTurn.apply(harmonics, channel, 3, degree);
      }
    }
  }

  /** The product turn · rotation of two quaternions; the length of the rotation stays. */
  private void turn(double[] turn) {
    double w = rotation[0];
    double x = rotation[1];
    double y = rotation[2];
    double z = rotation[3];
    rotation[0] = turn[0] * w - turn[1] * x - turn[2] * y - turn[3] * z;
    rotation[1] = turn[0] * x + turn[1] * w + turn[2] * z - turn[3] * y;
    rotation[2] = turn[0] * y - turn[1] * z + turn[2] * w + turn[3] * x;
    rotation[3] = turn[0] * z + turn[1] * y - turn[2] * x + turn[3] * w;
  }

  /** Blends the colour, ½ + harmonics, with another one. */
  void recolour(SceneChange.Recolour change) {
    double kept = 1 - change.strength();
    for (int plane = 0; plane < harmonics.length; plane++) {
      harmonics[plane] *= kept;
    }
    double[] colour = {change.red(), change.green(), change.blue()};
    for (int channel = 0; channel < 3; channel++) {
      harmonics[channel] += change.strength() * (colour[channel] - MIDDLE_GREY) / CONSTANT_HARMONIC;
    }
  }
}
