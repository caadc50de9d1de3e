package org.clickgaussian.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.training.Ablation;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.TrainingSettings;

/**
 * A run that is to be begun.
 *
 * @param scene the scene's folder or splat
 * @param masks the folder of the masks
 * @param holdOut every how many-th view is kept out for tests; 0 for none
 * @param leftOut views not to be learnt from, besides those ticked out with the masks
 * @param settings the hyperparameters and the seed
 */
record TrainingWish(
    Path scene, Path masks, int holdOut, List<String> leftOut, TrainingSettings settings) {

  /**
   * Plans the run.
   *
   * @throws org.clickgaussian.io.InputException if no view is left to learn from, or one is named
   *     that is not there
   */
  TrainingPlan plan(OpenScene opened) {
    List<View> views = opened.folder().requireViews();
    ViewSplit split = holdOut == 0 ? ViewSplit.none(views) : ViewSplit.holdOut(views, holdOut);
    List<String> out = new ArrayList<>(LeftOutViews.read(masks).of(views));
    out.addAll(leftOut);
    ViewSplit rest = out.isEmpty() ? split : split.leavingOut(out, "the views to leave out");
    List<Ablation> ablations =
        Arrays.stream(Ablation.values()).filter(each -> each.isIn(settings)).toList();
    return TrainingPlan.begin(opened, scene, masks, rest, settings, ablations, BackendChoice.AUTO);
  }
}
