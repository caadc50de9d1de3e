package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.image.ImageDifference;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.splat.picture.Picture;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders views of a scene to image files. */
@Command(
    name = "render",
    header = "Render views of a scene as PNG files.",
    description = {
      "Where a view has a photo, --mode rgb also tells how near the render comes to it (PSNR)."
          + " Files are called NAME_MODE.png.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian render garden --view DSC01 --mode rgb,depth --out pictures",
      "  clickgaussian render garden --view test --run garden/run --mode clusters-fine --out"
          + " pictures",
      "  clickgaussian render garden --path orbit --mode rgb --out film",
      "  ffmpeg -i film/orbit_%%04d_rgb.png orbit.mp4"
    })
final class RenderCommand extends JobCommand {

  @Mixin private SceneArgument scene;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private ViewChoice choice;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      split = ",",
      defaultValue = "rgb",
      converter = RenderMode.Converter.class,
      description = {
        "What to show; several with commas. rgb, depth, alpha; with --run also pca-coarse, pca-fine"
            + " (features as colours), clusters-coarse, clusters-fine. Default: rgb."
      })
  private List<RenderMode> modes;

  @Option(names = "--run", paramLabel = "DIR", description = "Folder of a trained run.")
  private Path run;

  @Option(
      names = "--computed-clusters",
      description = "Show the clusters as they were trained, not as they were edited.")
  private boolean computedClusters;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "120",
      description = "Views on a --path. Default: ${DEFAULT-VALUE}.")
  private int frames;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the pictures go; made if it is not there.")
  private Path out;

  @Mixin private BackendOption backend;
  @Mixin private GpuMemoryOption gpuMemory;

  /** One picture on disk. */
  private record Rendered(
      String view, RenderMode mode, Path file, String legend, OptionalDouble psnr) {
    Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("view", view);
      values.put("mode", mode.key());
      values.put("file", file.toString());
      values.put("legend", legend);
      psnr.ifPresent(value -> values.put("psnr", Double.isFinite(value) ? value : null));
      return values;
    }
  }

  @Override
  Answer run(Job job) throws IOException {
    checkUsage();
    try (RenderingDevice device = backend.open(job, gpuMemory);
        OpenScene opened = scene.open(job, device, job.progress().part(0, 0.1));
        Painters painters =
            Painters.of(modes, run, computedClusters, opened.gaussians(), job.workers())) {
      SceneFolder folder = opened.folder();
      List<View> views = choice.views(folder, run, frames);
      List<Rendered> rendered = new ArrayList<>();
      Progress progress = job.progress().part(0.1, 1);
      for (int i = 0; i < views.size(); i++) {
        progress.update(
            i / (double) views.size(), "rendering view " + (i + 1) + " of " + views.size());
        try (SplattedView splatted = opened.rasterizer().splat(views.get(i).camera())) {
          for (RenderMode mode : modes) {
            rendered.add(save(folder, views.get(i), mode, painters.get(mode).paint(splatted)));
          }
        }
      }
      return answer(rendered);
    }
  }

  private void checkUsage() {
    if (frames < 1) {
      throw wrongUsage("--frames must be at least 1, not " + frames);
    }
    boolean modeNeedsRun = modes.stream().anyMatch(mode -> mode.level() != null);
    if (run == null && (modeNeedsRun || choice.needsRun())) {
      throw wrongUsage(
          "--run is missing: " + (modeNeedsRun ? "the mode" : "--view test") + " needs a run");
    }
  }

  private Rendered save(SceneFolder folder, View view, RenderMode mode, Picture picture) {
    Path file = out.resolve(view.key() + "_" + mode.key() + ".png");
    ImageFiles.writePng(file, picture.image());
    boolean compare =
        mode == RenderMode.RGB && folder.hasPhoto(view) && folder.view(view.key()).equals(view);
    OptionalDouble psnr =
        compare
            ? OptionalDouble.of(ImageDifference.psnr(picture.image(), folder.photo(view)))
            : OptionalDouble.empty();
    return new Rendered(view.key(), mode, file, picture.legend(), psnr);
  }

  private Answer answer(List<Rendered> rendered) {
    Answer answer = new Answer();
    for (Rendered each : rendered) {
      String psnr = each.psnr().isPresent() ? decibels(each.psnr().getAsDouble()) : each.legend();
      answer.line("%s  %s", each.file(), psnr);
    }
    OptionalDouble mean =
        rendered.stream()
            .filter(each -> each.psnr().isPresent())
            .mapToDouble(each -> each.psnr().getAsDouble())
            .average();
    mean.ifPresent(value -> answer.line("mean: %s", decibels(value)));
    answer.value("pictures", rendered.stream().map(Rendered::values).toList());
    answer.value("mean_psnr", mean.isPresent() ? (Double) mean.getAsDouble() : null);
    return answer;
  }

  private static String decibels(double psnr) {
    return Double.isInfinite(psnr) ? "the same as the photo" : "PSNR %.2f dB".formatted(psnr);
  }
}
