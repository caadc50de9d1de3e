package org.clickgaussian.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * Deletes runs so that they can be brought back: they are moved into a folder {@code trash} beside
 * the folder of the runs. Safe from several threads.
 */
final class RunTrash {
  private record Moved(Path from, Path to) {}

  private final Deque<Moved> moved = new ArrayDeque<>();

  /** Where the run that was deleted last and is still away was; empty if there is none. */
  synchronized Optional<Path> last() {
    return Optional.ofNullable(moved.peek()).map(Moved::from);
  }

  /** Where that run lies now. */
  synchronized Optional<Path> lastMoved() {
    return Optional.ofNullable(moved.peek()).map(Moved::to);
  }

  /**
   * Moves a run away.
   *
   * @return where it lies now
   * @throws InputException if a training holds it, or it cannot be moved
   */
  synchronized Path throwAway(Path run) {
    Path from = run.toAbsolutePath().normalize();
    if (new RunFolder(from).isHeld()) {
      throw InputException.in(run, "is being trained; stop the training before deleting the run");
    }
    Path trash = from.getParent().resolveSibling("trash");
    Path to = trash.resolve(from.getFileName());
    for (int i = 2; Files.exists(to); i++) {
      to = trash.resolve(from.getFileName() + "-" + i);
    }
    move(from, to);
    moved.push(new Moved(from, to));
    return to;
  }

  /**
   * Moves a run back to where it was.
   *
   * @param trashed where it lies now, as {@link #throwAway} said
   * @throws InputException if it was brought back already, another run lies there now, or it cannot
   *     be moved
   */
  synchronized Path bringBack(Path trashed) {
    Moved found =
        moved.stream()
            .filter(each -> each.to().equals(trashed))
            .findFirst()
            .orElseThrow(() -> InputException.in(trashed, "was brought back already"));
    if (Files.exists(found.from())) {
      throw InputException.in(
          found.from(), "is there again; rename it to bring the deleted run back");
    }
    move(found.to(), found.from());
    moved.remove(found);
    return found.from();
  }

  private static void move(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to);
    } catch (IOException e) {
      throw InputException.in(from, "cannot be moved to " + to + ": " + AtomicFile.reason(e), e);
    }
  }
}
