package org.clickgaussian.runs;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs that a person picked to be compared, shared by the table of runs, the curves and the
 * viewports side by side. Knows nothing of JavaFX. Used on the window's thread.
 */
public final class RunSelection {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private List<Path> runs = List.of();
  private Path baseline;

  /** The folders of the picked runs, absolute, each once, in the order of the table. */
  public List<Path> runs() {
    return runs;
  }

  /** The run that the others are measured against; one of {@link #runs()}. */
  public Optional<Path> baseline() {
    return Optional.ofNullable(baseline).filter(runs::contains);
  }

  /** Picks runs in place of those before; listeners hear of it if these are others. */
  public void pick(List<Path> folders) {
    List<Path> next =
        List.copyOf(
            new LinkedHashSet<>(
                folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList()));
    if (!next.equals(runs)) {
      runs = next;
      tell();
    }
  }

  /**
   * Makes a run the one to measure against, or none; kept while it is not picked, so that it is the
   * baseline again when it is.
   */
  public void pin(Optional<Path> folder) {
    Path next = folder.map(path -> path.toAbsolutePath().normalize()).orElse(null);
    if (!Optional.ofNullable(next).equals(Optional.ofNullable(baseline))) {
      baseline = next;
      tell();
    }
  }

  /** Runs a listener after every change from now on; run the result to stop that. */
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
