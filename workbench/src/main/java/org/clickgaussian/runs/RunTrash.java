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
 * the folder of the runs. Used by one thread at a time.
 */
final class RunTrash {
  private record Moved(Path from, Path to) {}

  private final Deque<Moved> moved = new ArrayDeque<>();

  /** The run that {@link #bringBack} would bring back. */
  Optional<Path> last() {
    return Optional.ofNullable(moved.peek()).map(Moved::from);
  }

  /**
   * Moves a run away.
   *
   * @return where it lies now
   * @throws InputException if a training holds it, or it cannot be moved
   */
  Path throwAway(Path run) {
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
   * Moves the run that was moved away last back to where it was.
   *
   * @throws InputException if another run lies there now, or it cannot be moved
   */
  Path bringBack() {
    Moved last = moved.peek();
    if (Files.exists(last.from())) {
      throw InputException.in(
          last.from(), "is there again; rename it to bring the deleted run back");
    }
    move(last.to(), last.from());
    moved.pop();
    return last.from();
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
