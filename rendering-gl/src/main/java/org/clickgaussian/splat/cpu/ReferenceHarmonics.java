package org.clickgaussian.splat.cpu;

import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;

/** Colours by spherical harmonics, in double precision. */
final class ReferenceHarmonics {
  private ReferenceHarmonics() {}

  /** max(0, SH + ½) of a Gaussian seen from the camera: red, green, blue. */
  static double[] colour(GaussianScene scene, int i, Camera camera) {
    double[] eye = camera.centre();
    double x = scene.position(i, 0) - eye[0];
    double y = scene.position(i, 1) - eye[1];
    double z = scene.position(i, 2) - eye[2];
    double length = Math.sqrt(x * x + y * y + z * z);
    double[] basis = basis(x / length, y / length, z / length);
    double[] colour = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0.5;
      for (int k = 0; k < scene.harmonicsCoefficients(); k++) {
        sum += basis[k] * scene.harmonic(i, k, channel);
      }
      colour[channel] = Math.max(0, sum);
    }
    return colour;
  }

  /** The 16 real basis functions up to degree 3, from their normalisation constants. */
  static double[] basis(double x, double y, double z) {
    double s0 = Math.sqrt(1 / Math.PI);
    return new double[] {
      s0 / 2,
      -s0 / 2 * Math.sqrt(3) * y,
      s0 / 2 * Math.sqrt(3) * z,
      -s0 / 2 * Math.sqrt(3) * x,
      s0 / 2 * Math.sqrt(15) * x * y,
      -s0 / 2 * Math.sqrt(15) * y * z,
      s0 / 4 * Math.sqrt(5) * (2 * z * z - x * x - y * y),
      -s0 / 2 * Math.sqrt(15) * x * z,
      s0 / 4 * Math.sqrt(15) * (x * x - y * y),
      -s0 / 4 * Math.sqrt(17.5) * y * (3 * x * x - y * y),
      s0 / 2 * Math.sqrt(105) * x * y * z,
      -s0 / 4 * Math.sqrt(10.5) * y * (4 * z * z - x * x - y * y),
      s0 / 4 * Math.sqrt(7) * z * (2 * z * z - 3 * x * x - 3 * y * y),
      -s0 / 4 * Math.sqrt(10.5) * x * (4 * z * z - x * x - y * y),
      s0 / 4 * Math.sqrt(105) * z * (x * x - y * y),
      -s0 / 4 * Math.sqrt(17.5) * x * (x * x - 3 * y * y)
    };
  }
}
