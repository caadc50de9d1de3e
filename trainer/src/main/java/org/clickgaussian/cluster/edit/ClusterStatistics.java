package org.clickgaussian.cluster.edit;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of one cluster.
 *
 * @param cluster its number
 * @param gaussians Gaussians whose best candidate is one of the cluster's, whatever the cosine
 * @param meanCosine mean over those Gaussians of the cosine with that candidate; NaN without any
 * @param views supporting views: training views that have a segment whose pooled feature fits the
 *     cluster best, with at least the threshold's cosine; where pooled features are not at hand,
 *     the most that one of its computed candidates had when it was found
 * @param viewsExact whether {@code views} was counted from pooled features
 * @param rivals other clusters by descending cosine between candidates, at most {@value #RIVALS}
 * @param parent of a fine cluster: the coarse one that most of its Gaussians belong to, weighted by
 *     opacity; empty for coarse clusters and those without Gaussians
 */
public record ClusterStatistics(
    int cluster,
    int gaussians,
    double meanCosine,
    int views,
    boolean viewsExact,
    List<Rival> rivals,
    OptionalInt parent) {

  /** Rivals listed at most. */
  public static final int RIVALS = 3;

  /**
   * A cluster that is like another.
   *
   * @param cluster its number
   * @param cosine the greatest between a candidate of the one and a candidate of the other
   */
  public record Rival(int cluster, double cosine) {}
}
