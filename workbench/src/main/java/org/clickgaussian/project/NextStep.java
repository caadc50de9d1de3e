package org.clickgaussian.project;

import java.util.Locale;

/** What a person could do next with a scene, told where they look. */
public enum NextStep {
  /** There are no cameras, so that nothing can be learnt. */
  ADD_CAMERAS,
  /** There are views and no masks. */
  ADD_MASKS,
  /** There are masks and no finished run. */
  TRAIN,
  /** There is a finished run that is not in use. */
  USE_RUN,
  /** A run is in use and nothing is selected. */
  CLICK,
  /** Something is selected. */
  EDIT;

  /**
   * Finds the step.
   *
   * @param hasViews whether the scene has cameras
   * @param content what lies around the scene
   * @param runInUse whether clicks are answered
   * @param anythingSelected whether the selection holds a Gaussian
   */
  public static NextStep of(
      boolean hasViews, ProjectContent content, boolean runInUse, boolean anythingSelected) {
    if (anythingSelected) {
      return EDIT;
    }
    if (runInUse) {
      return CLICK;
    }
    if (content.newestFinishedRun().isPresent()) {
      return USE_RUN;
    }
    if (!hasViews) {
      return ADD_CAMERAS;
    }
    return content.masks().isEmpty() ? ADD_MASKS : TRAIN;
  }

  /** Name in resource bundles, such as "add-masks". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
