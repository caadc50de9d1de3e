package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.io.FolderFiles;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.SceneStatistics;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.LoadedSplat;
import org.clickgaussian.scene.format.SplatFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a scene folder holds. */
@Command(
    name = "info",
    header = "Say what a scene holds, or what the graphics processor can do.",
    description = {
      "Reads the splat, the cameras and the sizes of the photos, and names what is missing or odd.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian info garden",
      "  clickgaussian info garden/point_cloud/iteration_30000/point_cloud.ply",
      "  clickgaussian info garden --json | jq .splat.gaussians",
      "  clickgaussian info --gpu"
    })
final class InfoCommand extends JobCommand {

  @Mixin private SceneIfAny scene;

  @Spec private CommandSpec spec;

  @Option(
      names = "--gpu",
      description = "Say which device OpenGL computes on, and what it and its driver can do.")
  private boolean gpu;

  @Override
  Answer run(Job job) throws IOException {
    if (scene.path() == null && !gpu) {
      throw new ParameterException(spec.commandLine(), "give a SCENE, or --gpu, or both");
    }
    Answer answer = new Answer();
    if (gpu) {
      GpuAnswer.tell(answer);
    }
    return scene.path() == null ? answer : tellScene(answer, job);
  }

  private Answer tellScene(Answer answer, Job job) throws IOException {
    SceneFolder folder = SceneFolder.open(scene.path());
    answer.value("scene", scene.path().toString());
    List<String> warnings = new ArrayList<>(folder.warnings());
    if (folder.hasSplat()) {
      LoadedSplat splat = SplatFormats.read(folder.splatFile(), job.workers(), job.progress());
      warnings.addAll(splat.warnings());
      try (GaussianScene gaussians = splat.scene()) {
        tellSplat(answer, folder.splatFile(), splat);
      }
    } else {
      answer.line("splat      none");
      answer.value("splat", null);
    }
    tellViews(answer, folder);
    warnings.forEach(warning -> answer.line("warning    " + warning));
    return answer.value("warnings", warnings);
  }

  private static void tellSplat(Answer answer, Path file, LoadedSplat splat) throws IOException {
    SceneStatistics statistics = SceneStatistics.of(splat.scene());
    long bytes = bytes(file);
    answer.line("splat      %s", file);
    answer.line("format     %s, %.1f MB", splat.format(), bytes * 1e-6);
    answer.line(
        "Gaussians  %,d, harmonics of degree %d",
        statistics.count(), splat.scene().harmonicsDegree());
    double[] lower = statistics.lower();
    double[] upper = statistics.upper();
    answer.line(
        "extent     x %.2f … %.2f, y %.2f … %.2f, z %.2f … %.2f (98%% of them)",
        lower[0], upper[0], lower[1], upper[1], lower[2], upper[2]);
    answer.line(
        "median     opacity %.2f, largest scale %.4f",
        statistics.medianOpacity(), statistics.medianScale());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", file.toString());
    values.put("format", splat.format().name());
    values.put("bytes", bytes);
    values.put("rows", statistics.fileCount());
    values.put("gaussians", statistics.count());
    values.put("harmonics_degree", splat.scene().harmonicsDegree());
    values.put("lower", lower);
    values.put("upper", upper);
    values.put("median_opacity", statistics.medianOpacity());
    values.put("median_scale", statistics.medianScale());
    answer.value("splat", values);
  }

  /** Bytes of a splat's file; of a SOG in a folder those of the images, too. */
  private static long bytes(Path file) throws IOException {
    if (!SplatFormats.isSogMeta(file)) {
      return Files.size(file);
    }
    long bytes = 0;
    for (Path part : FolderFiles.below(file.toAbsolutePath().getParent())) {
      bytes += Files.size(part);
    }
    return bytes;
  }

  private static void tellViews(Answer answer, SceneFolder folder) {
    List<View> views = folder.views();
    String source = folder.cameraSource().map(Path::toString).orElse(null);
    long photos = views.stream().filter(folder::hasPhoto).count();
    long straightened = views.stream().filter(folder::isUndistorted).count();
    answer.line("cameras    %s", source == null ? "none" : source);
    if (!views.isEmpty()) {
      Camera first = views.getFirst().camera();
      answer.line(
          "views      %d, from %s to %s, the first %d × %d",
          views.size(),
          views.getFirst().key(),
          views.getLast().key(),
          first.width(),
          first.height());
      answer.line(
          "photos     %d of them%s",
          photos, straightened == 0 ? "" : ", " + straightened + " straightened when read");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("source", source);
    values.put("views", views.stream().map(View::key).toList());
    values.put("photos", photos);
    values.put("undistorted", straightened);
    answer.value("cameras", values);
  }
}
