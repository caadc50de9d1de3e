package org.clickgaussian.viewport.frame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Workers;

/**
 * Makes frames of a document on the device that it is drawn on. Keeps the view of the last camera
 * open with everything that was blended from it, so that a request that differs in selection or
 * pointer alone costs little:
 *
 * <ul>
 *   <li>a view: the Gaussians projected, sorted and listed by tile;
 *   <li>its base: the picture of the mode, made anew only for another mode (or, for cosines,
 *       another point);
 *   <li>coverages of the last selections and previews, brought up to date tile by tile;
 *   <li>the highlight drawn over the base, from the coverages.
 * </ul>
 */
public final class DocumentFrameSource implements FrameSource {
  private final SceneDocument document;
  private final ShownRun shown;
  private final LongSupplier clock;
  private final Workers workers;
  private final BasePainter painter;
  private final LivePainter livePainter = new LivePainter();
  private final ScenePoints points;
  private final Coarsening coarsening = new Coarsening();
  private final int[][] outputs = new int[2][0];
  private int turn;
  private KeptView kept;
  private Rasterizer keptOf;
  private long keptRevision = -1;
  private Optional<ShownMasks> keptMasks = Optional.empty();
  private int[] origins = {};
  private RunTables tables;
  private ClusterSets clusterSets;
  private Base base;
  private BasePainter.Key baseKey;
  private LiveRun baseLive;
  private GaussianSet lastSelection = GaussianSet.NONE;
  private FrameRequest last;

  DocumentFrameSource(SceneDocument document, Supplier<Optional<Path>> masks, LongSupplier clock) {
    this(document, masks, ShownRun.inUse(document), clock);
  }

  private DocumentFrameSource(
      SceneDocument document, Supplier<Optional<Path>> masks, ShownRun shown, LongSupplier clock) {
    this.document = document;
    this.shown = shown;
    this.clock = clock;
    this.workers = document.workers();
    this.painter = new BasePainter(new ViewMasks(document, masks));
    this.points = new ScenePoints(document);
  }

  /**
   * Frames of a document, which must stay open until this is closed. Masks are those that the
   * document shows, else those that the run learnt from, else the first set beside the scene.
   */
  public static DocumentFrameSource of(SceneDocument document) {
    return of(document, () -> document.masks().map(ShownMasks::folder));
  }

  /**
   * Frames of a document, which must stay open until this is closed.
   *
   * @param masks yields the folder of masks that a person chose, if any; asked for every frame that
   *     shows masks
   */
  public static DocumentFrameSource of(SceneDocument document, Supplier<Optional<Path>> masks) {
    return new DocumentFrameSource(document, masks, System::nanoTime);
  }

  /** The same of another run than the one in use. */
  public static DocumentFrameSource of(
      SceneDocument document, Supplier<Optional<Path>> masks, ShownRun shown) {
    return new DocumentFrameSource(document, masks, shown, System::nanoTime);
  }

  /** The cluster of every pixel of the last frame, at its size; empty without a run or a frame. */
  public Optional<PixelClusters> clusters(Level level) {
    return document.reading(
        () ->
            kept == null || keptOf != document.rasterizer() || tables == null
                ? Optional.empty()
                : Optional.of(PixelClusters.of(kept, level)));
  }

  @Override
  public String backend() {
    return document.device().words();
  }

  @Override
  public ViewportFrame render(FrameRequest request) {
    long began = clock.getAsLong();
    return document.reading(
        () -> {
          followDocument();
          boolean fresh = chooseView(request);
          last = request;
          int pointer = pointerPixel(request);
          repaintBase(BasePainter.key(request, pointer));
          int[] pixels = highlighted(request, pointer);
          double milliseconds = (clock.getAsLong() - began) * 1e-6;
          Camera camera = kept.camera();
          if (fresh) {
            int divisor = Math.ceilDiv(request.camera().width(), camera.width());
            coarsening.measured(request.mode(), divisor, milliseconds);
          }
          return new ViewportFrame(
              request, camera.width(), camera.height(), pixels, base.legend(), milliseconds);
        });
  }

  /** Drops what is out of date since the Gaussians or the run changed. */
  private void followDocument() {
    Optional<ShownMasks> masks = document.masks();
    if (!masks.equals(keptMasks)) {
      keptMasks = masks;
      base = null;
      painter.forgetMasks();
    }
    if (keptOf != document.rasterizer()) {
      dropView();
    }
    long revision = document.revision();
    RunSession run = shown.run().get().orElse(null);
    boolean otherRun = learnt(run) != learnt(tables == null ? null : tables.run());
    if (revision == keptRevision && !otherRun) {
      followComponents();
      followClusters(run);
      return;
    }
    dropView();
    if (revision != keptRevision) {
      origins = document.origins();
      keptRevision = revision;
    }
    if (otherRun && tables != null) {
      tables.close();
      tables = null;
    }
    if (run == null) {
      clusterSets = null;
      return;
    }
    if (tables == null) {
      tables = new RunTables(run, document, shown.components().get());
    }
    shown.components().get().ifPresent(tables::see);
    tables.follow(origins);
    tables.regroup(run);
    clusterSets = new ClusterSets(run, origins);
  }

  private static LearntRun learnt(RunSession run) {
    return run == null ? null : run.learnt();
  }

  /** Takes over edits of the clusters; what was rendered stays. */
  private void followClusters(RunSession run) {
    if (run != null && run != tables.run()) {
      tables.regroup(run);
      clusterSets = new ClusterSets(run, origins);
      base = null;
      if (kept != null) {
        kept.regroup();
      }
    }
  }

