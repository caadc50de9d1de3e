package org.clickgaussian.features;

import java.util.List;
import org.clickgaussian.feature.space.Embedding;

/**
 * Points laid out, and what is known of each.
 *
 * @param embedding where they are
 * @param clusters cluster of each, as edited, −1 for none: int[n]
 * @param cosines with its cluster's candidate: float[n]
 */
public record FeaturePoints(Embedding embedding, int[] clusters, float[] cosines) {

  /**
   * True labels of points.
   *
   * @param source what they are from, such as the name of an annotated set
   * @param names of the labels
   * @param labels of each point, −1 for none: int[n]
   */
  public record Labels(String source, List<String> names, int[] labels) {
    /** The name of a point's label; empty where it has none. */
    public String name(int point) {
      return labels[point] < 0 ? "" : names.get(labels[point]);
    }
  }

  /** The number of points. */
  public int count() {
    return embedding.count();
  }

  /** The Gaussian of a point. */
  public int gaussian(int point) {
    return embedding.sample().gaussians()[point];
  }
}
