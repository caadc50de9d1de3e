package org.clickgaussian.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * What lies around a scene.
 *
 * @param scene the scene's folder; of a single splat the folder in which it lies
 * @param present whether the scene is still there
 * @param siblings other scenes in the same folder, sorted
 * @param masks mask sets, sorted
 * @param runs runs, sorted
 * @param annotations annotated truth, sorted
 */
public record ProjectContent(
    Path scene,
    boolean present,
    List<Path> siblings,
    List<FolderEntry> masks,
    List<RunEntry> runs,
    List<FolderEntry> annotations) {
  /** The folder of a scene in which this program keeps its own. */
  public static final String FOLDER = "clickgaussian";

  private static final int MOST_SIBLINGS = 200;
  private static final List<String> MARKS_OF_A_SCENE =
      List.of("point_cloud", "sparse", "cameras.json", "transforms.json");

  /**
   * Looks around a scene.
   *
   * @param path the scene's folder or its splat
   * @throws InputException if a folder cannot be listed
   */
  public static ProjectContent of(Path path) {
    Path opened = path.toAbsolutePath().normalize();
    boolean present = Files.exists(opened);
    Path scene = Files.isRegularFile(opened) ? opened.getParent() : opened;
    Path own = scene.resolve(FOLDER);
    List<FolderEntry> masks = new ArrayList<>(folders(own.resolve("masks")));
    Path beside = scene.resolve("masks");
    if (Files.isDirectory(beside)) {
      masks.add(entry(beside));
    }
    return new ProjectContent(
        scene,
        present,
        siblings(scene),
        masks,
        list(own.resolve("runs")).stream()
            .filter(Files::isDirectory)
            .map(ProjectContent::run)
            .toList(),
        folders(own.resolve("truth")));
  }

  /** The finished run that was written last. */
  public Optional<RunEntry> newestFinishedRun() {
    return runs.stream()
        .filter(run -> run.state() == RunEntry.State.FINISHED)
        .max(Comparator.comparingLong(RunEntry::modified));
  }

  /** Whether a folder looks like a scene, without reading anything. */
  public static boolean looksLikeScene(Path folder) {
    return Files.isDirectory(folder)
        && MARKS_OF_A_SCENE.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)));
  }

  private static List<Path> siblings(Path scene) {
    Path parent = scene.getParent();
    return parent == null
        ? List.of()
        : list(parent).stream()
            .filter(other -> !other.equals(scene))
            .limit(MOST_SIBLINGS)
            .filter(ProjectContent::looksLikeScene)
            .toList();
  }

  private static RunEntry run(Path folder) {
    RunFolder run = new RunFolder(folder);
    boolean finished = Files.exists(run.features()) && Files.exists(run.clusters());
    return new RunEntry(folder, state(run, finished), modified(finished ? run.features() : folder));
  }

  private static RunEntry.State state(RunFolder run, boolean finished) {
    if (run.isHeld()) {
      return RunEntry.State.IN_TRAINING;
    }
    if (!Files.exists(run.config())) {
      return RunEntry.State.DAMAGED;
    }
    return finished ? RunEntry.State.FINISHED : RunEntry.State.UNFINISHED;
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw InputException.in(file, "cannot be looked at: " + AtomicFile.reason(e), e);
    }
  }

  private static List<FolderEntry> folders(Path parent) {
    return list(parent).stream().filter(Files::isDirectory).map(ProjectContent::entry).toList();
  }

  private static FolderEntry entry(Path folder) {
    return new FolderEntry(folder, list(folder).size());
  }

  /** What lies in a folder and is not hidden, sorted; nothing where there is no such folder. */
  private static List<Path> list(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        if (!path.getFileName().toString().startsWith(".")) {
          found.add(path);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }
}
