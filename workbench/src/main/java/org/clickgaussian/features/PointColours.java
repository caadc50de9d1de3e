package org.clickgaussian.features;

import java.util.Arrays;
import java.util.Optional;
import org.clickgaussian.feature.picture.PcaBasis;
import org.clickgaussian.feature.space.FeatureSample;
import org.clickgaussian.splat.picture.LabelColours;

/** The colours of points, 0xRRGGBB. */
final class PointColours {
  /** Of points that belong to nothing; seen on light and dark grounds. */
  static final int NOTHING = 0x808894;

  private PointColours() {}

  /** By cluster, in colours given by number. */
  static int[] ofClusters(int[] clusters, int[] colours) {
    return Arrays.stream(clusters)
        .map(c -> c < 0 ? NOTHING : c < colours.length ? colours[c] : ofNumber(c))
        .toArray();
  }

  /** By principal components, as the feature maps show them. */
  static int[] ofComponents(FeatureSample sample, PcaBasis basis) {
    int[] colours = new int[sample.count()];
    for (int i = 0; i < colours.length; i++) {
      double[] row = sample.rows()[i];
      for (int k = 0; k < PcaBasis.COMPONENTS; k++) {
        double along = 0;
        for (int d = 0; d < row.length; d++) {
          along += basis.axes()[k][d] * (row[d] - basis.mean()[d]);
        }
        colours[i] = colours[i] << 8 | (int) Math.round(255 * basis.colour(k, along));
      }
    }
    return colours;
  }

  /** By true label; grey until labels are known. */
  static int[] ofLabels(int count, Optional<FeaturePoints.Labels> labels) {
    int[] colours = new int[count];
    Arrays.setAll(
        colours,
        i ->
            labels.map(l -> l.labels()[i] < 0 ? NOTHING : ofNumber(l.labels()[i])).orElse(NOTHING));
    return colours;
  }

  private static int ofNumber(int number) {
    float[] rgb = new float[3];
    LabelColours.colour(number, rgb, 0);
    return Math.round(255 * rgb[0]) << 16
        | Math.round(255 * rgb[1]) << 8
        | Math.round(255 * rgb[2]);
  }
}
