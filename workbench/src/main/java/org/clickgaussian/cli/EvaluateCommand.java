package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.EvaluationTruth;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.PicturePainting;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.evaluation.PredictionWitness;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreFiles;
import org.clickgaussian.evaluation.ScoreTable;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunEvaluation;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.scene.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Scores a run against ground truth. */
@Command(
    name = "evaluate",
    header = "Score a run against ground truth.",
    description = {
      "Each object is shown in its reference view; label propagation and clicks find it in all"
          + " annotated views. Beside them stand the ceiling of the splat and baselines without"
          + " features. A missing prediction counts 0. The scores are also written to scores.json"
          + " and scores.csv in the run's report folder.",
      ""
    },
    footer = {
      "",
      "Layouts of --truth by --protocol:",
      "  plain      labels.json and a mask per view and label",
      "  lerf-mask  test_mask/<i>/<object>.png; cameras not in images_train are the test views",
      "  spin-nerf  one mask per view; the first is the reference",
      "",
      "Examples:",
      "  clickgaussian evaluate room --run room/run --truth room/clickgaussian/truth/exact",
      "  clickgaussian evaluate teatime --run run --truth teatime --protocol lerf-mask"
    })
final class EvaluateCommand extends JobCommand {

  @Mixin private SceneArgument scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      required = true,
      description = "Folder of a trained run.")
  private Path run;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the ground truth.")
  private Path truthFolder;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      defaultValue = "plain",
      converter = ProtocolConverter.class,
      description = "plain, lerf-mask or spin-nerf. Default: ${DEFAULT-VALUE}.")
  private TruthProtocol protocol;

  @Option(
      names = "--reference",
      paramLabel = "VIEW",
      description = "Reference view. Default: for each object the first that shows it.")
  private String reference;

  @Option(
      names = "--all-views",
      description = "Score all annotated views, not only those that the run held out.")
  private boolean allViews;

  @Option(
      names = "--sensitivity",
      description = "Also show how label propagation changes with its two thresholds.")
  private boolean sensitivity;

  @Option(
      names = "--pictures",
      description =
          "Also write pictures of the predictions over the truth to the run's report folder: all"
              + " views, and each object where it was found worst.")
  private boolean pictures;

  @Option(
      names = "--picture-method",
      paramLabel = "NAME",
      defaultValue = "propagation",
      description = "The method whose predictions are painted. Default: ${DEFAULT-VALUE}.")
  private String pictureMethod;

  /** Takes the protocols' names. */
  static final class ProtocolConverter implements ITypeConverter<TruthProtocol> {
    @Override
    public TruthProtocol convert(String value) {
      for (TruthProtocol protocol : TruthProtocol.values()) {
        if (protocol.key().equals(value)) {
          return protocol;
        }
      }
      throw new TypeConversionException("'" + value + "' is none of plain, lerf-mask, spin-nerf");
    }
  }

  @Override
  Answer run(Job job) throws IOException {
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.05));
        LearntRun learnt = LearntRun.of(run, opened.gaussians())) {
      List<View> all = opened.folder().requireViews();
      EvaluationTruth truth = protocol.open(truthFolder, all.stream().map(View::key).toList());
      RunEvaluation.Options options =
          new RunEvaluation.Options(allViews, Optional.ofNullable(reference), sensitivity);
      Path folder = PredictionPictures.folder(new RunFolder(run).report());
      PicturePainting painting = new PicturePainting(folder, pictureMethod);
      SceneScores scores =
          new RunEvaluation(opened, learnt, truth)
              .run(
                  String.valueOf(scene.path().getFileName()),
                  options,
                  pictures ? painting : PredictionWitness.NONE,
                  job.workers(),
                  job.progress().part(0.05, 1));
      scores.warnings().forEach(job.warnings());
      if (pictures && painting.written() == 0) {
        job.warnings()
            .accept(
                "there are no pictures: no method is called %s, but %s"
                    .formatted(pictureMethod, String.join(", ", scores.methods())));
      }
      Answer answer = answer(scores);
      return painting.written() == 0
          ? answer
          : answer.line("Pictures: %s", folder).value("pictures", folder.toString());
    }
  }

  private Answer answer(SceneScores scores) {
    Path report = new RunFolder(run).report();
    Path json = report.resolve("scores.json");
    ScoreFiles.writeJson(json, List.of(scores));
    ScoreFiles.writeCsv(report.resolve("scores.csv"), List.of(scores));
    Answer answer = new Answer();
    answer.line("Mean IoU (boundary: boundary IoU):").line("");
    ScoreTable.summary(scores).lines().forEach(line -> answer.line("%s", line));
    answer.line("").line("IoU of each object at its own level:").line("");
    ScoreTable.byObject(scores, Metric.IOU).lines().forEach(line -> answer.line("%s", line));
    answer.line("").line("All scores: %s", json);
    ScoreFiles.json(List.of(scores))
        .properties()
        .forEach(each -> answer.value(each.getKey(), each.getValue()));
    return answer.value("file", json.toString());
  }
}
