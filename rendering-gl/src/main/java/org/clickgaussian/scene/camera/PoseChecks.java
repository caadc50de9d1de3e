package org.clickgaussian.scene.camera;

import java.nio.file.Path;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;

/** Refuses cameras that cannot be, in words that name the file. */
final class PoseChecks {
  /** How far R Rᵀ may be from the identity: rounding of text files, not shears or scales. */
  private static final double ROTATION_TOLERANCE = 1e-2;

  private PoseChecks() {}

  /** A camera at the identity pose, once its numbers are known to be finite and positive. */
  static ColmapCameraModel.Intrinsics intrinsics(
      Path file, int width, int height, double fx, double fy, double cx, double cy, Lens lens) {
    boolean possible = fx > 0 && fy > 0 && Double.isFinite(fx + fy + cx + cy) && lens.isFinite();
    if (!possible) {
      throw InputException.in(
          file,
          "has a camera with focal lengths %s, %s, principal point %s, %s and %s; write it again"
              .formatted(fx, fy, cx, cy, lens));
    }
    Camera camera = new Camera(width, height, fx, fy, cx, cy, RigidTransform.identity());
    return new ColmapCameraModel.Intrinsics(camera, lens);
  }

  /**
   * The rotation of a quaternion that need not be of unit length, and a translation.
   *
   * @param q w, x, y, z
   */
  static RigidTransform ofQuaternion(Path file, String photo, double[] q, double[] translation) {
    double length = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
    if (!(length > 1e-12) || !Double.isFinite(length) || !isFinite(translation)) {
      throw noPose(file, photo);
    }
    return RigidTransform.ofQuaternion(q[0], q[1], q[2], q[3], translation);
  }

  /**
   * A rotation matrix freed from rounding errors (Gram–Schmidt over its rows), and a translation.
   *
   * @param r row-major double[9]
   */
  static RigidTransform ofMatrix(Path file, String photo, double[] r, double[] translation) {
    double worst = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        worst = Math.max(worst, Math.abs(dot(r, i, j) - (i == j ? 1 : 0)));
      }
    }
    double determinant =
        r[0] * (r[4] * r[8] - r[5] * r[7])
            - r[1] * (r[3] * r[8] - r[5] * r[6])
            + r[2] * (r[3] * r[7] - r[4] * r[6]);
    if (!isFinite(r)
        || !isFinite(translation)
        || !(worst < ROTATION_TOLERANCE)
        || determinant < 0) {
      throw noPose(file, photo);
    }
    double[] clean = r.clone();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double along = dot(clean, i, j);
        for (int k = 0; k < 3; k++) {
          clean[3 * i + k] -= along * clean[3 * j + k];
        }
      }
      double length = Math.sqrt(dot(clean, i, i));
      for (int k = 0; k < 3; k++) {
        clean[3 * i + k] /= length;
      }
    }
    return new RigidTransform(clean, translation);
  }

  /**
   * A photo's name with forward slashes.
   *
   * @throws InputException if it is empty or leads out of the folder of the photos
   */
  static String name(Path file, String stored) {
    String name = stored.replace('\\', '/').strip();
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    boolean leadsOut = ("/" + name + "/").contains("/../") || name.startsWith("/");
    boolean strange = name.chars().anyMatch(c -> c < ' ' || c == 0xfffd);
    if (name.isEmpty() || leadsOut || strange || name.contains("//") || name.endsWith("/")) {
      String shown = stored.chars().anyMatch(c -> c < ' ' || c == 0xfffd) ? "" : stored;
      throw InputException.in(
          file,
          "names a photo \"%s\", which is no path below the folder of the photos; write it again"
              .formatted(shown));
    }
    return name;
  }

  private static InputException noPose(Path file, String photo) {
    return InputException.in(
        file,
        "gives the photo %s a pose that is no finite rotation and position; remove or repair it"
            .formatted(photo));
  }

  private static double dot(double[] r, int i, int j) {
    return r[3 * i] * r[3 * j] + r[3 * i + 1] * r[3 * j + 1] + r[3 * i + 2] * r[3 * j + 2];
  }

  private static boolean isFinite(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }
}
