package org.clickgaussian.viewport;

import org.clickgaussian.text.Texts;
import org.clickgaussian.viewport.ViewportState.Obstacle;
import org.clickgaussian.viewport.frame.ViewportMode;

/** What modes are called, and why one cannot be shown. */
final class ModeNames {
  private static final Texts TEXTS = Texts.of("viewport");

  private ModeNames() {}

  /** The name of a mode. */
  static String name(ViewportMode mode) {
    return switch (mode) {
      case COLOUR -> TEXTS.get("mode.colour");
      case DEPTH -> TEXTS.get("mode.depth");
      case ALPHA -> TEXTS.get("mode.alpha");
      case PCA_COARSE -> TEXTS.get("mode.pca-coarse");
      case PCA_FINE -> TEXTS.get("mode.pca-fine");
      case CLUSTERS_COARSE -> TEXTS.get("mode.clusters-coarse");
      case CLUSTERS_FINE -> TEXTS.get("mode.clusters-fine");
      case COSINE -> TEXTS.get("mode.cosine");
      case MASKS -> TEXTS.get("mode.masks");
      case DISAGREEMENT -> TEXTS.get("mode.disagreement");
    };
  }

  /** Why a mode cannot be shown; empty if it can. */
  static String reason(Obstacle obstacle) {
    return switch (obstacle) {
      case NONE -> "";
      case NO_SCENE -> TEXTS.get("obstacle.no-scene");
      case NO_RUN -> TEXTS.get("obstacle.no-run");
      case NO_VIEWS -> TEXTS.get("obstacle.no-views");
    };
  }
}
