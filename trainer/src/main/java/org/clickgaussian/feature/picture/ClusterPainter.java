package org.clickgaussian.feature.picture;

import java.lang.foreign.MemorySegment;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.cluster.edit.EditedLevel;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.Level;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.picture.LabelColours;
import org.clickgaussian.splat.picture.Painter;
import org.clickgaussian.splat.picture.Picture;
import org.clickgaussian.work.Workers;

/**
 * The global cluster of every pixel: the candidate nearest to the pixel's rendered feature (Eq. 2),
 * in a colour of its own, shaded by the scene's brightness so that shapes can be told. Pixels that
 * are covered by less than half are black.
 */
public final class ClusterPainter implements Painter {

  private static final float COVERED = 0.5f;

  private final FeatureField field;
  private final CandidateMatcher matcher;
  private final EditedLevel edited;
  private final String legend;
  private final Workers workers;

  /** A painter of one level; the field must stay open. */
  public ClusterPainter(FeatureField field, GlobalClusters clusters, Level level, Workers workers) {
    this(field, EditedClusters.unedited(clusters), level, workers);
  }

  /** A painter of one level of edited clusters; the field must stay open. */
  public ClusterPainter(FeatureField field, EditedClusters clusters, Level level, Workers workers) {
    this.field = field;
    this.matcher = clusters.matcher(level);
    this.edited = clusters.level(level);
    this.legend = edited.count() + " " + level.key() + " clusters";
    this.workers = workers;
  }

  @Override
  public Picture paint(SplattedView view) {
    Frame frame = view.frame(new float[3]);
    float[] rendered = view.channels(field.table(), field.layout().dimensions());
    Matches matches =
        edited.group(matcher.match(rendered, workers), MemorySegment.ofArray(rendered), workers);
    float[] rgb = new float[3 * matches.count()];
    for (int pixel = 0; pixel < matches.count(); pixel++) {
      int cluster = matches.clusters()[pixel];
      if (cluster >= 0 && frame.alpha()[pixel] >= COVERED) {
        LabelColours.shaded(cluster, brightness(frame.rgb(), pixel), rgb, 3 * pixel);
      }
    }
    return new Picture(RgbImage.ofFloats(frame.width(), frame.height(), rgb), legend);
  }

  /** Luma of a pixel (Rec. 709), 0 to 1. */
  private static float brightness(float[] rgb, int pixel) {
    float luma =
        0.2126f * rgb[3 * pixel] + 0.7152f * rgb[3 * pixel + 1] + 0.0722f * rgb[3 * pixel + 2];
    return Math.clamp(luma, 0f, 1f);
  }
}
