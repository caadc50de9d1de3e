package org.clickgaussian.viewport.navigation;

import org.clickgaussian.scene.Camera;

/**
 * A camera's picture inside a larger one: as large as fits, in the middle.
 *
 * @param camera the camera whose picture fills the larger one; what was its whole picture is the
 *     part that the other components tell
 * @param left pixels from the left border to the part
 * @param top pixels from the upper border to the part
 * @param width of the part, in pixels
 * @param height of the part, in pixels
 */
public record Framing(Camera camera, double left, double top, double width, double height) {

  /** Puts a camera's picture inside one of another size. */
  public static Framing inside(Camera camera, int width, int height) {
    double scale = Math.min(width / (double) camera.width(), height / (double) camera.height());
    double partWidth = scale * camera.width();
    double partHeight = scale * camera.height();
    double left = (width - partWidth) / 2;
    double top = (height - partHeight) / 2;
    Camera larger =
        new Camera(
            width,
            height,
            scale * camera.fx(),
            scale * camera.fy(),
            scale * camera.cx() + left,
            scale * camera.cy() + top,
            camera.viewMatrix());
    return new Framing(larger, left, top, partWidth, partHeight);
  }
}
