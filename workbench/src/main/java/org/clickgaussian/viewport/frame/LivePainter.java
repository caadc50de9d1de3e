package org.clickgaussian.viewport.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.clickgaussian.document.LiveRun;
import org.clickgaussian.mask.Level;

/** Paints the state of a run in training: three channels a Gaussian, blended. */
final class LivePainter {
  private static final int ROW_BYTES = 12;

  private final Map<MemorySegment, MemorySegment> expanded = new HashMap<>();
  private LiveRun shown;
  private int[] origins;

  /** Whether a mode is about what is being learnt. */
  static boolean shows(ViewportMode mode) {
    return switch (mode) {
      case PCA_COARSE, PCA_FINE, CLUSTERS_COARSE, CLUSTERS_FINE -> true;
      default -> false;
    };
  }

  /**
   * Paints.
   *
   * @param mode one that {@link #shows}
   * @param newOrigins for each Gaussian of the scene as it is now the one it was copied from, or
   *     itself
   */
  Base paint(KeptView view, ViewportMode mode, LiveRun preview, int[] newOrigins) {
    if (preview != shown || newOrigins != origins) {
      expanded.clear();
      shown = preview;
      origins = newOrigins;
    }
    boolean coarse = mode == ViewportMode.PCA_COARSE || mode == ViewportMode.CLUSTERS_COARSE;
    boolean components = mode == ViewportMode.PCA_COARSE || mode == ViewportMode.PCA_FINE;
    Level level = coarse ? Level.COARSE : Level.FINE;
    MemorySegment table = (components ? preview.components() : preview.clusters()).get(level);
    String run = preview.run().getFileName().toString();
    if (table == null) {
      return BasePainter.grey(
          view, BasePainter.words("legend.live.no-clusters", run, preview.iteration()));
    }
    String words =
        BasePainter.words(
            components ? "legend.live.pca" : "legend.live.clusters", run, preview.iteration());
    return components
        ? new Base(view.colours(rows(table)), Legend.words(words))
        : shaded(view, view.splatted().channels(rows(table), 3), words);
  }

  private static Base shaded(KeptView view, float[] rgb, String words) {
    float[] scene = view.frame().rgb();
    float[] alpha = view.frame().alpha();
    int[] pixels =
        PixelPacking.each(
            view,
            i ->
                alpha[i] >= Shading.COVERED
                    ? Shading.shaded(
                        PixelPacking.packed(
                            rgb[3 * i] / alpha[i],
                            rgb[3 * i + 1] / alpha[i],
                            rgb[3 * i + 2] / alpha[i]),
                        Shading.brightness(scene, i))
                    : 0);
    return new Base(pixels, Legend.words(words));
  }

  private MemorySegment rows(MemorySegment table) {
    if (origins.length == shown.count()) {
      return table;
    }
    return expanded.computeIfAbsent(
        table,
        each -> {
          MemorySegment rows = Arena.ofAuto().allocate((long) ROW_BYTES * origins.length, 64);
          for (int i = 0; i < origins.length; i++) {
            MemorySegment.copy(
                each, (long) ROW_BYTES * origins[i], rows, (long) ROW_BYTES * i, ROW_BYTES);
          }
          return rows;
        });
  }
}
