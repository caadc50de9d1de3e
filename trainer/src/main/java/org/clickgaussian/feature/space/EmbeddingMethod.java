package org.clickgaussian.feature.space;

/** How features are laid out as points. */
public enum EmbeddingMethod {
  /** The coordinates along the axes of a basis: three, linear, true distances as far as they go. */
  PCA("pca", 3, 100_000),
  /** Uniform manifold approximation and projection (McInnes, Healy and Melville 2018): two. */
  UMAP("umap", 2, 10_000),
  /** t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008): two. */
  TSNE("tsne", 2, 3_000);

  private final String key;
  private final int dimensions;
  private final int mostPoints;

  EmbeddingMethod(String key, int dimensions, int mostPoints) {
    this.key = key;
    this.dimensions = dimensions;
    this.mostPoints = mostPoints;
  }

  /** The method's name in files and texts. */
  public String key() {
    return key;
  }

  /** How many coordinates a point gets. */
  public int dimensions() {
    return dimensions;
  }

  /**
   * The number of points up to which it is done in reasonable time and memory; that of t-SNE grows
   * with the square, 24 bytes for each pair of points.
   */
  public int mostPoints() {
    return mostPoints;
  }
}
