package org.clickgaussian.task;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.ClickAnswer;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.viewport.frame.DocumentFrameSource;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.FrameSource;
import org.clickgaussian.viewport.frame.PointUnderPointer;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.work.Progress;

/**
 * Measures what the window does between a motion of the hand and the picture that answers it, up to
 * and with the copy to the buffer that the window shows, but without the window.
 *
 * <p>Clicks and previews are measured each in a view of their own that has just come to rest, so
 * that nothing of the answer is kept from before.
 */
public final class UiBenchmark {
  /** Pixels in a row of the viewport that is measured. */
  public static final int WIDTH = 800;

  /** Frames of a mode come from so few views that their masks stay in memory. */
  private static final int VIEWS_BY_MODE = 6;

  /**
   * How long to measure.
   *
   * @param warmUp clicks and previews before the measured ones
   * @param measured clicks and previews
   * @param warmUpSeconds of a mode's frames before the measured ones
   * @param seconds of a mode's frames
   */
  record Effort(int warmUp, int measured, double warmUpSeconds, double seconds) {
    static final Effort USUAL = new Effort(60, 120, 1.5, 2);
  }

  private final Effort effort;
  private final SceneDocument document;
  private final List<View> views;
  private final IntBuffer shown;
  private int next;

  /** A benchmark of a document with a run. */
  public UiBenchmark(SceneDocument document) {
    this(document, Effort.USUAL);
  }

  UiBenchmark(SceneDocument document, Effort effort) {
    this.document = document;
    this.effort = effort;
    this.views = document.folder().requireViews();
    int most = views.stream().mapToInt(view -> pixels(camera(view))).max().orElseThrow();
    this.shown = ByteBuffer.allocateDirect(4 * most).asIntBuffer();
  }

  /** The view's camera at the size of the viewport. */
  private static Camera camera(View view) {
    Camera camera = view.camera();
    return camera.resized(
        WIDTH, (int) Math.round(WIDTH * camera.height() / (double) camera.width()));
  }

  private static int pixels(Camera camera) {
    return camera.width() * camera.height();
  }

  /** Measures all. */
  public List<Measurement> run(Progress progress) {
    List<Measurement> found = new ArrayList<>();
    try (FrameSource source = DocumentFrameSource.of(document)) {
      found.addAll(clicks(source, progress.part(0, 0.3)));
      found.addAll(previews(source, progress.part(0.3, 0.5)));
      for (ViewportMode mode : ViewportMode.values()) {
        double done = mode.ordinal() / (double) ViewportMode.values().length;
        progress.update(0.5 + 0.4 * done, "frames of mode " + mode.key());
        found.add(frames(source, mode, false));
      }
      progress.update(0.9, "frames while the camera moves");
      found.add(frames(source, ViewportMode.COLOUR, true));
      found.add(heatMap(source));
    }
    return found;
  }

  /** Measures clicks alone: from the pointer's position to the picture with the selection. */
  public List<Measurement> clicks(Progress progress) {
    try (FrameSource source = DocumentFrameSource.of(document)) {
      return clicks(source, progress);
    }
  }

  private List<Measurement> clicks(FrameSource source, Progress progress) {
    List<Double> whole = new ArrayList<>();
    List<Double> arithmetic = new ArrayList<>();
    long selected = 0;
    for (int click = 0;
        whole.size() < effort.measured() && click < effort.warmUp() + 10 * effort.measured();
        click++) {
      progress.update(whole.size() / (double) effort.measured(), "clicking");
      View view = rest(source);
      Level level = click % 2 == 0 ? Level.COARSE : Level.FINE;
      int pixel = randomPixel(view, click);
      long began = System.nanoTime();
      Optional<GaussianSet> answer = click(source, view, pixel, level);
      long answered = System.nanoTime();
      if (answer.isEmpty()) {
        continue;
      }
      EditState state = EditState.initial().withLevel(level).withSelection(answer.get());
      show(source, view, ViewportMode.COLOUR, state, OptionalInt.empty(), false);
      long ended = System.nanoTime();
      if (click >= effort.warmUp()) {
        arithmetic.add((answered - began) * 1e-9);
        whole.add((ended - began) * 1e-9);
        selected += answer.get().size();
      }
    }
    if (whole.isEmpty()) {
      throw new InputException("No click hit a cluster; give a run that found clusters.");
    }
    Timings times = Timings.ofSeconds(whole);
    String detail =
        String.format(
            Locale.ROOT,
            "%s; %,d Gaussians selected on average",
            times.describe(),
            selected / Math.max(1, whole.size()));
    return List.of(
        milliseconds("pointer to highlighted selection", times, detail),
        milliseconds("  of it probe and click", Timings.ofSeconds(arithmetic)));
  }

