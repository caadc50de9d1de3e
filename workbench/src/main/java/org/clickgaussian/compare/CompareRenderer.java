package org.clickgaussian.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.frame.DocumentFrameSource;
import org.clickgaussian.viewport.frame.FrameDifference;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.PixelClusters;
import org.clickgaussian.viewport.frame.ShownRun;
import org.clickgaussian.viewport.frame.ViewportFrame;
import org.clickgaussian.viewport.frame.ViewportMode;

/**
 * Makes the pictures of a comparison, one after the other. Used on one thread, not the window's.
 * Closing leaves the runs open, which are the caller's.
 */
final class CompareRenderer implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("compare");

  /**
   * What frames are made from.
   *
   * @param againstTruth whether the masks that a run is held against are the truth
   */
  private record Source(ComparedPanel panel, boolean againstTruth) {}

  private final SceneDocument document;
  private final OpenRuns runs;
  private final Map<Source, DocumentFrameSource> sources = new HashMap<>();
  private final Map<ComparedPanel, PcaBases> aligned = new HashMap<>();

  CompareRenderer(SceneDocument document, OpenRuns runs) {
    this.document = document;
    this.runs = runs;
  }

  /**
   * Makes the pictures that a state shows.
   *
   * @param overtaken whether a newer state waits, so that this one is given up between two pictures
   * @return empty if it was given up
   */
  Optional<List<ComparedPicture>> render(
      CompareState state, int width, int height, BooleanSupplier overtaken) {
    Camera camera = state.rig().orElseThrow().camera(width, height);
    List<ViewportFrame> frames = new ArrayList<>();
    for (int number : state.rendered()) {
      if (overtaken.getAsBoolean()) {
        return Optional.empty();
      }
      ComparedPanel panel = state.panels().get(number);
      frames.add(source(state, panel).render(request(state, panel, camera)));
    }
    return Optional.of(
        switch (state.arrangement()) {
          case SIDE_BY_SIDE -> frames.stream().map(CompareRenderer::copy).toList();
          case WIPE -> List.of(wiped(frames.getFirst(), frames.getLast(), state.wipe()));
          case DIFFERENCE -> List.of(difference(state, frames));
        });
  }

  private FrameRequest request(CompareState state, ComparedPanel panel, Camera camera) {
    return new FrameRequest(
        camera,
        mode(state, panel),
        document.state().withLevel(level(state.mode()).orElse(document.state().level())),
        state.view().orElse(null),
        OptionalInt.empty(),
        state.moving());
  }

  private static ViewportMode mode(CompareState state, ComparedPanel panel) {
    if (panel.isOfView()) {
      return ViewportMode.MASKS;
    }
    return state.arrangement() == Arrangement.DIFFERENCE && state.viewInPair()
        ? ViewportMode.DISAGREEMENT
        : state.mode();
  }

  /** The level of a mode that is about one. */
  static Optional<Level> level(ViewportMode mode) {
    return switch (mode) {
      case PCA_COARSE, CLUSTERS_COARSE -> Optional.of(Level.COARSE);
      case PCA_FINE, CLUSTERS_FINE -> Optional.of(Level.FINE);
      default -> Optional.empty();
    };
  }

  private DocumentFrameSource source(CompareState state, ComparedPanel panel) {
    boolean difference = state.arrangement() == Arrangement.DIFFERENCE;
    boolean againstTruth = panel.truth() || difference && state.truthInPair();
    return sources.computeIfAbsent(
        new Source(panel, againstTruth),
        made ->
            DocumentFrameSource.of(
                document,
                () -> againstTruth ? runs.truth() : document.masks().map(ShownMasks::folder),
                panel
                    .run()
                    .map(folder -> ShownRun.always(runs.get(folder), components(panel)))
                    .orElseGet(() -> ShownRun.inUse(document))));
  }

  /** All runs' components are seen along axes aligned to the first run's, so colours compare. */
  private PcaBases components(ComparedPanel panel) {
    return aligned.computeIfAbsent(panel, made -> runs.aligned(made.run().orElseThrow()));
  }

  private static ComparedPicture copy(ViewportFrame frame) {
    int size = frame.width() * frame.height();
    int[] pixels = new int[size];
    System.arraycopy(frame.pixels(), 0, pixels, 0, size);
    return new ComparedPicture(frame.width(), frame.height(), pixels, frame.legend().text());
  }

  /** The first left of the line, the second right of it. */
  private static ComparedPicture wiped(ViewportFrame first, ViewportFrame second, double share) {
    int width = first.width();
    int height = first.height();
    int[] pixels = new int[width * height];
    int line = (int) Math.round(share * width);
    for (int y = 0; y < height; y++) {
      System.arraycopy(first.pixels(), y * width, pixels, y * width, line);
      int row = y * second.height() / height * second.width();
      for (int x = line; x < width; x++) {
        pixels[y * width + x] = second.pixels()[row + x * second.width() / width];
      }
    }
    return new ComparedPicture(width, height, pixels, first.legend().text());
  }

  private ComparedPicture difference(CompareState state, List<ViewportFrame> frames) {
    if (state.viewInPair()) {
      // The frame of the run shows where it disagrees with the masks: see request.
      boolean firstIsRun = !state.panels().get(state.first()).isOfView();
      return copy(firstIsRun ? frames.getFirst() : frames.getLast());
    }
    Level level = level(state.mode()).orElse(document.state().level());
    boolean clusters =
        state.mode() == ViewportMode.CLUSTERS_COARSE || state.mode() == ViewportMode.CLUSTERS_FINE;
    return clusters
        ? picture(
            FrameDifference.ofClusters(
                clusters(state, state.first(), level), clusters(state, state.second(), level)),
            "difference.clusters")
        : picture(
            FrameDifference.ofColours(frames.getFirst(), frames.getLast()), "difference.colours");
  }

  private PixelClusters clusters(CompareState state, int number, Level level) {
    return source(state, state.panels().get(number)).clusters(level).orElseThrow();
  }

  private static ComparedPicture picture(FrameDifference found, String key) {
    String share = String.format(java.util.Locale.ROOT, "%.1f", 100 * found.share());
    return new ComparedPicture(
        found.width(), found.height(), found.pixels(), TEXTS.get(key, share));
  }

  @Override
  public void close() {
    sources.values().forEach(DocumentFrameSource::close);
    sources.clear();
  }
}
