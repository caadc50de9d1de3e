package org.clickgaussian.viewport.frame;

import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Workers;

/**
 * The view that the last frame was made of, with what was blended from it so far: each table is
 * blended when it is first asked for and kept while the camera rests.
 */
final class KeptView implements AutoCloseable {
  private static final float[] BLACK = new float[3];

  private final SplattedView view;
  private final RunTables tables;
  private final Workers workers;
  private final Map<Level, Matches> matches = new EnumMap<>(Level.class);
  private final Map<Level, CandidateMatcher> matchers = new EnumMap<>(Level.class);
  private final Map<Level, Matches> grouped = new EnumMap<>(Level.class);
  private final Map<Level, float[]> norms = new EnumMap<>(Level.class);
  private final CoverageCache coverages;
  private Frame frame;
  private float[] features;
  private int[] front;

  /**
   * Keeps a view.
   *
   * @param tables of the run; null if there is none
   */
  KeptView(SplattedView view, RunTables tables, Workers workers) {
    this.view = view;
    this.tables = tables;
    this.workers = workers;
    this.coverages = new CoverageCache(view);
  }

  SplattedView splatted() {
    return view;
  }

  Camera camera() {
    return view.camera();
  }

  int pixels() {
    return camera().width() * camera().height();
  }

  Workers workers() {
    return workers;
  }

  /** What a run says; fails where there is none. */
  RunTables tables() {
    if (tables == null) {
      throw new IllegalStateException("there is no run");
    }
    return tables;
  }

  /** How much sets of Gaussians cover of each pixel. */
  CoverageCache coverages() {
    return coverages;
  }

  /** Colour in front of black, alpha and depth. */
  Frame frame() {
    if (frame == null) {
      frame = view.frame(BLACK);
    }
    return frame;
  }

  /** Colours in front of black as pixels of the window: int[pixels]. */
  int[] colours() {
    Optional<int[]> packed = frame == null ? view.packedColours(BLACK) : Optional.empty();
    return packed.orElseGet(() -> packed(frame().rgb()));
  }

  /**
   * Three channels as colours, as pixels of the window: int[pixels].
   *
   * @param table float[N][3]
   */
  int[] colours(MemorySegment table) {
    return view.packedChannels(table).orElseGet(() -> packed(view.channels(table, 3)));
  }

  private int[] packed(float[] rgb) {
    int[] pixels = new int[pixels()];
    PixelPacking.pack(rgb, pixels, workers);
    return pixels;
  }

  /** Rendered features, Σ w f: float[pixels · D]. */
  float[] features() {
    if (features == null) {
      features = view.channels(tables().features(), tables().layout().dimensions());
    }
    return features;
  }

  /** The length of each pixel's rendered feature of a level: float[pixels]. */
  float[] norms(Level level) {
    return norms.computeIfAbsent(
        level, each -> FeatureCosine.norms(features(), tables().layout(), each, workers));
  }

  /** The best cluster of each pixel's rendered feature, whatever the alpha. */
  Matches matches(Level level) {
    return grouped.computeIfAbsent(
        level,
        each ->
            tables()
                .run()
                .clusters()
                .level(each)
                .group(computed(each), MemorySegment.ofArray(features()), workers));
  }

  /** The best computed candidate of each pixel. */
  private Matches computed(Level level) {
    CandidateMatcher matcher = tables().matcher(level);
    if (matchers.put(level, matcher) != matcher) {
      matches.put(level, matcher.match(features(), workers));
    }
    return matches.get(level);
  }

  /** Forgets how candidates make up clusters: that was edited. */
  void regroup() {
    grouped.clear();
  }

  /** The Gaussian at the visible surface of every pixel, −1 where there is none. */
  int[] front() {
    if (front == null) {
      front = view.frontGaussians();
    }
    return front;
  }

  @Override
  public void close() {
    view.close();
  }
}
