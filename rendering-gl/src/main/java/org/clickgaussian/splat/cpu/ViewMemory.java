package org.clickgaussian.splat.cpu;

/** The tables of one view, used again by a later view once this one is closed. */
final class ViewMemory {
  final ProjectedGaussians gaussians;
  final DepthOrder order;
  final TileLists lists;

  /** Red, green, blue of each of the N Gaussians, or null until a colour was asked for. */
  float[] colours;

  ViewMemory(int count, int mostEntries) {
    gaussians = new ProjectedGaussians(count);
    order = new DepthOrder(count);
    lists = new TileLists(mostEntries);
  }
}
