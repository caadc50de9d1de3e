package org.clickgaussian.viewport.frame;

import java.util.Locale;
import java.util.Optional;
import org.clickgaussian.mask.Level;

/** The masks of the training view that the camera stands at, alone or against the clusters. */
final class MaskBase {
  private final ViewMasks masks;

  MaskBase(ViewMasks masks) {
    this.masks = masks;
  }

  /** Each segment in a colour of its own; dark grey where there is none. */
  Base paint(KeptView view, String key, Level level) {
    Optional<ViewMasks.Segmented> found = masks.of(key);
    if (found.isEmpty()) {
      return BasePainter.grey(view, BasePainter.words("legend.masks.none", key));
    }
    int[] segments = found.get().seenBy(view.camera(), level);
    int[] colours = found.get().colours(level);
    float[] rgb = view.frame().rgb();
    int[] pixels =
        PixelPacking.each(
            view,
            i -> {
              float brightness = Shading.brightness(rgb, i);
              return segments[i] > 0
                  ? Shading.shaded(colours[segments[i] - 1], brightness)
                  : Shading.dimmed(brightness);
            });
    return new Base(
        pixels,
        Legend.words(BasePainter.words("legend.masks." + level.key(), colours.length, key)));
  }

  /**
   * The scene in grey; in a warning colour the pixels whose cluster is not the most frequent one of
   * the segment they lie in.
   */
  Base paintDisagreement(KeptView view, String key, Level level) {
    Optional<ViewMasks.Segmented> found = masks.of(key);
    if (found.isEmpty()) {
      return BasePainter.grey(view, BasePainter.words("legend.masks.none", key));
    }
    Disagreement disagreement =
        Disagreement.of(
            found.get().seenBy(view.camera(), level),
            found.get().map(level).count(),
            view.matches(level).clusters(),
            view.tables().clusters(level),
            view.frame().alpha());
    float[] rgb = view.frame().rgb();
    int[] pixels =
        PixelPacking.each(
            view,
            i -> {
              float brightness = Shading.brightness(rgb, i);
              return disagreement.at(i)
                  ? Shading.shaded(SegmentColours.DISAGREEING, brightness)
                  : Shading.grey(brightness);
            });
    String share = String.format(Locale.ROOT, "%.1f", 100 * disagreement.share());
    String words = BasePainter.words("legend.disagreement." + level.key(), share);
    return new Base(pixels, Legend.words(words));
  }
}
