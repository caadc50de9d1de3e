package org.clickgaussian.document;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import org.clickgaussian.mask.Level;

/**
 * What a run that is being trained looks like at a moment: three channels a Gaussian for each
 * picture, in the order of the scene as it was read. Never changes; the memory goes with it.
 *
 * @param run the run's folder
 * @param iteration the iterations done
 * @param count N, the number of Gaussians
 * @param components red, green, blue of the principal components by level: row-major float[N][3]
 * @param clusters red, green, blue of each Gaussian's cluster by level; empty while there are no
 *     clusters
 */
public record LiveRun(
    Path run,
    int iteration,
    int count,
    Map<Level, MemorySegment> components,
    Map<Level, MemorySegment> clusters) {
  /** Takes copies. */
  public LiveRun {
    components = Map.copyOf(components);
    clusters = Map.copyOf(clusters);
  }
}
