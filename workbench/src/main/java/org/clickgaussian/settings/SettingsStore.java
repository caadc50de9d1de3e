package org.clickgaussian.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.clickgaussian.io.InputException;
import org.clickgaussian.task.LatestRequest;

/**
 * The settings that hold now, and their file: a change is written soon, beside the window. Changed
 * on one thread.
 */
public final class SettingsStore implements AutoCloseable {
  private final SettingsFile file;
  private final Consumer<String> warnings;
  private final LatestRequest<Settings> writer;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile Settings current;
  private volatile Settings written;

  /**
   * Reads the settings.
   *
   * @param warnings takes a sentence if the file cannot be read or written; from any thread
   */
  public SettingsStore(SettingsFile file, Consumer<String> warnings) {
    this.file = file;
    this.warnings = warnings;
    this.current = file.read(warnings);
    this.written = current;
    this.writer = new LatestRequest<>("settings", this::write);
  }

  /** What holds now. */
  public Settings get() {
    return current;
  }

  /** Where they are kept. */
  public Path path() {
    return file.path();
  }

  /** Changes something; listeners are told if it differs. */
  public void change(UnaryOperator<Settings> step) {
    Settings next = step.apply(current);
    if (!next.equals(current)) {
      current = next;
      listeners.forEach(listener -> listener.accept(next));
      writer.submit(next);
    }
  }

  /** Tells a listener of every change. */
  public void listen(Consumer<Settings> listener) {
    listeners.add(listener);
  }

  private void write(Settings settings) {
    try {
      file.write(settings);
      written = settings;
    } catch (InputException e) {
      warnings.accept("The settings were not kept: " + e.getMessage());
    }
  }

  /** Writes what is not written yet. */
  @Override
  public void close() {
    writer.close();
    if (!current.equals(written)) {
      write(current);
    }
  }
}
