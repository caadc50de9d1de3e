package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.PredictionPictures;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreFiles;
import org.clickgaussian.evaluation.ScoreTable;
import org.clickgaussian.evaluation.TruthProtocol;
import org.clickgaussian.experiment.EvaluationJob;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunEvaluation;
import org.clickgaussian.experiment.RunFolder;
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
      names = "--computed-clusters",
      description = "Score the clusters as they were trained, not as they were edited.")
  private boolean computedClusters;

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
  Answer run(Job job) {
    EvaluationJob evaluation =
        new EvaluationJob(
            new RunFolder(run),
            truthFolder,
            protocol,
            computedClusters,
            new RunEvaluation.Options(allViews, Optional.ofNullable(reference), sensitivity),
            Optional.of(pictureMethod).filter(method -> pictures));
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.05))) {
      EvaluationJob.Result result =
          evaluation.run(opened, scene.path(), job.workers(), job.progress().part(0.05, 1));
      SceneScores scores = result.scores();
      scores.warnings().forEach(job.warnings());
      Answer answer = answer(scores, evaluation.scoresFile());
      if (pictures && result.pictures() == 0) {
        job.warnings()
            .accept(
                "there are no pictures: no method is called %s, but %s"
                    .formatted(pictureMethod, String.join(", ", scores.methods())));
      } else if (pictures) {
        Path folder = PredictionPictures.folder(new RunFolder(run).report());
        answer.line("Pictures: %s", folder).value("pictures", folder.toString());
      }
      return answer;
    }
  }

  private static Answer answer(SceneScores scores, Path json) {
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
