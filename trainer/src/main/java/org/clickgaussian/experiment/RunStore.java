package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreReader;
import org.clickgaussian.experiment.RunRecord.State;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.training.Checkpoint;

/**
 * Looks at runs on disk. Files are read again only when they changed, so that looking often costs
 * little; a run that cannot be read is listed as broken and hides no other. May be used by several
 * threads.
 */
public final class RunStore {
  private static final Path RUNS_OF_A_SCENE = Path.of("clickgaussian", "runs");
  private static final List<String> MARKS_OF_A_RUN =
      List.of("config.json", "metrics.csv", "features.safetensors", "checkpoint", ".training");

  private final RememberedFiles<RunConfig> configs = new RememberedFiles<>(RunConfig::read);
  private final RememberedFiles<Optional<MetricsRow>> metrics =
      new RememberedFiles<>(MetricsEnd::of);
  private final RememberedFiles<Integer> checkpoints = new RememberedFiles<>(Checkpoint::iteration);
  private final RememberedFiles<SettingChanges> changes =
      new RememberedFiles<>(SettingChanges::read);
  private final RememberedFiles<List<SceneScores>> scores =
      new RememberedFiles<>(ScoreReader::read);

  /**
   * The runs at a place, sorted by name.
   *
   * @param place a scene (its {@code clickgaussian/runs}), a folder of runs, or one run
   * @return nothing where there are none
   * @throws InputException if there is no such folder, or it cannot be listed
   */
  public List<RunRecord> list(Path place) {
    if (!Files.isDirectory(place)) {
      throw InputException.in(place, "is no folder; give a scene, a folder of runs or a run");
    }
    Path ofScene = place.resolve(RUNS_OF_A_SCENE);
    List<Path> folders;
    if (looksLikeRun(place)) {
      folders = List.of(place);
    } else if (Files.isDirectory(ofScene)) {
      folders = foldersIn(ofScene);
    } else {
      folders = foldersIn(place).stream().filter(RunStore::looksLikeRun).toList();
    }
    return folders.stream().map(this::read).toList();
  }

  /** Whether a folder holds any of a run's files. */
  public static boolean looksLikeRun(Path folder) {
    return MARKS_OF_A_RUN.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
  }

  private static List<Path> foldersIn(Path place) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(place, Files::isDirectory)) {
      stream.forEach(
          folder -> {
            if (!folder.getFileName().toString().startsWith(".")) {
              folders.add(folder);
            }
          });
    } catch (IOException e) {
      throw InputException.in(place, "cannot be listed: " + AtomicFile.reason(e), e);
    }
    folders.sort(Comparator.naturalOrder());
    return folders;
  }

  /** A run as it stands now; broken rather than a failure where its files cannot be used. */
  public synchronized RunRecord read(Path folder) {
    RunFolder run = new RunFolder(folder);
    RememberedFiles.Content<RunConfig> config = configs.of(run.config());
    RememberedFiles.Content<Optional<MetricsRow>> last = metrics.of(run.metrics());
    RememberedFiles.Content<Integer> checkpoint = checkpoints.of(run.checkpoint());
    RememberedFiles.Content<SettingChanges> changed = changes.of(run.changes());
    RememberedFiles.Content<List<SceneScores>> scored =
        scores.of(run.report().resolve("scores.json"));
    boolean finished = Files.exists(run.features()) && Files.exists(run.clusters());
    State state = State.BROKEN;
    String problem = config.problem();
    if (config.value().isEmpty()) {
      problem = problem.isEmpty() ? run.config() + ": is missing; the run cannot be used" : problem;
    } else if (run.isHeld()) {
      state = State.TRAINING;
    } else if (finished) {
      state = State.FINISHED;
    } else if (checkpoint.problem().isEmpty()) {
      state = State.STOPPED;
    } else {
      problem = checkpoint.problem();
    }
    Optional<MetricsRow> row = last.value().flatMap(found -> found);
    int measured = row.map(MetricsRow::iteration).orElse(0);
    List<String> warnings = new ArrayList<>();
    for (String odd : List.of(last.problem(), changed.problem(), scored.problem())) {
      if (!odd.isEmpty()) {
        warnings.add(odd);
      }
    }
    return new RunRecord(
        folder,
        state,
        state == State.BROKEN ? problem : "",
        config.value(),
        state == State.STOPPED ? checkpoint.value().orElse(0) : measured,
        row,
        changed.value().orElse(SettingChanges.NONE),
        scored.value().stream().flatMap(List::stream).findFirst(),
        modified(run),
        warnings);
  }

  private static long modified(RunFolder run) {
    long latest = 0;
    for (Path file :
        List.of(run.path(), run.config(), run.metrics(), run.features(), run.checkpoint())) {
      // 0 where there is no such file.
      latest = Math.max(latest, file.toFile().lastModified());
    }
    return latest;
  }
}
