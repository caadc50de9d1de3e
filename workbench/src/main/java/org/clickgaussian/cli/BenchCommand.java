package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.io.InputException;
import org.clickgaussian.sam.ModelCatalog;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.task.ClickBenchmark;
import org.clickgaussian.task.CurveBenchmark;
import org.clickgaussian.task.GpuBenchmark;
import org.clickgaussian.task.MaskBenchmark;
import org.clickgaussian.task.Measurement;
import org.clickgaussian.task.SceneBenchmark;
import org.clickgaussian.task.SortBenchmark;
import org.clickgaussian.task.TrainingBenchmark;
import org.clickgaussian.task.UiBenchmark;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures speed on this machine. */
@Command(
    name = "bench",
    header = "Measure reading, rendering, clicks and training on this machine.",
    description = {
      "Medians after a warm-up. Nothing else should run meanwhile. Nothing is written.",
      "On a graphics processor (--backend) sorting is measured too, without a scene nothing else.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian bench garden",
      "  clickgaussian bench garden --run garden/run --masks garden/masks --json",
      "  clickgaussian bench garden --run garden/run --ui",
      "  clickgaussian bench garden --make-masks",
      "  clickgaussian bench --curves",
      "  clickgaussian bench --backend gl",
      "  clickgaussian bench garden --masks garden/masks --backend gl"
    })
final class BenchCommand extends JobCommand {

  @Mixin private SceneIfAny scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder of a trained run: measures clicks too.")
  private Path run;

  @Option(
      names = "--masks",
      paramLabel = "DIR",
      description = "Masks of the scene: measures iterations of training too.")
  private Path masks;

  @Option(
      names = "--ui",
      description =
          "Measure what the window does instead: from the pointer to the selection in the picture,"
              + " previews, frames of every mode. Needs --run.")
  private boolean ui;

  @Option(
      names = "--curves",
      description = "Measure drawing the curves of twenty long runs instead. Needs no scene.")
  private boolean curves;

  @Option(
      names = "--make-masks",
      paramLabel = "MODEL",
      arity = "0..1",
      fallbackValue = ModelCatalog.DEFAULT,
      description =
          "Measure instead how long it takes to make masks of the scene's first photo, by the size"
              + " of the grid. Without a name: ${FALLBACK-VALUE}.")
  private String maskModel;

