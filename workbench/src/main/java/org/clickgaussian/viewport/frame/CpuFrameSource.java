package org.clickgaussian.viewport.frame;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.splat.BlendWeights;
import org.clickgaussian.work.Workers;

/**
 * Makes frames on the processor. Keeps the view of the last camera open with everything that was
 * blended from it, so that a request that differs in selection or pointer alone costs little.
 */
public final class CpuFrameSource implements FrameSource {
  private final SceneDocument document;
  private final LongSupplier clock;
  private final Workers workers;
  private final int[][] outputs = new int[2][0];
  private int turn;
  private KeptView kept;
  private long keptRevision;
  private int[] origins;
  private FrameRequest last;

  CpuFrameSource(SceneDocument document, LongSupplier clock) {
    this.document = document;
    this.clock = clock;
    this.workers = document.workers();
  }

  /** Frames of a document, which must stay open until this is closed. */
  public static CpuFrameSource of(SceneDocument document) {
    return new CpuFrameSource(document, System::nanoTime);
  }

  @Override
  public String backend() {
    return workers.threads() == 1 ? "CPU, 1 thread" : "CPU, " + workers.threads() + " threads";
  }

  @Override
  public ViewportFrame render(FrameRequest request) {
    long began = clock.getAsLong();
    return document.reading(
        () -> {
          KeptView view = view(request.camera());
          last = request;
          int[] pixels = nextOutput(view.pixels());
          PixelPacking.pack(view.frame().rgb(), pixels, workers);
          double milliseconds = (clock.getAsLong() - began) * 1e-6;
          return new ViewportFrame(
              request,
              view.camera().width(),
              view.camera().height(),
              pixels,
              Legend.NONE,
              milliseconds);
        });
  }

  private int[] nextOutput(int size) {
    turn = 1 - turn;
    if (outputs[turn].length != size) {
      outputs[turn] = new int[size];
    }
    return outputs[turn];
  }

  private KeptView view(Camera camera) {
    long revision = document.revision();
    if (kept != null && keptRevision == revision && sameCamera(kept.camera(), camera)) {
      return kept;
    }
    dropView();
    if (origins == null || keptRevision != revision) {
      origins = document.origins();
    }
    kept = new KeptView(document.rasterizer().splat(camera));
    keptRevision = revision;
    return kept;
  }

  /** Whether two cameras see the same; arrays in records are equal only if they are the same. */
  private static boolean sameCamera(Camera a, Camera b) {
    return Arrays.equals(a.viewMatrix().rotation(), b.viewMatrix().rotation())
        && Arrays.equals(a.viewMatrix().translation(), b.viewMatrix().translation())
        && a.movedTo(b.viewMatrix()).equals(b);
  }

  @Override
  public Optional<PointUnderPointer> probe(int x, int y) {
    if (last == null
        || x < 0
        || y < 0
        || x >= last.camera().width()
        || y >= last.camera().height()) {
      return Optional.empty();
    }
    return Optional.of(document.reading(() -> point(view(last.camera()), x, y)));
  }

  private PointUnderPointer point(KeptView view, int x, int y) {
    int pixel = y * view.camera().width() + x;
    try (BlendWeights weights = view.splatted().blendWeights(new int[] {pixel})) {
      double alpha = 0;
      int front = -1;
      float through = 1;
      for (long entry = 0; entry < weights.entries(); entry++) {
        float weight = weights.weight(entry);
        alpha += weight;
        if (through > 0.5f && through - weight <= 0.5f) {
          front = weights.gaussian(entry);
        }
        through -= weight;
      }
      double depth = front < 0 ? Double.NaN : depth(view.camera(), front);
      double[] world = front < 0 ? null : world(view.camera(), x, y, depth);
      return new PointUnderPointer(alpha, front, depth, world, match(weights, x, y));
    }
  }

  private Optional<PointMatch> match(BlendWeights weights, int x, int y) {
    Optional<RunSession> run = document.run();
    if (run.isEmpty()) {
      return Optional.empty();
    }
    // What was learnt is looked up by the Gaussian as it was read: copies share their original's.
    for (long entry = 0; entry < weights.entries(); entry++) {
      int origin = origins[weights.gaussian(entry)];
      weights.gaussians().setAtIndex(ValueLayout.JAVA_INT, entry, origin);
    }
    return Optional.of(run.get().click().probe(weights, 0, x, y));
  }

  private double depth(Camera camera, int gaussian) {
    return camera.viewMatrix()
        .apply(
            document.gaussians().position(gaussian, 0),
            document.gaussians().position(gaussian, 1),
            document.gaussians().position(gaussian, 2))[2];
  }

  /** The point at a depth on the ray through a pixel's centre. */
  private static double[] world(Camera camera, int x, int y, double depth) {
    double right = (x + 0.5 - camera.cx()) / camera.fx() * depth;
    double down = (y + 0.5 - camera.cy()) / camera.fy() * depth;
    return camera.viewMatrix().inverse().apply(right, down, depth);
  }

  @Override
  public int[] frontGaussians() {
    if (last == null) {
      return new int[0];
    }
    return document.reading(() -> view(last.camera()).front());
  }

  private void dropView() {
    if (kept != null) {
      kept.close();
      kept = null;
    }
  }

  @Override
  public void close() {
    dropView();
  }
}
