package org.clickgaussian.document.export;

import org.clickgaussian.cluster.Matches;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.mask.Level;

/**
 * The cluster of every Gaussian at a level, as files name it.
 *
 * @param run where the clusters come from
 * @param threshold the least cosine with its cluster at which a Gaussian belongs to it
 */
record ClusterLabels(RunSession run, double threshold) {
  /** The label of Gaussians that belong to no cluster. */
  static final int NONE = -1;

  /** The label of a Gaussian of the scene as it was read. */
  int label(Level level, int gaussian) {
    Matches matches = run.assignment().level(level);
    boolean belongs = matches.cosines()[gaussian] >= threshold;
    return belongs ? matches.clusters()[gaussian] : NONE;
  }

  /** What the column or file of a level is called, such as "coarse_cluster". */
  static String name(Level level) {
    return level.key() + "_cluster";
  }
}
