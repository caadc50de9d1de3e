package org.clickgaussian.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.evaluation.EvaluationTruth;
import org.clickgaussian.evaluation.LearntClusters;
import org.clickgaussian.evaluation.MethodChoice;
import org.clickgaussian.evaluation.PredictionWitness;
import org.clickgaussian.evaluation.SceneEvaluation;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Scores what a run learnt beside what can be had without learning: the ceiling of the splat,
 * lifting, segment voting and majority voting.
 *
 * @param scene the scene
 * @param learnt the run
 * @param clusters which of its clusters are scored
 * @param truth what is true
 */
public record RunEvaluation(
    OpenScene scene, LearntRun learnt, RunClusters clusters, EvaluationTruth truth) {

  /**
   * Which views are scored, and how.
   *
   * @param allViews all annotated views, not only those that the run held out; also where it held
   *     out none
   * @param reference key of the reference view wished for
   * @param sensitivity whether propagation is scored with other thresholds too
   */
  public record Options(boolean allViews, Optional<String> reference, boolean sensitivity) {
    /** Held-out views, each object's first view as its reference, the paper's thresholds. */
    public static final Options DEFAULT = new Options(false, Optional.empty(), false);
  }

  /** Scores the clusters that the training found. */
  public RunEvaluation(OpenScene scene, LearntRun learnt, EvaluationTruth truth) {
    this(
        scene,
        learnt,
        new RunClusters(EditedClusters.unedited(learnt.clusters()), Optional.empty()),
        truth);
  }

  /**
   * Runs all methods.
   *
   * @param name the scene's name, for tables
   * @throws org.clickgaussian.io.InputException if the truth annotates none of the views, or the
   *     run's masks are gone
   */
  public SceneScores run(String name, Options options, Workers workers, Progress progress) {
    return run(name, options, PredictionWitness.NONE, workers, progress);
  }

  /**
   * Runs all methods before a witness.
   *
   * @param name the scene's name, for tables
   * @param witness sees all predictions
   * @throws org.clickgaussian.io.InputException if the truth annotates none of the views, or the
   *     run's masks are gone
   */
  public SceneScores run(
      String name, Options options, PredictionWitness witness, Workers workers, Progress progress) {
    LearntClusters scored = new LearntClusters(learnt.field(), clusters.clusters());
    MaskFolder segments =
        MaskFolder.open(
            Path.of(learnt.config().masks()),
            scene.folder().requireViews(),
            AssignmentOptions.ALL,
            scene.folder());
    MethodChoice methods =
        new MethodChoice(truth, scene.gaussians().count())
            .withLearnt(scored, Thresholds.PAPER, workers)
            .withCeiling()
            .withBaselines(Optional.of(segments))
            .withMajorityVoting(
                views(learnt.config().trainingViews()),
                segments,
                scene.rasterizer(),
                progress.part(0, 0.3));
    if (options.sensitivity()) {
      methods.withSensitivity(scored, Thresholds.PAPER);
    }
    SceneScores scores =
        new SceneEvaluation(
                truth, scoredViews(options), scene.rasterizer(), Optional.of(scored), workers)
            .withWitness(witness)
            .run(name, methods.methods(), options.reference(), progress.part(0.3, 1));
    return clusters.note().map(scores::remarked).orElse(scores);
  }

  private List<View> scoredViews(Options options) {
    List<String> heldOut = learnt.config().testViews();
    return options.allViews() || heldOut.isEmpty() ? scene.folder().requireViews() : views(heldOut);
  }

  private List<View> views(List<String> keys) {
    return keys.stream().map(scene.folder()::view).toList();
  }
}
