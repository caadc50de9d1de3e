package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.sam.MaskGeneratorSettings;
import org.clickgaussian.sam.MaskSetGeneration;
import org.clickgaussian.sam.ModelCatalog;
import org.clickgaussian.sam.ModelDescription;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.sam.SegmentAnything;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.task.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes masks with Segment Anything. */
@Command(
    name = "generate",
    header = "Make masks of a scene's photos with Segment Anything.",
    description = {
      "Asks the model at a grid of points in every photo, filters what it answers, and writes the"
          + " segments of each photo as Segment Anything's own amg.py does. The photos are done one"
          + " by one: after Ctrl-C or a kill the same command goes on with the next.",
      ""
    },
    footer = {
      "",
      "The model's files must be in the models folder: 'clickgaussian models list' tells which and"
          + " where. MobileSAM takes 40 to 70 ms a point and core: with a grid of 32 and 2 cores"
          + " about half a minute a photo.",
      "",
      "Examples:",
      "  clickgaussian masks generate garden",
      "  clickgaussian masks generate garden --points-per-side 16 --out quick",
      "  clickgaussian masks generate garden --pred-iou-thresh 0.78 --stability-score-thresh 0.85",
      "  clickgaussian train garden --masks garden/clickgaussian/masks/mobile-sam --run garden/run"
    })
final class GenerateMasksCommand extends JobCommand {

  @Parameters(
      paramLabel = "SCENE",
      description = "Folder with cameras and photos; a splat is not needed.")
  private Path scene;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = ModelCatalog.DEFAULT,
      description = "The model; 'models list' names them. Default: ${DEFAULT-VALUE}.")
  private String modelName;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the masks. Default: SCENE/clickgaussian/masks/MODEL.")
  private Path out;

  @Option(
      names = "--view",
      paramLabel = "NAME",
      split = ",",
      description = "Only these photos. Default: all.")
  private List<String> viewNames = List.of();

  @Option(
      names = "--start-again",
      description = "Make masks again that are in the folder, however they were made.")
  private boolean startAgain;

  @Mixin private MaskGenerationOptions options;

  @Override
  Answer run(Job job) {
    MaskGeneratorSettings settings = options.settings();
    SceneFolder folder = SceneFolder.open(scene);
    folder.warnings().forEach(job.warnings());
    List<View> views =
        viewNames.isEmpty()
            ? folder.requireViews()
            : viewNames.stream().map(folder::view).distinct().toList();
    ModelsFolder models = ModelsFolder.ofUser();
    ModelDescription description = models.catalog().model(modelName);
    Path target =
        out == null
            ? folder.folder().resolve("clickgaussian").resolve("masks").resolve(modelName)
            : out;
    job.progress().update(0, "opening the model " + modelName);
    try (SegmentAnything model =
        SegmentAnything.open(description, models, job.workers().threads())) {
      MaskSetGeneration.Summary summary =
          new MaskSetGeneration(folder, model, settings, target)
              .run(
                  views,
                  startAgain,
                  job.workers(),
                  job.progress(),
                  MaskSetGeneration.Listener.NONE);
      return answer(target, summary);
    }
  }

  private Answer answer(Path target, MaskSetGeneration.Summary summary) {
    Answer answer = new Answer();
    answer.line("masks      %s", target);
    answer.line(
        "photos     %d%s",
        summary.made(),
        summary.kept() == 0 ? "" : ", and %d done before".formatted(summary.kept()));
    if (summary.made() > 0) {
      answer.line("segments   %.0f a photo", (double) summary.segments() / summary.made());
      answer.line(
          "time       %s, %.1f s a photo (%.1f s of it the encoder)",
          Durations.words(summary.seconds()),
          summary.seconds() / summary.made(),
          summary.encoderSeconds() / summary.made());
    }
    return answer
        .value("masks", target.toString())
        .value("model", modelName)
        .value("photos", summary.made())
        .value("photos_done_before", summary.kept())
        .value("segments", summary.segments())
        .value("seconds", summary.seconds())
        .value("encoder_seconds", summary.encoderSeconds());
  }
}
