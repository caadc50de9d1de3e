package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clickgaussian.evaluation.ObjectScore;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreFiles;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.evaluation.ViewScore;
import org.clickgaussian.mask.Level;
import org.clickgaussian.training.Hyperparameter;
import org.clickgaussian.training.TrainingSettings;

/** Small synthetic run folders, without anything learnt. */
public final class RunFolders {
  public static final TruthObject CUP = new TruthObject("cup", Level.COARSE);
  public static final TruthObject HANDLE = new TruthObject("cup.handle", Level.FINE);

  private static final SceneFingerprint PRINT = new SceneFingerprint(100, "00c0ffee");

  private final Path parent;

  /** Makes runs in a folder. */
  public RunFolders(Path parent) {
    this.parent = parent;
  }

  /** A finished run: 20 iterations, the loss falls from 20/seed-dependent numbers to 1. */
  public RunFolder finished(String name, long seed, Map<Hyperparameter, Double> changed)
      throws IOException {
    return finished(name, seed, changed, PRINT);
  }

  /** A finished run of any scene. */
  public RunFolder finished(
      String name, long seed, Map<Hyperparameter, Double> changed, SceneFingerprint print)
      throws IOException {
    RunFolder run = begun(name, seed, changed, print);
    StringBuilder metrics = new StringBuilder("iteration,seconds,loss/total,gfl/assigned-fine\n");
    for (int i = 1; i <= 20; i++) {
      metrics.append(i).append(',').append(0.5 * i).append(',').append(21 - i + 0.1 * seed);
      metrics.append(',').append(i < 10 ? "NaN" : "0.5").append('\n');
    }
    Files.writeString(run.metrics(), metrics);
    Files.writeString(run.features(), "");
    Files.writeString(run.clusters(), "");
    return run;
  }

  /** A run that was told something and measured nothing yet. */
  public RunFolder begun(
      String name, long seed, Map<Hyperparameter, Double> changed, SceneFingerprint print)
      throws IOException {
    RunFolder run = new RunFolder(parent.resolve(name));
    Files.createDirectories(run.path());
    TrainingSettings settings = TrainingSettings.defaults(seed).with(Hyperparameter.ITERATIONS, 20);
    for (Map.Entry<Hyperparameter, Double> each : changed.entrySet()) {
      settings = settings.with(each.getKey(), each.getValue());
    }
    new RunConfig(
            "/scenes/room",
            print,
            "/scenes/room/masks",
            List.of("a", "b", "c"),
            List.of("d"),
            List.of(),
            "cpu",
            settings)
        .write(run.config());
    return run;
  }

  /** Gives a run scores: of the cup in views d and e, of its handle in view d. */
  public static void score(RunFolder run, double cupD, double cupE, double handle) {
    List<ObjectScore> scores = new ArrayList<>();
    for (String method : List.of("propagation", "click")) {
      double less = method.equals("click") ? 0.1 : 0;
      scores.add(
          new ObjectScore(
              method,
              CUP,
              Level.COARSE,
              "d",
              List.of(
                  new ViewScore("d", true, true, cupD - less, 0.5),
                  new ViewScore("e", false, true, cupE - less, 0.4)),
              0));
      scores.add(
          new ObjectScore(
              method,
              HANDLE,
              Level.FINE,
              "d",
              List.of(new ViewScore("d", true, true, handle - less, 0.3)),
              Double.NaN));
    }
    ScoreFiles.writeJson(
        run.report().resolve("scores.json"),
        List.of(new SceneScores("room", "plain", scores, List.of())));
  }
}
