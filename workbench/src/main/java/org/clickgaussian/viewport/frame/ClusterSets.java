package org.clickgaussian.viewport.frame;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.mask.Level;

/** The Gaussians that a click on a cluster selects, of the last clusters kept. */
final class ClusterSets {
  private static final int KEPT = 32;

  private record Key(Level level, int cluster, double threshold) {}

  private final RunSession run;
  private final int[] origins;
  private final Map<Key, GaussianSet> kept =
      new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, GaussianSet> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Sets of a run.
   *
   * @param origins for each Gaussian of the scene as it is now the one it was copied from, or
   *     itself
   */
  ClusterSets(RunSession run, int[] origins) {
    this.run = run;
    this.origins = origins;
  }

  /** The Gaussians of a cluster whose cosine with its candidate reaches a threshold. */
  GaussianSet of(Level level, int cluster, double threshold) {
    return kept.computeIfAbsent(new Key(level, cluster, threshold), this::find);
  }

  private GaussianSet find(Key key) {
    if (origins.length == run.index().gaussianCount()) {
      BitSet bits = new BitSet(origins.length);
      run.index().mark(key.level(), key.cluster(), key.threshold(), bits);
      return GaussianSet.of(bits);
    }
    Matches matches = run.assignment().level(key.level());
    return GaussianSet.where(
        origins.length,
        i ->
            matches.clusters()[origins[i]] == key.cluster()
                && matches.cosines()[origins[i]] >= key.threshold());
  }
}
