package org.clickgaussian.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.EvaluationTruth;
import org.clickgaussian.evaluation.PicturePainting;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.evaluation.PredictionWitness;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreFiles;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Scores a run against truth on disk and keeps the scores in the run's report folder.
 *
 * @param run the run
 * @param truth the folder of the truth
 * @param protocol how it lies there
 * @param computedClusters whether edits of the clusters are left out
 * @param options which views are scored, and how
 * @param pictureMethod the method whose predictions are painted; empty for no pictures
 */
public record EvaluationJob(
    RunFolder run,
    Path truth,
    TruthProtocol protocol,
    boolean computedClusters,
    RunEvaluation.Options options,
    Optional<String> pictureMethod) {

  /**
   * What came out.
   *
   * @param scores also in {@code scores.json} and {@code scores.csv}
   * @param pictures how many views and levels were painted
   */
  public record Result(SceneScores scores, int pictures) {}

  /** Where the scores are kept. */
  public Path scoresFile() {
    return run.report().resolve("scores.json");
  }

  /**
   * Scores the run.
   *
   * @param scene the scene; only read
   * @param path where it lies, for its name
   * @throws org.clickgaussian.io.InputException if the run is of another scene, or the truth is
   *     none of its views
   */
  public Result run(OpenScene scene, Path path, Workers workers, Progress progress) {
    try (LearntRun learnt = LearntRun.of(run.path(), scene.gaussians())) {
      List<View> all = scene.folder().requireViews();
      EvaluationTruth known = protocol.open(truth, all.stream().map(View::key).toList());
      Optional<PicturePainting> painting =
          pictureMethod.map(
              method -> new PicturePainting(PredictionPictures.folder(run.report()), method));
      PredictionWitness witness =
          painting.<PredictionWitness>map(each -> each).orElse(PredictionWitness.NONE);
      SceneScores scores =
          new RunEvaluation(
                  scene, learnt, RunClusters.of(run.path(), learnt, computedClusters), known)
              .run(String.valueOf(path.getFileName()), options, witness, workers, progress);
      ScoreFiles.writeJson(scoresFile(), List.of(scores));
      ScoreFiles.writeCsv(run.report().resolve("scores.csv"), List.of(scores));
      return new Result(scores, painting.map(PicturePainting::written).orElse(0));
    }
  }
}