  @Override
  public int[] clusterColours(Level level) {
    return document.reading(
        () -> {
          followDocument();
          return tables == null ? new int[0] : tables.clusterColours(level);
        });
  }

  /** The view stays: only what was painted with the former axes is out of date. */
  private void followComponents() {
    if (tables != null && shown.components().get().filter(tables::see).isPresent()) {
      base = null;
    }
  }

  /** Makes the view that a request is answered from; true if it is not the one of before. */
  private boolean chooseView(FrameRequest request) {
    int least = Coarsening.divisorForMemory(request.mode(), request.camera());
    int wanted = Math.max(least, coarsening.divisor(request.mode(), request.moving()));
    Camera finest = coarser(request.camera(), least);
    Camera camera = coarser(request.camera(), wanted);
    // A camera that sets out from where it rested has its full view already.
    if (kept != null && (sameCamera(kept.camera(), finest) || sameCamera(kept.camera(), camera))) {
      return false;
    }
    splat(camera);
    return true;
  }

  private void splat(Camera camera) {
    dropView();
    keptOf = document.rasterizer();
    kept = new KeptView(keptOf.splat(camera), tables, workers);
  }

  private static Camera coarser(Camera camera, int divisor) {
    return divisor == 1
        ? camera
        : camera.resized(
            Math.ceilDiv(camera.width(), divisor), Math.ceilDiv(camera.height(), divisor));
  }

  /** Whether two cameras see the same; arrays in records are equal only if they are the same. */
  private static boolean sameCamera(Camera a, Camera b) {
    return Arrays.equals(a.viewMatrix().rotation(), b.viewMatrix().rotation())
        && Arrays.equals(a.viewMatrix().translation(), b.viewMatrix().translation())
        && a.movedTo(b.viewMatrix()).equals(b);
  }

  /** The kept view's pixel under the pointer; −1 if there is none. */
  private int pointerPixel(FrameRequest request) {
    Camera asked = request.camera();
    int pixel = request.pointer().orElse(-1);
    if (pixel < 0 || pixel >= asked.width() * asked.height()) {
      return -1;
    }
    Camera camera = kept.camera();
    int x = (int) ((long) (pixel % asked.width()) * camera.width() / asked.width());
    int y = (int) ((long) (pixel / asked.width()) * camera.height() / asked.height());
    return y * camera.width() + x;
  }

  private void repaintBase(BasePainter.Key key) {
    LiveRun training = shown.live().get().filter(p -> LivePainter.shows(key.mode())).orElse(null);
    if (base == null || !key.equals(baseKey) || training != baseLive) {
      base =
          training == null
              ? painter.paint(kept, key, tables != null)
              : livePainter.paint(kept, key.mode(), training, origins);
      baseKey = key;
      baseLive = training;
    }
  }

  private int[] highlighted(FrameRequest request, int pointer) {
    GaussianSet selection = request.state().selection();
    GaussianSet preview = preview(request, pointer);
    float[] selected = kept.coverages().of(selection, lastSelection);
    lastSelection = selection;
    float[] pointed =
        preview.equals(selection) ? null : kept.coverages().of(preview, GaussianSet.NONE);
    if (selected == null && pointed == null) {
      return base.pixels();
    }
    int[] pixels = nextOutput(kept.pixels());
    int width = kept.camera().width();
    int[] from = base.pixels();
    if (selected != null) {
      Highlight.SELECTION.draw(from, selected, width, pixels, workers);
      from = pixels;
    }
    if (pointed != null) {
      Highlight.PREVIEW.draw(from, pointed, width, pixels, workers);
    }
    return pixels;
  }

  /** What a click on the pixel under the pointer would select, unless that is seen otherwise. */
  private GaussianSet preview(FrameRequest request, int pointer) {
    if (pointer < 0 || tables == null || request.mode() == ViewportMode.COSINE) {
      return GaussianSet.NONE;
    }
    int width = kept.camera().width();
    EditState state = request.state();
    PointMatch match =
        points
            .at(
                kept.splatted(),
                tables.run(),
                kept.camera(),
                pointer % width,
                pointer / width,
                origins)
            .match()
            .orElseThrow();
    int cluster = match.best(state.level()).cluster();
    return cluster < 0 || match.isNothing(Thresholds.PAPER)
        ? GaussianSet.NONE
        : clusterSets.of(state.level(), cluster, state.threshold());
  }

  private int[] nextOutput(int size) {
    turn = 1 - turn;
    if (outputs[turn].length != size) {
      outputs[turn] = new int[size];
    }
    return outputs[turn];
  }

  @Override
  public Optional<PointUnderPointer> probe(int x, int y) {
    if (last == null || x < 0 || y < 0) {
      return Optional.empty();
    }
    Camera camera = last.camera();
    if (x >= camera.width() || y >= camera.height()) {
      return Optional.empty();
    }
    return Optional.of(
        document.reading(
            () -> {
              SplattedView view = lastView();
              RunSession run = tables == null ? null : tables.run();
              return points.at(view, run, camera, x, y, origins);
            }));
  }

  @Override
  public int[] frontGaussians() {
    return last == null ? new int[0] : document.reading(() -> fullView().front());
  }

  /** The last request's view, perhaps coarser. */
  private SplattedView lastView() {
    followDocument();
    return (kept == null ? fullView() : kept).splatted();
  }

  /** The last request's view, not coarser. */
  private KeptView fullView() {
    followDocument();
    if (kept == null || !sameCamera(kept.camera(), last.camera())) {
      splat(last.camera());
    }
    return kept;
  }

  private void dropView() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
    base = null;
  }

  @Override
  public void close() {
    dropView();
    if (tables != null) {
      tables.close();
      tables = null;
    }
  }
}
