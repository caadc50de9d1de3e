package org.clickgaussian.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.training.Ablation;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.MemoryChoice;
import org.clickgaussian.training.TrainingScene;
import org.clickgaussian.training.TrainingSettings;
import org.clickgaussian.work.Workers;

/**
 * Decides what a run learns from: the training views that have masks, and what the run is told.
 *
 * @param scene what the run learns from
 * @param config what the run is told
 * @param masks where the masks come from
 */
public record TrainingPlan(TrainingScene scene, RunConfig config, MaskFolder masks) {

  /**
   * Plans a new run.
   *
   * @param scene the scene
   * @param scenePath where it lies, as given
   * @param masks the folder of the masks
   * @param split which views are kept out; views of the scene in neither part are left out
   * @param settings the hyperparameters before ablations
   * @param ablations what is taken away from the method
   * @param backend name of the backend: auto, gl, cpu or reference
   * @throws InputException if no training view has masks
   */
  public static TrainingPlan begin(
      OpenScene scene,
      Path scenePath,
      Path masks,
      ViewSplit split,
      TrainingSettings settings,
      List<Ablation> ablations,
      String backend) {
    TrainingSettings ablated = settings;
    for (Ablation ablation : ablations) {
      ablated = ablation.applyTo(ablated);
    }
    MaskFolder folder = open(scene, masks);
    List<View> views = split.training().stream().filter(folder::has).toList();
    if (views.isEmpty()) {
      throw InputException.in(
          masks, "holds no masks of a training view; hold out fewer views or add masks");
    }
    RunConfig config =
        new RunConfig(
            scenePath.toString(),
            SceneFingerprint.of(scene.gaussians()),
            masks.toString(),
            views.stream().map(View::key).toList(),
            split.testKeys(),
            leftOut(scene, split),
            ablations.stream().map(Ablation::key).toList(),
            backend,
            ablated);
    return new TrainingPlan(trainingScene(scene, views, folder), config, folder);
  }

  /**
   * Plans to go on with a run: all is as it was told when it began. What was learnt on OpenGL goes
   * on there if there is a graphics processor.
   *
   * @throws InputException if the run is of another scene, or its masks are gone
   */
  public static TrainingPlan goOn(OpenScene scene, RunFolder run) {
    RunConfig config = run.configFor(scene.gaussians());
    MaskFolder folder = open(scene, Path.of(config.masks()));
    List<View> views = new ArrayList<>();
    for (String key : config.trainingViews()) {
      View view = scene.folder().view(key);
      if (!folder.has(view)) {
        throw InputException.in(
            Path.of(config.masks()), "holds no masks of " + key + " any more; put them back");
      }
      views.add(view);
    }
    String backend =
        config.backend().equals(BackendChoice.GL) ? BackendChoice.AUTO : config.backend();
    return new TrainingPlan(trainingScene(scene, views, folder), config.onBackend(backend), folder);
  }

  /** The same on another backend. */
  public TrainingPlan onBackend(String backend) {
    return new TrainingPlan(scene, config.onBackend(backend), masks);
  }

  private static List<String> leftOut(OpenScene scene, ViewSplit split) {
    return scene.folder().views().stream()
        .filter(view -> !split.training().contains(view) && !split.test().contains(view))
        .map(View::key)
        .toList();
  }

  private static MaskFolder open(OpenScene scene, Path masks) {
    return MaskFolder.open(
        masks, scene.folder().requireViews(), AssignmentOptions.ALL, scene.folder());
  }

  private static TrainingScene trainingScene(OpenScene scene, List<View> views, MaskFolder folder) {
    return new TrainingScene(scene.gaussians(), scene.rasterizer(), views, folder);
  }

  /** The job that trains the run into its folder, with a choice of memory. */
  public TrainingJob job(RunFolder folder, Workers workers, MemoryChoice memory) {
    return new TrainingJob(scene, config, folder, workers, memory);
  }

  /** The job that trains the run into its folder. */
  public TrainingJob job(RunFolder folder, Workers workers) {
    return new TrainingJob(scene, config, folder, workers);
  }
}