  @Mixin private BackendOption backend;
  @Mixin private GpuMemoryOption gpuMemory;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Pairs of a key and a value that a graphics processor sorts. Default: 8388608, on a"
              + " driver that computes on the processor 262144.")
  private Integer pairs;

  @Override
  Answer run(Job job) throws IOException {
    int threads = job.workers().threads();
    if (curves) {
      return answer(new CurveBenchmark().run(job.progress()), threads);
    }
    if (maskModel != null) {
      requireScene();
      return answer(makingMasks(job), threads);
    }
    if (pairs != null && pairs < 1) {
      throw wrongUsage("--pairs must be at least 1, not " + pairs);
    }
    try (RenderingDevice device = backend.open(job, gpuMemory)) {
      Optional<GlContext> graphics = device.context();
      if (graphics.isEmpty() || ui) {
        requireScene();
      }
      if (ui) {
        return answer(window(job, device), threads);
      }
      if (graphics.isEmpty()) {
        return answer(measured(job), threads);
      }
      String name = graphics.get().report().renderer();
      return answer(measured(job, device, graphics.get()), threads)
          .line("device: %s", name)
          .value("device", name);
    }
  }

  private void requireScene() {
    if (scene.path() == null) {
      throw wrongUsage("Missing required parameter: 'SCENE'");
    }
  }

  /** What a graphics processor does: sorting, and of a scene frames, clicks and iterations. */
  private List<Measurement> measured(Job job, RenderingDevice device, GlContext context) {
    Progress progress = job.progress();
    int sorted = pairs == null ? SortBenchmark.usualPairs(context) : pairs;
    List<Measurement> found =
        new ArrayList<>(new SortBenchmark(context, sorted).run(progress.part(0, 0.1)));
    if (scene.path() == null) {
      return found;
    }
    try (OpenScene opened = scene.open(job, progress.part(0.1, 0.2))) {
      found.addAll(
          new GpuBenchmark(opened, context, job.workers()).frames(progress.part(0.2, 0.5)));
      if (masks != null) {
        TrainingBenchmark training =
            new TrainingBenchmark(opened, masks, BackendChoice.GL, job.workers());
        found.addAll(
            (context.report().isSoftware() ? training.shortened() : training)
                .iterations(progress.part(0.5, 0.8)));
      }
    }
    if (run != null) {
      Progress rest = progress.part(0.8, 1);
      try (SceneDocument document = document(job, device, rest.part(0, 0.2))) {
        found.addAll(new UiBenchmark(document).clicks(rest.part(0.2, 1)));
      }
    }
    return found;
  }

  private List<Measurement> makingMasks(Job job) {
    SceneFolder folder = SceneFolder.open(scene.path());
    Path photo =
        folder.requireViews().stream()
            .flatMap(view -> folder.photoFile(view).stream())
            .findFirst()
            .orElseThrow(() -> InputException.in(scene.path(), "has no photo to make masks of"));
    return new MaskBenchmark(maskModel, photo, job.workers()).run(job.progress());
  }

  private List<Measurement> window(Job job, RenderingDevice device) {
    if (run == null) {
      throw wrongUsage("Missing required option: '--run=DIR'");
    }
    Progress progress = job.progress();
    try (SceneDocument document = document(job, device, progress.part(0, 0.1))) {
      return new UiBenchmark(document).run(progress.part(0.1, 1));
    }
  }

  /** The scene with its run; the caller closes it, before the device. */
  private SceneDocument document(Job job, RenderingDevice device, Progress progress) {
    SceneDocument document =
        SceneDocument.open(scene.path(), device, job.workers(), progress.part(0, 0.5));
    try {
      document.useRun(
          RunSession.open(run, document.original(), job.workers(), progress.part(0.5, 1)));
    } catch (RuntimeException | Error e) {
      document.close();
      throw e;
    }
    return document;
  }

  private List<Measurement> measured(Job job) {
    List<Measurement> found = new ArrayList<>();
    Progress progress = job.progress();
    try (OpenScene opened = scene.open(job, progress.part(0, 0.05))) {
      SceneBenchmark rendering = new SceneBenchmark(opened, job.workers());
      found.add(rendering.reading(progress.part(0.05, 0.15)));
      if (!opened.folder().views().isEmpty()) {
        found.addAll(rendering.rendering(progress.part(0.15, 0.4)));
      }
      if (run != null) {
        try (LearntRun learnt = LearntRun.of(run, opened.gaussians())) {
          found.addAll(
              new ClickBenchmark(opened, learnt, job.workers()).clicks(progress.part(0.4, 0.5)));
        }
      }
      if (masks != null) {
        found.addAll(
            new TrainingBenchmark(opened, masks, BackendChoice.CPU, job.workers())
                .iterations(progress.part(0.5, 1)));
      }
    }
    return found;
  }

  private static Answer answer(List<Measurement> found, int threads) throws IOException {
    Answer answer = new Answer();
    List<Map<String, Object>> values = new ArrayList<>();
    for (Measurement each : found) {
      answer.line("%-36s %10.4g %-12s %s", each.name(), each.value(), each.unit(), each.detail());
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("name", each.name());
      value.put("value", each.value());
      value.put("unit", each.unit());
      value.put("detail", each.detail());
      values.add(value);
    }
    answer.value("threads", threads).value("measurements", values);
    String memory = mostResidentMemory();
    if (!memory.isEmpty()) {
      answer.line("most resident memory of this process: %s", memory).value("vm_hwm", memory);
    }
    return answer;
  }

  /** VmHWM as Linux tells it, such as "512345 kB"; empty elsewhere. */
  private static String mostResidentMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return line.substring("VmHWM:".length()).strip();
      }
    }
    return "";
  }
}