  private Optional<GaussianSet> click(FrameSource source, View view, int pixel, Level level) {
    int width = camera(view).width();
    PointUnderPointer point = source.probe(pixel % width, pixel / width).orElseThrow();
    RunSession run = document.run().orElseThrow();
    PointMatch match = point.match().orElseThrow();
    ClickAnswer answer = run.click().select(match, level, Thresholds.PAPER);
    return answer.nothingThere()
        ? Optional.empty()
        : Optional.of(GaussianSet.of(answer.gaussians()));
  }

  /** From the pointer's position to the picture with the preview of what lies there. */
  private List<Measurement> previews(FrameSource source, Progress progress) {
    List<Double> seconds = new ArrayList<>();
    for (int move = 0; move < effort.warmUp() + effort.measured(); move++) {
      progress.update(move / (double) (effort.warmUp() + effort.measured()), "pointing");
      View view = rest(source);
      EditState state = EditState.initial().withLevel(move % 2 == 0 ? Level.COARSE : Level.FINE);
      OptionalInt pixel = OptionalInt.of(randomPixel(view, 10_000 + move));
      long began = System.nanoTime();
      show(source, view, ViewportMode.COLOUR, state, pixel, false);
      if (move >= effort.warmUp()) {
        seconds.add((System.nanoTime() - began) * 1e-9);
      }
    }
    return List.of(milliseconds("hover preview", Timings.ofSeconds(seconds)));
  }

  /** Whole frames of a mode, each from another view. */
  private Measurement frames(FrameSource source, ViewportMode mode, boolean moving) {
    int[] frame = new int[1];
    Timings times =
        Timings.of(
            effort.warmUpSeconds(),
            effort.seconds(),
            () -> {
              View view = views.get(7 * frame[0]++ % Math.min(VIEWS_BY_MODE, views.size()));
              OptionalInt pointer =
                  mode == ViewportMode.COSINE
                      ? OptionalInt.of(randomPixel(view, frame[0]))
                      : OptionalInt.empty();
              show(source, view, mode, EditState.initial(), pointer, moving);
            });
    return new Measurement(
        "frames of " + mode.key() + (moving ? ", moving" : ""),
        1 / times.median(),
        "frames/s",
        times.describe());
  }

  /** The heat map of another point in the same view. */
  private Measurement heatMap(FrameSource source) {
    View view = views.getFirst();
    int[] move = new int[1];
    Timings times =
        Timings.of(
            effort.warmUpSeconds(),
            effort.seconds(),
            () ->
                show(
                    source,
                    view,
                    ViewportMode.COSINE,
                    EditState.initial(),
                    OptionalInt.of(randomPixel(view, move[0]++)),
                    false));
    return milliseconds("cosine to another point", times);
  }

  /** Brings the camera to rest at another view. */
  private View rest(FrameSource source) {
    next = (next + 7) % views.size();
    View view = views.get(next);
    show(source, view, ViewportMode.COLOUR, EditState.initial(), OptionalInt.empty(), false);
    return view;
  }

  private void show(
      FrameSource source,
      View view,
      ViewportMode mode,
      EditState state,
      OptionalInt pointer,
      boolean moving) {
    ViewportFrame frame =
        source.render(new FrameRequest(camera(view), mode, state, view.key(), pointer, moving));
    shown.put(0, frame.pixels());
  }

  private static int randomPixel(View view, int number) {
    return new RandomStream(0, "benchmark pointer", number).nextInt(pixels(camera(view)));
  }

  private static Measurement milliseconds(String name, Timings times) {
    return milliseconds(name, times, times.describe());
  }

  private static Measurement milliseconds(String name, Timings times, String detail) {
    return new Measurement(name + ", median", 1e3 * times.median(), "ms", detail);
  }
}
