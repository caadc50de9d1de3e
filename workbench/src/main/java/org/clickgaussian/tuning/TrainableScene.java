package org.clickgaussian.tuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.RunStore;
import org.clickgaussian.io.InputException;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.text.Texts;

/**
 * What lies around a scene that trainings need.
 *
 * @param scene the scene's folder
 * @param masks its mask sets
 * @param runs its runs, but for broken ones
 */
record TrainableScene(Path scene, List<Path> masks, List<RunRecord> runs) {
  /** No scene. */
  static final TrainableScene NONE = new TrainableScene(Path.of(""), List.of(), List.of());

  private static final Texts TEXTS = Texts.of("tuning");
  private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*");

  /** Looks around a scene. */
  static TrainableScene look(Path path, RunStore store) {
    ProjectContent content = ProjectContent.of(path);
    List<RunRecord> runs =
        content.runs().stream()
            .map(entry -> store.read(entry.folder()))
            .filter(run -> run.state() != RunRecord.State.BROKEN)
            .toList();
    return new TrainableScene(
        content.scene(), content.masks().stream().map(FolderEntry::folder).toList(), runs);
  }

  /** The folder of a run. */
  Path run(String name) {
    return scene.resolve(ProjectContent.FOLDER).resolve("runs").resolve(name);
  }

  /**
   * Whether a name is free for a new run.
   *
   * @param queued whether a run of this name waits in the queue
   */
  boolean isFree(String name, Predicate<String> queued) {
    return !name.isEmpty() && !Files.exists(run(name)) && !queued.test(name);
  }

  /** A free name of the form "run-1". */
  String freeName(Predicate<String> queued) {
    return first(number -> TEXTS.get("run.name", Integer.toString(number)), queued);
  }

  /** A free name for a branch of a run. */
  String branchName(String of, Predicate<String> queued) {
    return first(number -> of + "-" + number, queued);
  }

  private String first(IntFunction<String> names, Predicate<String> queued) {
    int number = 1;
    while (!isFree(names.apply(number), queued)) {
      number++;
    }
    return names.apply(number);
  }

  /**
   * Refuses a name that cannot be that of a new run.
   *
   * @throws InputException if it is no file's name, or taken
   */
  void requireFree(String name, Predicate<String> queued) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new InputException(TEXTS.get("problem.name", name));
    }
    if (!isFree(name, queued)) {
      throw new InputException(TEXTS.get("problem.taken", name));
    }
  }
}
