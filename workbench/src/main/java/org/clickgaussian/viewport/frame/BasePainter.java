package org.clickgaussian.viewport.frame;

import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/** Paints the picture of a mode, before anything is highlighted. */
final class BasePainter {
  private static final Texts TEXTS = Texts.of("frames");

  private final CosineBase cosine = new CosineBase();
  private final ViewMasks source;
  private final MaskBase masks;

  BasePainter(ViewMasks masks) {
    this.source = masks;
    this.masks = new MaskBase(masks);
  }

  /** The masks on disk are not what they were. */
  void forgetMasks() {
    source.forget();
  }

  /** The words for a key of the bundle. */
  static String words(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  /**
   * What a base depends on besides the view: equal keys, equal bases.
   *
   * @param level null where the mode shows the same at both
   * @param view null where the mode is not about a training view
   * @param pointer pixel of the kept view under the pointer, −1 where it does not matter
   */
  record Key(ViewportMode mode, Level level, String view, int pointer) {}

  /**
   * What a request's base depends on.
   *
   * @param pointer pixel of the kept view under the pointer, −1 for none
   */
  static Key key(FrameRequest request, int pointer) {
    ViewportMode mode = request.mode();
    boolean cosine = mode == ViewportMode.COSINE;
    return new Key(
        mode,
        cosine || mode.needsView() ? request.level() : null,
        mode.needsView() ? request.view() : null,
        cosine ? pointer : -1);
  }

  /** Paints. */
  Base paint(KeptView view, Key key, boolean hasRun) {
    if (key.mode().needsRun() && !hasRun) {
      return grey(view, words("legend.run"));
    }
    return switch (key.mode()) {
      case COLOUR -> new Base(view.colours(), Legend.NONE);
      case DEPTH -> DepthBase.paint(view);
      case ALPHA -> alpha(view);
      case PCA_COARSE -> components(view, Level.COARSE);
      case PCA_FINE -> components(view, Level.FINE);
      case CLUSTERS_COARSE -> clusters(view, Level.COARSE);
      case CLUSTERS_FINE -> clusters(view, Level.FINE);
      case COSINE -> cosine.paint(view, key.level(), key.pointer());
      case MASKS, DISAGREEMENT -> aboutMasks(view, key);
    };
  }

  private Base aboutMasks(KeptView view, Key key) {
    if (key.view() == null) {
      return grey(view, words("legend.masks.view"));
    }
    try {
      return key.mode() == ViewportMode.MASKS
          ? masks.paint(view, key.view(), key.level())
          : masks.paintDisagreement(view, key.view(), key.level());
    } catch (InputException e) {
      // The person sees in the picture why it shows no masks; the other modes go on.
      return grey(view, e.getMessage());
    }
  }

  private static Base alpha(KeptView view) {
    float[] alpha = view.frame().alpha();
    int[] pixels = PixelPacking.each(view, i -> Shading.grey(alpha[i]));
    return new Base(
        pixels, new Legend(words("legend.alpha"), new int[] {0x000000, 0xffffff}, 0, 1));
  }

  private static Base components(KeptView view, Level level) {
    int[] pixels = view.colours(view.tables().components(level));
    return new Base(pixels, Legend.words(words("legend.pca." + level.key())));
  }

  private static Base clusters(KeptView view, Level level) {
    int[] clusters = view.matches(level).clusters();
    int[] colours = view.tables().clusterColours(level);
    float[] alpha = view.frame().alpha();
    float[] rgb = view.frame().rgb();
    int[] pixels =
        PixelPacking.each(
            view,
            i ->
                clusters[i] >= 0 && alpha[i] >= Shading.COVERED
                    ? Shading.shaded(colours[clusters[i]], Shading.brightness(rgb, i))
                    : 0);
    return new Base(
        pixels, Legend.words(words("legend.clusters." + level.key(), view.tables().count(level))));
  }

  /** The scene in dark grey, with words about why there is nothing else to see. */
  static Base grey(KeptView view, String words) {
    float[] rgb = view.frame().rgb();
    return new Base(
        PixelPacking.each(view, i -> Shading.dimmed(Shading.brightness(rgb, i))),
        Legend.words(words));
  }
}
