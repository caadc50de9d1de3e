package org.clickgaussian.masks;

import java.util.Optional;
import org.clickgaussian.viewport.frame.ViewportMode;

/** The viewport as the masks pane uses it. */
interface MaskStage {
  /** Flies to a training view and shows a mode there. */
  void fly(String view, ViewportMode mode);

  /** The training view at which the camera stands. */
  Optional<String> standingAt();

  /** Lays a heat map over the picture where the camera stands at its view; empty for none. */
  void lay(Optional<HeatMap> heat);
}
