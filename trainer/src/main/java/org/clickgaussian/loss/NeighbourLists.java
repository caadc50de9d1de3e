package org.clickgaussian.loss;

/**
 * The K nearest neighbours of each Gaussian, and for each the Gaussians that have it as theirs, in
 * ascending order.
 */
public final class NeighbourLists {
  private final int perGaussian;
  private final int[] neighbours;
  private final int[] starts;
  private final int[] admirers;

  /**
   * Lists for N Gaussians.
   *
   * @param count N
   * @param neighbours int[N · K], the neighbours of Gaussian i from i · K on
   */
  public NeighbourLists(int count, int[] neighbours) {
    if (count > 0 && neighbours.length % count != 0) {
      throw new IllegalArgumentException(
          neighbours.length + " neighbours for " + count + " Gaussians");
    }
    this.perGaussian = count == 0 ? 0 : neighbours.length / count;
    this.neighbours = neighbours;
    this.starts = new int[count + 1];
    this.admirers = new int[neighbours.length];
    reverse(count);
  }

  private void reverse(int count) {
    for (int neighbour : neighbours) {
      starts[neighbour + 1]++;
    }
    for (int i = 0; i < count; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    for (int k = 0; k < neighbours.length; k++) {
      admirers[next[neighbours[k]]++] = k / perGaussian;
    }
  }

  /** K. */
  public int perGaussian() {
    return perGaussian;
  }

  /** The neighbours of all Gaussians, those of i from i · K on. */
  public int[] neighbours() {
    return neighbours;
  }

  /** The Gaussians that have one as a neighbour, those of i from {@link #admirerStart}(i) on. */
  public int[] admirers() {
    return admirers;
  }

  /** Where the admirers of each Gaussian begin, and one more: int[N + 1]. */
  public int[] admirerStarts() {
    return starts;
  }

  /** Where the admirers of Gaussian {@code i} begin; for i = N where the last ones end. */
  int admirerStart(int i) {
    return starts[i];
  }
}
