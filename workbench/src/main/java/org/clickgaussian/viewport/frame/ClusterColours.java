package org.clickgaussian.viewport.frame;

import java.util.Arrays;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.Workers;

/**
 * A colour for each cluster, 0xRRGGBB by number: what a person gave it, or that of the computed
 * candidate of its number, which is unlike that of its neighbours; parts of split clusters have
 * hues a golden angle apart. Those follow from the scene as it was read and the run alone: the same
 * in every view and whenever the run is opened.
 */
public final class ClusterColours {
  private static final double PART_LIGHTNESS = 0.7;
  private static final double PART_CHROMA = 0.15;
  private static final double GOLDEN = 0.381966011250105;

  private ClusterColours() {}

  /**
   * The colours of a level; from any thread but the window's, inside the document's reading.
   *
   * @param original the scene as it was read
   * @return at least as many as there are numbers of clusters
   */
  public static int[] of(RunSession run, GaussianScene original, Level level, Workers workers) {
    int[] computed =
        run.candidateColours(
            level,
            matches ->
                MapColouring.colours(
                    Borders.ofClusters(
                        original,
                        matches.clusters(),
                        run.clusters().computed().level(level).count(),
                        workers)));
    int[] all = Arrays.copyOf(computed, run.clusters().level(level).bound());
    for (int part = computed.length; part < all.length; part++) {
      all[part] = PerceptualColour.ofHue(PART_LIGHTNESS, PART_CHROMA, part * GOLDEN % 1).rgb();
    }
    run.edits().level(level).colours().forEach((cluster, rgb) -> all[cluster] = rgb);
    return all;
  }
}
