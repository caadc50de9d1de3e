package org.clickgaussian.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * A scene that is open in the window, with what was done to it.
 *
 * <p>States are changed on one thread (the window's); {@link #state()} may be read from any. The
 * Gaussians and their rasteriser are read inside {@link #reading}, so that they stand still
 * meanwhile.
 */
public final class SceneDocument implements AutoCloseable {
  private final Path path;
  private final OpenScene scene;
  private final Workers workers;
  private final History history = new History();
  private final List<DocumentListener> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantReadWriteLock geometry = new ReentrantReadWriteLock();
  private volatile EditState state = EditState.initial();
  private volatile RunSession run;
  private volatile long revision;

  private SceneDocument(Path path, OpenScene scene, Workers workers) {
    this.path = path;
    this.scene = scene;
    this.workers = workers;
  }

  /**
   * Opens a scene folder or a splat.
   *
   * @param workers threads for rendering; stay the caller's
   * @throws org.clickgaussian.io.InputException if there is no splat, or it cannot be read
   */
  public static SceneDocument open(Path path, Workers workers, Progress progress) {
    return new SceneDocument(path, OpenScene.open(path, workers, progress), workers);
  }

  /** The folder or file that was opened. */
  public Path path() {
    return path;
  }

  /** The scene's name: that of its folder or file. */
  public String name() {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** Views, photos, masks of the scene. */
  public SceneFolder folder() {
    return scene.folder();
  }

  /** What was odd about the scene's files, a sentence each. */
  public List<String> warnings() {
    return scene.warnings();
  }

  /** Threads for work on the scene. */
  public Workers workers() {
    return workers;
  }

  /**
   * The Gaussians as they are now: moved, copied, recoloured; deleted ones still have their index.
   * Read only inside {@link #reading}.
   */
  public GaussianScene gaussians() {
    return scene.gaussians();
  }

  /** The Gaussians as they were read. Never change. */
  public GaussianScene original() {
    return scene.gaussians();
  }

  /**
   * For every Gaussian of {@link #gaussians} the one of {@link #original} it is or is a copy of:
   * int[N]. Do not change.
   */
  public int[] origins() {
    int[] origins = new int[gaussians().count()];
    java.util.Arrays.setAll(origins, i -> i);
    return origins;
  }

  /**
   * Splats {@link #gaussians} without the hidden and deleted ones. Use only inside {@link #reading}
   * and close views there.
   */
  public Rasterizer rasterizer() {
    return scene.rasterizer();
  }

  /**
   * Grows whenever {@link #gaussians}, {@link #rasterizer} or which Gaussians are drawn changes:
   * what was computed at another revision is out of date. Read inside {@link #reading}.
   */
  public long revision() {
    return revision;
  }

  /** Runs something while the Gaussians stand still; from any thread, several at once. */
  public <T> T reading(Supplier<T> action) {
    geometry.readLock().lock();
    try {
      return action.get();
    } finally {
      geometry.readLock().unlock();
    }
  }

  /** Everything that can be undone. */
  public EditState state() {
    return state;
  }

  /**
   * Makes an undoable step.
   *
   * @param name what was done, for the Edit menu, such as "Hide selection"
   */
  public void change(String name, UnaryOperator<EditState> step) {
    change(name, null, step);
  }

  /**
   * Makes an undoable step, or goes on with the last one: steps in a row with equal merge keys (a
   * slider being dragged) are undone together.
   *
   * @param merge the merge key; null for a step of its own
   */
  public void change(String name, Object merge, UnaryOperator<EditState> step) {
    EditState before = state;
    EditState after = step.apply(before);
    if (after != before) {
      history.add(name, merge, before);
      put(after);
    }
  }

  /** Ends a series of merged steps (the slider was let go). */
  public void endMerging() {
    history.endMerging();
  }

  /** The name of the step that {@link #undo} would undo; empty if there is none. */
  public Optional<String> undoName() {
    return history.undoName();
  }

  /** The name of the step that {@link #redo} would do again; empty if there is none. */
  public Optional<String> redoName() {
    return history.redoName();
  }

  /** Undoes the last step; does nothing if there is none. */
  public void undo() {
    if (history.undoName().isPresent()) {
      put(history.undo(state));
    }
  }

  /** Does the last undone step again; does nothing if there is none. */
  public void redo() {
    if (history.redoName().isPresent()) {
      put(history.redo(state));
    }
  }

  private void put(EditState next) {
    state = next;
    tell(Aspect.STATE);
  }

  /** The run that clicks are answered from. */
  public Optional<RunSession> run() {
    return Optional.ofNullable(run);
  }

  /** Takes over a run, or null for none; the one before is closed. */
  public void useRun(RunSession next) {
    RunSession before = run;
    geometry.writeLock().lock();
    try {
      run = next;
      if (before != null) {
        before.close();
      }
    } finally {
      geometry.writeLock().unlock();
    }
    tell(Aspect.RUN);
  }

  /** Tells a listener of every change from now on; run the result to stop that. */
  public Runnable listen(DocumentListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell(Aspect aspect) {
    listeners.forEach(listener -> listener.changed(aspect));
  }

  /** Frees the scene and the run; waits for readers. */
  @Override
  public void close() {
    geometry.writeLock().lock();
    try {
      if (run != null) {
        run.close();
        run = null;
      }
      scene.close();
    } finally {
      geometry.writeLock().unlock();
    }
  }
}
