package org.clickgaussian.mask;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;

/** The views that stand nearest to one and look the same way. */
final class NearestViews {
  private NearestViews() {}

  /**
   * Of some views those nearest to one of them, the nearest first, those alike in the order of the
   * views. Distance counts in units of the mean distance from the view to all, and a turn by an
   * angle φ as 2 (1 − cos φ).
   */
  static List<View> of(View view, List<View> views, int number) {
    double spread = 0;
    double[] here = view.camera().centre();
    for (View other : views) {
      spread += distance(here, other.camera().centre()) / views.size();
    }
    double unit = Math.max(spread, 1e-12);
    double[] axis = forward(view.camera());
    return views.stream()
        .filter(other -> other != view)
        .sorted(
            Comparator.comparingDouble(
                other -> {
                  double[] b = forward(other.camera());
                  double cosine = axis[0] * b[0] + axis[1] * b[1] + axis[2] * b[2];
                  return distance(here, other.camera().centre()) / unit + 2 * (1 - cosine);
                }))
        .limit(number)
        .toList();
  }

  private static double[] forward(Camera camera) {
    return Arrays.copyOfRange(camera.viewMatrix().rotation(), 6, 9);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        (a[0] - b[0]) * (a[0] - b[0])
            + (a[1] - b[1]) * (a[1] - b[1])
            + (a[2] - b[2]) * (a[2] - b[2]));
  }
}
