package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.mask.format.MaskImport;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings masks of other programs into a scene. */
@Command(
    name = "import",
    header = "Import masks that another program made.",
    description = {
      "What the source is, is told by its content: amg.py's JSON or its folders of PNG files with"
          + " metadata.csv, COCO instances, .npy label maps, folders of PNG masks per object"
          + " (IMAGE/OBJECT.png or OBJECT/IMAGE.png), Gaussian Grouping's object_mask, or label"
          + " maps as PNG. Images belong to the scene's photos by their names. Overlapping segments"
          + " become amg.py's JSON, label maps PNG.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian masks import instances.json --scene garden --out garden/masks",
      "  clickgaussian masks import figurines/object_mask --scene figurines --out masks"
    })
final class ImportMasksCommand extends JobCommand {

  @Parameters(paramLabel = "SOURCE", description = "File or folder of masks.")
  private Path source;

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      required = true,
      description = "Folder with cameras and photos; a splat is not needed.")
  private Path scene;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the masks; made if it is not there.")
  private Path out;

  @Override
  Answer run(Job job) {
    List<String> keys = SceneFolder.open(scene).requireViews().stream().map(View::key).toList();
    MaskImport done = MaskImport.run(source, keys, out, job.workers(), job.progress());
    if (!done.leftOver().isEmpty()) {
      job.warnings()
          .accept(
              "%d images of the source belong to no photo, such as %s"
                  .formatted(done.leftOver().size(), done.leftOver().getFirst()));
    }
    if (!done.withoutMasks().isEmpty()) {
      job.warnings()
          .accept(
              "%d photos have no masks, such as %s"
                  .formatted(done.withoutMasks().size(), done.withoutMasks().getFirst()));
    }
    return new Answer()
        .line("source     %s", done.kind())
        .line("masks      %s", out)
        .line("photos     %d, %,d segments", done.imported().size(), done.segments())
        .value("kind", done.kind())
        .value("masks", out.toString())
        .value("photos", done.imported())
        .value("without_masks", done.withoutMasks())
        .value("left_over", done.leftOver())
        .value("segments", done.segments());
  }
}
