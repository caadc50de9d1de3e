package org.clickgaussian.scene.format;

import java.util.List;
import org.clickgaussian.scene.GaussianScene;

/**
 * What came out of a splat file.
 *
 * @param scene its Gaussians in file order, invalid rows left out; to be closed by the caller
 * @param format what the file was, by its content
 * @param warnings what a person should know, such as "1 Gaussian with NaN left out (row 4711)"
 */
public record LoadedSplat(GaussianScene scene, SplatFormat format, List<String> warnings) {
  /** Keeps the warnings from changing. */
  public LoadedSplat {
    warnings = List.copyOf(warnings);
  }
}
