package org.clickgaussian.clusters;

import java.util.Optional;
import org.clickgaussian.cluster.edit.ClusterStatistics;
import org.clickgaussian.mask.Level;

/**
 * A cluster as the pane lists it.
 *
 * @param level its level
 * @param statistics its number and what was counted
 * @param name what it is called: the name it was given, or its number in words
 * @param colour 0xRRGGBB
 * @param hidden whether its Gaussians are not drawn
 * @param several whether it was merged from several candidates
 * @param thumbnail a picture, once there is one
 */
record ClusterRow(
    Level level,
    ClusterStatistics statistics,
    String name,
    int colour,
    boolean hidden,
    boolean several,
    Optional<ClusterThumbnail> thumbnail) {

  /** Its number. */
  int cluster() {
    return statistics.cluster();
  }
}
