package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.experiment.RunSummary;
import org.clickgaussian.experiment.TrainingPlan;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.ViewSplit;
import org.clickgaussian.task.Durations;
import org.clickgaussian.training.Ablation;
import org.clickgaussian.training.BackendChoice;
import org.clickgaussian.training.ByteCount;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.MemoryForecast;
import org.clickgaussian.training.MemoryPlan;
import org.clickgaussian.training.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns the features of a scene from masks. */
@Command(
    name = "train",
    header = "Learn two-level features of a scene from masks of its photos.",
    description = {
      "Writes features.safetensors, clusters.json, metrics.csv and a TensorBoard event file into"
          + " the run's folder. A checkpoint is written at least every 200 iterations and on"
          + " Ctrl-C; --resume goes on from it, to the same result to the bit.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian train garden --masks garden/masks --run garden/run --hold-out 8",
      "  clickgaussian train garden --run garden/run --resume",
      "  clickgaussian train garden --masks garden/masks --run b --ablation no-gfl --set"
          + " pixels=4000",
      "",
      "Settings for --set (default) and what they mean:"
    },
    modelTransformer = SettingsInHelp.class)
final class TrainCommand extends JobCommand {

  @Mixin private SceneArgument scene;

  @Option(
      names = "--masks",
      paramLabel = "DIR",
      description =
          "Masks, one per photo: Segment Anything's JSON (amg.py) or PNG label maps. Needed unless"
              + " --resume finds a run.")
  private Path masks;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the run; made if it is not there.")
  private Path run;

  @ArgGroup private HoldOut holdOut = new HoldOut();

  /** Which views are kept out of training. */
  private static final class HoldOut {
    @Option(
        names = "--hold-out",
        paramLabel = "K",
        description =
            "Keep every K-th photo, by name, from the first, out of training: --view test.")
    private Integer every;

    @Option(
        names = "--test-views",
        paramLabel = "FILE",
        description = "Keep the photos named in a text file, one a line, out of training.")
    private Path file;

    ViewSplit split(List<View> views) {
      if (every != null) {
        return ViewSplit.holdOut(views, every);
      }
      return file != null ? ViewSplit.ofTestFile(views, file) : ViewSplit.none(views);
    }
  }

  @Option(
      names = "--leave-out",
      paramLabel = "VIEW",
      split = ",",
      description =
          "Do not learn from these photos, such as 'masks check' suggests, nor from those that were"
              + " ticked out in the window; stored in the run.")
  private List<String> leftOut = List.of();

  @Option(
      names = "--all-views",
      description = "Learn from photos all the same that were ticked out in the window.")
  private boolean allViews;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Iterations; short for --set iterations=N. Default: 3000.")
  private Integer iterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--resume",
      description =
          "Go on with the run in the folder as it was told when it began; begin where there is"
              + " none.")
  private boolean resume;

  @Option(
      names = "--ablation",
      paramLabel = "NAME",
      split = ",",
      description =
          "Take a part of the method away: no-gfl, no-prior, no-2d-norm, no-3d-norm, no-spatial.")
  private List<String> ablations = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Change a setting; may be given several times.")
  private Map<String, String> changes = Map.of();

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description =
          "What learns: auto (a graphics processor if there is one, else the processor), gl"
              + " (OpenGL, on whatever device there is), cpu, or reference (ND4J; slow, for"
              + " comparison). config.json tells which it was. Default: auto; with --resume the one"
              + " before.")
  private String backend;

  @Mixin private MemoryOptions memory;

  @Override
  Answer run(Job job) throws IOException {
    long began = System.nanoTime();
    RunFolder folder = new RunFolder(run);
    boolean goOn = resume && Files.exists(folder.config());
    if (!goOn && masks == null) {
      throw wrongUsage("Missing required option: '--masks=DIR'");
    }
    if (backend != null) {
      BackendChoice.requireKnown(backend);
    }
    TrainingSettings settings = settings();
    List<Ablation> takenAway = ablations.stream().map(Ablation::ofKey).toList();
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.02))) {
      TrainingPlan plan =
          goOn
              ? goOn(opened, folder)
              : TrainingPlan.begin(
                  opened,
                  scene.path(),
                  masks,
                  split(opened.folder().requireViews()),
                  settings,
                  takenAway,
                  backend == null ? BackendChoice.AUTO : backend);
      plan.masks().warnings().forEach(job.warnings());
      RunSummary summary =
          plan.job(folder, job.workers(), memory.choice())
              .run(resume, job.warnings(), job.progress().part(0.02, 1));
      return answer(plan, summary, (System.nanoTime() - began) * 1e-9);
    }
  }

  private TrainingPlan goOn(OpenScene opened, RunFolder folder) {
    TrainingPlan plan = TrainingPlan.goOn(opened, folder);
    return backend == null ? plan : plan.onBackend(backend);
  }

  private ViewSplit split(List<View> views) {
    LeftOutViews tickedOut = allViews ? LeftOutViews.NONE : LeftOutViews.read(masks);
    ViewSplit split = tickedOut.applyTo(holdOut.split(views));
    return leftOut.isEmpty() ? split : split.leavingOut(leftOut, "--leave-out");
  }

  private TrainingSettings settings() {
    TrainingSettings settings = TrainingSettings.defaults(seed);
    if (iterations != null) {
      settings = settings.with(Hyperparameter.ITERATIONS, iterations);
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      settings = settings.with(change.getKey(), change.getValue());
    }
    return settings;
  }

  private Answer answer(TrainingPlan plan, RunSummary summary, double seconds) {
    Answer answer = new Answer();
    MemoryForecast forecast = summary.forecast();
    answer.line("run        %s", run);
    answer.line(
        "views      %d learnt from, %d held out",
        plan.config().trainingViews().size(), plan.config().testViews().size());
    List<String> left = plan.config().leftOutViews();
    if (!left.isEmpty()) {
      answer.line("left out   %d: %s", left.size(), String.join(", ", left));
    }
    answer.line("learnt     %s", summary.learner());
    answer.line(
        "memory     %s forecast, %s; kept %s, recomputed %s",
        ByteCount.words(forecast.total()),
        forecast.plan().describe(),
        ByteCount.words(forecast.with(MemoryPlan.KEEP_ALL).total()),
        ByteCount.words(forecast.with(new MemoryPlan(false, true)).total()));
    answer.value("run", run.toString());
    answer.value("memory", forecast.plan().describe());
    answer.value("learner", summary.learner());
    answer.value("iterations", summary.iterations());
    answer.value("training_views", plan.config().trainingViews().size());
    answer.value("test_views", plan.config().testViews());
    answer.value("left_out_views", left);
    for (Level level : Level.values()) {
      int clusters = summary.clusters().level(level).count();
      double share = summary.assignment().shareAbove(level, 0.9);
      answer.line(
          "%-10s %d clusters, %.0f%% of the Gaussians above 0.9",
          level.key(), clusters, 100 * share);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("clusters", clusters);
      values.put("gaussians_above_threshold", share);
      answer.value(level.key(), values);
    }
    answer.line("time       %s", Durations.words(seconds));
    List<String> parts = new ArrayList<>();
    summary.stageSeconds().forEach((part, time) -> parts.add("%s %.1f s".formatted(part, time)));
    answer.line("  of it    %s", String.join(", ", parts));
    answer.value("seconds", seconds);
    answer.value("stage_seconds", summary.stageSeconds());
    return answer;
  }
}
