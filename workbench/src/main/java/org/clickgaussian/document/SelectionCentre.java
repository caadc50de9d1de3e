package org.clickgaussian.document;

import org.clickgaussian.scene.GaussianScene;

/** The middle of some Gaussians: the mean of their centres. */
public final class SelectionCentre {
  private SelectionCentre() {}

  /**
   * The middle of the selected Gaussians that are visible.
   *
   * @return x, y, z; null where there are none
   */
  public static double[] of(SceneDocument document, EditState state) {
    GaussianSet visible = state.selection().without(state.invisible());
    return document.reading(() -> mean(document.gaussians(), visible));
  }

  private static double[] mean(GaussianScene scene, GaussianSet set) {
    double[] sum = new double[3];
    int count = 0;
    for (int gaussian : set.indices()) {
      if (gaussian < scene.count()) {
        count++;
        for (int axis = 0; axis < 3; axis++) {
          sum[axis] += scene.position(gaussian, axis);
        }
      }
    }
    if (count == 0) {
      return null;
    }
    return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
  }
}
