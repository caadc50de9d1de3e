package org.clickgaussian.masks;

import java.util.function.BooleanSupplier;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.DepthSource;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.text.Texts;
import org.clickgaussian.work.CancelledException;

/**
 * The depth of an open scene, view by view, so that nobody waits long for the Gaussians.
 *
 * @param document the scene
 * @param shown whether the window shows it still
 */
record DocumentDepth(SceneDocument document, BooleanSupplier shown) implements DepthSource {
  /**
   * {@inheritDoc}
   *
   * @throws CancelledException if the scene was closed
   */
  @Override
  public float[] depths(Camera camera) {
    try {
      return document.reading(() -> DepthSource.of(document.rasterizer()).depths(camera));
    } catch (IllegalStateException e) {
      if (shown.getAsBoolean()) {
        throw e;
      }
      throw new CancelledException(Texts.of("masks").get("scene-closed"));
    }
  }
}
