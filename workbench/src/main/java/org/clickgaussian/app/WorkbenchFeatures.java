package org.clickgaussian.app;

import java.util.List;
import org.clickgaussian.clusters.ClustersFeature;
import org.clickgaussian.compare.CompareFeature;
import org.clickgaussian.curves.CurvesFeature;
import org.clickgaussian.features.FeaturesFeature;
import org.clickgaussian.masks.MasksFeature;
import org.clickgaussian.runs.RunSelection;
import org.clickgaussian.runs.RunsFeature;
import org.clickgaussian.settings.DeviceChoice;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.tuning.TrainingFeature;
import org.clickgaussian.viewport.ViewportFeature;
import org.clickgaussian.viewport.tool.SelectionFeature;

/** The features that the window is made of, in the order of their panes and menu entries. */
final class WorkbenchFeatures {
  private WorkbenchFeatures() {}

  /**
   * Makes all features; their actions are registered afterwards.
   *
   * @param shell opens scenes and uses runs
   * @param settings what features remember
   * @param devices which device trains
   */
  static List<WorkbenchFeature> create(
      WorkbenchContext context,
      ShellController shell,
      SettingsStore settings,
      DeviceChoice devices) {
    ViewportFeature viewport = ViewportFeature.create(context);
    SelectionFeature selection = SelectionFeature.create(context, viewport);
    MasksFeature masks = MasksFeature.create(context, viewport, shell);
    TrainingFeature training = TrainingFeature.create(context, shell, settings, devices);
    RunSelection picked = new RunSelection();
    RunsFeature runs = RunsFeature.create(context, viewport, shell, picked, settings);
    CurvesFeature curves = CurvesFeature.create(context, picked);
    CompareFeature compare = CompareFeature.create(context, viewport, picked);
    FeaturesFeature features = FeaturesFeature.create(context, viewport);
    ClustersFeature clusters = ClustersFeature.create(context, viewport);
    return List.of(selection, viewport, clusters, masks, training, runs, curves, compare, features);
  }
}
