package org.clickgaussian.viewport.frame;

import java.util.OptionalInt;
import org.clickgaussian.document.EditState;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;

/**
 * A picture that is wanted.
 *
 * @param camera from where; its width and height are those of the picture
 * @param mode what to show
 * @param state selection, hidden Gaussians, level, threshold
 * @param view key of the training view that the camera stands at; null where it stands elsewhere
 * @param pointer the pixel under the pointer, row · width + column, for the preview of the segment
 *     there and for {@link ViewportMode#COSINE}; empty where the pointer is elsewhere
 * @param moving whether the camera is on its way: the picture may then be coarser
 */
public record FrameRequest(
    Camera camera,
    ViewportMode mode,
    EditState state,
    String view,
    OptionalInt pointer,
    boolean moving) {

  /** The level that clicks select at. */
  public Level level() {
    return state.level();
  }
}
