package org.clickgaussian.viewport.picture;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.navigation.CameraRig;

/**
 * A turn of a camera once around its focus.
 *
 * @param rig where it begins
 * @param frames the number of pictures; after the last one the turn begins again
 * @param width pixels in a row
 * @param height pixels in a column
 */
public record Turntable(CameraRig rig, int frames, int width, int height) {
  /** Checks the numbers. */
  public Turntable {
    if (frames < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "%d frames of %d×%d pixels".formatted(frames, width, height));
    }
  }

  /** The cameras, in order. */
  public List<Camera> cameras() {
    List<Camera> cameras = new ArrayList<>(frames);
    for (int i = 0; i < frames; i++) {
      cameras.add(rig.orbit(2 * Math.PI * i / frames, 0).camera(width, height));
    }
    return cameras;
  }
}
