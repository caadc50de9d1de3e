package org.clickgaussian.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.document.DocumentListener.Aspect;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.device.RenderingDevice;
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
  private final EditedGeometry geometry;
  private volatile EditState state = EditState.initial();
  private volatile RunSession run;
  private volatile RunSession preview;
  private volatile PcaBases components;
  private volatile ShownMasks masks;
  private volatile LiveRun live;

  private SceneDocument(Path path, OpenScene scene, Workers workers) {
    this.path = path;
    this.scene = scene;
    this.workers = workers;
    this.geometry = new EditedGeometry(scene, workers);
  }

  /** Opens a scene folder or a splat, to be drawn on the processor. */
  public static SceneDocument open(Path path, Workers workers, Progress progress) {
    return open(path, RenderingDevice.processor(), workers, progress);
  }

  /**
   * Opens a scene folder or a splat.
   *
   * @param device what it is drawn on; stays the caller's to close, after the document
   * @param workers threads for rendering; stay the caller's
   * @throws org.clickgaussian.io.InputException if there is no splat, or it cannot be read
   */
  public static SceneDocument open(
      Path path, RenderingDevice device, Workers workers, Progress progress) {
    return new SceneDocument(path, OpenScene.open(path, device, workers, progress), workers);
  }

  /** What the scene is drawn on. */
  public DrawingDevice device() {
    return new DrawingDevice(scene, geometry, () -> tell(Aspect.DEVICE));
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
    return geometry.gaussians();
  }

  /** The number of Gaussians, copies and deleted ones included; like {@link #revision}. */
  public int gaussianCount() {
    return geometry.replay().count();
  }

  /**
   * Grows whenever something else is drawn than before: Gaussians were changed, copied, hidden,
   * deleted or shown again. Selections leave it. What was computed at another revision is out of
   * date; at another revision {@link #gaussians} may be another object. Inside {@link #reading} it
   * is that of the Gaussians read there, elsewhere the latest.
   */
  public long revision() {
    return geometry.revision();
  }

  /** The Gaussians as they were read. Never change. */
  public GaussianScene original() {
    return scene.gaussians();
  }

  /**
   * For every Gaussian the one of {@link #original} it is or is a copy of: int[N]. Do not change.
   */
  public int[] origins() {
    return geometry.replay().origins();
  }

  /**
   * Splats {@link #gaussians} without the hidden and deleted ones. Use only inside {@link #reading}
   * and close views there.
   */
  public Rasterizer rasterizer() {
    return geometry.rasterizer();
  }

  /**
   * Runs something while the Gaussians stand still; from any thread, several at once. Brings the
   * Gaussians up to date first, which waits for other readers: keep readings short, and do them
   * elsewhere than on the window's thread.
   *
   * @throws IllegalStateException if the document is closed
   */
  public <T> T reading(Supplier<T> action) {
    return geometry.reading(action);
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

  /** Takes back a series of merged steps (Escape in a drag), if the last one has this key. */
  public void abandon(Object merge) {
    history.abandon(merge).ifPresent(this::put);
  }

  /** Names of the steps that {@link #undo} would undo, the next one first. */
  public List<String> doneSteps() {
    return history.done();
  }

  /** Names of the steps that {@link #redo} would do again, the next one first. */
  public List<String> undoneSteps() {
    return history.undone();
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
    history.undoName().ifPresent(name -> put(history.undo(state)));
  }

  /** Does the last undone step again; does nothing if there is none. */
  public void redo() {
    history.redoName().ifPresent(name -> put(history.redo(state)));
  }

  /**
   * Changes the present state and all those that undo and redo lead to, without a step of its own:
   * for what comes from elsewhere, such as named selections read from files.
   */
  public void amend(UnaryOperator<EditState> change) {
    history.replaceAll(change);
    put(change.apply(state));
  }

  private void put(EditState next) {
    geometry.want(state, next);
    boolean otherClusters =
        run != null && next.clusters().filter(edits -> !edits.equals(run.edits())).isPresent();
    state = next;
    if (otherClusters) {
      run = run.with(next.clusters().orElseThrow());
      preview = null;
    }
    tell(Aspect.STATE);
    if (otherClusters) {
      tell(Aspect.RUN);
    }
  }

  /**
   * The run that clicks are answered from, with its clusters as they are edited in {@link #state}
   * or, while there is one, in the preview.
   */
  public Optional<RunSession> run() {
    RunSession shown = preview;
    return Optional.ofNullable(shown == null ? run : shown);
  }

  /** The run with the edits of {@link #state}, whatever is previewed. */
  public Optional<RunSession> editedRun() {
    return Optional.ofNullable(run);
  }

  /**
   * Edits the run's clusters as an undoable step; a preview ends.
   *
   * @param edits other edits of clusters that are kept with the run
   * @param hidden the Gaussians that they hide ({@link RunSession#hidden}), found elsewhere than on
   *     the window's thread
   */
  public void editClusters(String name, ClusterEdits edits, GaussianSet hidden) {
    boolean previewed = preview != null;
    preview = null;
    change(name, before -> before.withClusters(Optional.of(edits), hidden));
    if (previewed) {
      tell(Aspect.RUN);
    }
  }

  /**
   * Shows the run with other clusters or edits for now, without a step; the state stays as it is.
   * Ends with {@link #endPreview}, with the next change of the clusters, or with another run. Does
   * nothing where the run is another by now.
   */
  public void previewClusters(RunSession edited) {
    if (run != null && edited.learnt() == run.learnt()) {
      preview = edited;
      amend(EditState::settled);
      tell(Aspect.RUN);
    }
  }

  /** Shows the clusters of the state again. */
  public void endPreview() {
    if (preview != null) {
      preview = null;
      amend(EditState::settled);
      tell(Aspect.RUN);
    }
  }

  /** Whether the clusters that are shown are a preview. */
  public boolean isPreviewing() {
    return preview != null;
  }

  /**
   * Takes over a run, or null for none; the one before is closed. What is selected stays selected,
   * but clicks on the run before no longer follow the threshold.
   */
  public void useRun(RunSession next) {
    RunSession before = run;
    geometry.exclusively(
        () -> {
          run = next;
          preview = null;
          components = next == null ? null : next.pca().bases();
          if (before != null) {
            before.close();
          }
        });
    Optional<ClusterEdits> edits = Optional.ofNullable(next).map(RunSession::edits);
    GaussianSet hides = next == null ? GaussianSet.NONE : next.hidden(origins());
    amend(state -> state.withClusters(edits, hides));
    tell(Aspect.RUN);
  }

  /** The axes along which the colours of the run's features are seen; empty without a run. */
  public Optional<PcaBases> components() {
    return Optional.ofNullable(components);
  }

  /**
   * Sees the colours of the run's features along other axes.
   *
   * @throws IllegalStateException if there is no run
   */
  public void useComponents(PcaBases next) {
    if (run == null) {
      throw new IllegalStateException("no run whose components could be seen otherwise");
    }
    components = next;
    tell(Aspect.COMPONENTS);
  }

  /** The mask set that was chosen; empty where nobody chose. */
  public Optional<ShownMasks> masks() {
    return Optional.ofNullable(masks);
  }

  /**
   * Shows a mask set from now on, read anew if it is the one that is shown already.
   *
   * @param folder of the masks; null for whichever set comes first
   */
  public void showMasks(Path folder) {
    long version = masks == null ? 0 : masks.version() + 1;
    masks = folder == null ? null : new ShownMasks(folder, version);
    tell(Aspect.MASKS);
  }

  /** What a run in training looks like, if that is shown. */
  public Optional<LiveRun> live() {
    return Optional.ofNullable(live);
  }

  /**
   * Shows what a run in training looks like, or null for nothing of the kind.
   *
   * @throws IllegalArgumentException if it is of another number of Gaussians
   */
  public void showLive(LiveRun next) {
    if (next != null && next.count() != original().count()) {
      throw new IllegalArgumentException("a run of another scene");
    }
    if (next != live) {
      live = next;
      tell(Aspect.LIVE);
    }
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
    geometry.exclusively(
        () -> {
          if (run != null) {
            run.close();
            run = null;
            preview = null;
          }
        });
    geometry.close();
  }
}
