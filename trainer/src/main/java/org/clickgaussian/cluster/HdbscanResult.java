package org.clickgaussian.cluster;

/**
 * What HDBSCAN found.
 *
 * @param labels cluster of each point, 0 … clusters − 1, or −1 for noise: int[n]
 * @param clusters the number of clusters
 * @param spanningTree the minimum spanning tree of the mutual reachability graph
 * @param condensedTree the hierarchy that the clusters were chosen from
 */
public record HdbscanResult(
    int[] labels, int clusters, SpanningTree spanningTree, CondensedTree condensedTree) {
  /** The number of points that belong to no cluster. */
  public int noise() {
    int noise = 0;
    for (int label : labels) {
      noise += label < 0 ? 1 : 0;
    }
    return noise;
  }
}
