package org.clickgaussian.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Generates a sample scene into a folder, which appears when it is complete: everything is written
 * to a hidden folder beside it that is then moved into place. When the work fails or is cancelled,
 * the hidden folder is deleted and what was there before stays.
 */
public final class SampleFolder {
  private static final Path HERE = Path.of("");

  /** What a sample's folders hold; anything else was put there by somebody. */
  private static final Map<Path, Set<String>> CONTENT =
      Map.of(
          HERE,
          Set.of("point_cloud", "cameras.json", "sparse", "images", "clickgaussian"),
          Path.of("clickgaussian"),
          Set.of("sample.json", "masks", "truth"),
          Path.of("clickgaussian", "masks"),
          Set.of("simulated"),
          Path.of("clickgaussian", "truth"),
          Set.of("exact"));

  /**
   * What a sample folder holds.
   *
   * @param folder where it is
   * @param settings what it was generated from
   * @param objects the number of labels at the coarse level
   * @param parts the number of labels at the fine level
   * @param kept whether it was there already
   */
  public record Summary(
      Path folder, SampleSettings settings, int objects, int parts, boolean kept) {}

  private SampleFolder() {}

  /**
   * Generates a scene into a folder; see {@link SampleSceneWriter} for the files.
   *
   * <p>The folder may be absent, empty, or hold an earlier sample, known by its {@code
   * clickgaussian/sample.json}, which is replaced. An earlier sample to which something was added,
   * such as runs, is kept as it is if it has the same settings, and refused otherwise.
   *
   * @throws InputException if the folder holds something else, or cannot be written
   * @throws org.clickgaussian.work.CancelledException if the progress says so
   */
  public static Summary create(
      Path folder, SampleSettings settings, Workers workers, Progress progress) {
    Path target = folder.toAbsolutePath().normalize();
    SampleLabels labels = SampleLabels.of(SampleFurniture.place(settings.seed()));
    boolean keep = mustKeep(target, settings);
    if (!keep) {
      generate(target, settings, workers, progress);
    }
    return new Summary(folder, settings, labels.objects().size(), labels.parts().size(), keep);
  }

  /** Whether there is an earlier sample with additions; fails where the folder is not for us. */
  private static boolean mustKeep(Path target, SampleSettings settings) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Files.isDirectory(target)) {
      throw InputException.in(target, "is a file; name a folder for the sample scene");
    }
    if (list(target).isEmpty()) {
      return false;
    }
    if (!SampleMarker.isIn(target)) {
      throw InputException.in(
          target, "holds something that is no sample scene; name a new or empty folder");
    }
    Optional<SampleSettings> earlier = SampleMarker.read(target);
    Optional<Path> addition = addition(target);
    if (addition.isPresent() && !earlier.equals(Optional.of(settings))) {
      throw InputException.in(
          target,
          "holds a sample scene with other settings and %s, which is not part of it; move that away"
                  .formatted(addition.get())
              + " or name another folder");
    }
    return addition.isPresent();
  }

  /** Something in an earlier sample that the generator did not write. */
  private static Optional<Path> addition(Path target) {
    for (Map.Entry<Path, Set<String>> known : CONTENT.entrySet()) {
      Path folder = target.resolve(known.getKey());
      for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
        if (!known.getValue().contains(file.getFileName().toString())) {
          return Optional.of(target.relativize(file));
        }
      }
    }
    return Optional.empty();
  }

  private static void generate(
      Path target, SampleSettings settings, Workers workers, Progress progress) {
    String marker = "." + target.getFileName() + "." + ProcessHandle.current().pid();
    Path unfinished = target.resolveSibling(marker + ".part");
    Path replaced = target.resolveSibling(marker + ".old");
    try {
      Files.createDirectories(target.getParent());
      Files.createDirectory(unfinished);
      try (SampleScene sample = SampleScene.generate(settings, workers, progress.part(0, 0.2))) {
        SampleSceneWriter.write(sample, unfinished, workers, progress.part(0.2, 1));
        exchange(unfinished, target, replaced);
      } finally {
        delete(unfinished);
      }
      delete(replaced);
    } catch (IOException e) {
      throw InputException.in(target, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  private static void exchange(Path unfinished, Path target, Path replaced) throws IOException {
    boolean earlier = Files.exists(target);
    if (earlier) {
      Files.move(target, replaced);
    }
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (earlier) {
        Files.move(replaced, target);
      }
      throw e;
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
