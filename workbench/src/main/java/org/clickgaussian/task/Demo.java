package org.clickgaussian.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clickgaussian.evaluation.PlainTruth;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.MetricsLog;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunEvaluation;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.experiment.report.LossCharts;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.samples.SampleFolder;
import org.clickgaussian.samples.SampleSettings;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * The whole way on a small generated scene: sample, train, evaluate, click, and a page of pictures.
 * Smaller and shorter than a run in earnest, so that it is done within two minutes.
 */
public final class Demo {

  private final Path folder;
  private final Workers workers;

  /**
   * A demo.
   *
   * @param folder where everything goes: new, empty, or an earlier demo
   */
  public Demo(Path folder, Workers workers) {
    this.folder = folder;
    this.workers = workers;
  }

  /**
   * What a demo leaves.
   *
   * @param page the HTML page
   * @param scores of the run against the exact truth
   * @param clicks what the clicks selected
   */
  public record Result(Path page, SceneScores scores, List<DemoClick> clicks) {}

  /**
   * Walks the whole way; an earlier demo's training is gone on with, or kept when it was done.
   *
   * @throws InputException if the folder holds something else, or cannot be written
   */
  public Result run(Progress progress) {
    requireOurs();
    Path sceneFolder = folder.resolve("scene");
    SampleFolder.create(sceneFolder, SampleSettings.SMALL, workers, progress.part(0, 0.15));
    RunFolder run = new RunFolder(folder.resolve("run"));
    try (OpenScene scene = OpenScene.open(sceneFolder, workers, progress.part(0.15, 0.16))) {
      RunSummary summary = train(scene, sceneFolder, run, progress.part(0.16, 0.7));
      progress.update(0.7, "reading the run");
      try (LearntRun learnt = LearntRun.of(run.path(), scene.gaussians())) {
        PlainTruth truth = PlainTruth.open(sceneFolder.resolve("clickgaussian/truth/exact"));
        SceneScores scores =
            new RunEvaluation(scene, learnt, truth)
                .run("demo", RunEvaluation.Options.DEFAULT, workers, progress.part(0.7, 0.9));
        View view = scene.folder().view(learnt.config().testViews().getFirst());
        DemoPictures pictures =
            new DemoPictures(scene, learnt, truth, view, folder.resolve("pictures"), workers);
        pictures.paint(progress.part(0.9, 0.99));
        List<String> charts = LossCharts.of(MetricsLog.read(run.metrics()));
        Path page = folder.resolve("index.html");
        new DemoPage(summary, scores, pictures, charts).write(page);
        return new Result(page, scores, pictures.clicks());
      }
    }
  }

  private RunSummary train(OpenScene scene, Path sceneFolder, RunFolder run, Progress progress) {
    Path masks = sceneFolder.resolve("clickgaussian/masks/simulated");
    return QuickTraining.plan(scene, sceneFolder, masks, run).job(run, workers).run(true, progress);
  }

  /** A folder with content is ours only if an earlier demo's scene lies in it. */
  private void requireOurs() {
    if (!Files.isDirectory(folder) || Files.exists(folder.resolve("scene/clickgaussian"))) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw InputException.in(folder, "holds something that is no demo; name a new folder");
      }
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }
}
