package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;

/**
 * Where the masks of a view disagree with those of its neighbours, pixel by pixel: the picture
 * behind the number of {@link ViewAgreement}.
 *
 * <p>A pixel is carried to each neighbour as there. Where it meets label b with its own label a, it
 * disagrees by one half if b is not the label that a meets most, and by another half if a is not
 * the one that b meets most; over several neighbours the mean counts. The mean over the pixels that
 * a pair compares is therefore 1 − the score of the pair.
 *
 * @param view the view's key
 * @param width pixels in a row
 * @param height pixels in a column
 * @param coarse float[height · width], row by row: 0 = all neighbours agree, 1 = none does, NaN =
 *     no neighbour shows the place or one of the labels is missing
 * @param fine the same of the parts
 * @param neighbours keys of the views that it was compared with
 */
public record NeighbourDisagreement(
    String view, int width, int height, float[] coarse, float[] fine, List<String> neighbours) {

  /** The disagreement at a level. */
  public float[] of(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /**
   * Compares one view with its nearest others.
   *
   * @param views those that have masks, the view among them
   * @param depth of the scene
   * @param neighbours how many others
   * @return empty if the view has no masks
   * @throws org.clickgaussian.io.InputException if a mask cannot be read
   */
  public static Optional<NeighbourDisagreement> of(
      MaskSource source,
      List<View> views,
      View view,
      DepthSource depth,
      int neighbours,
      Progress progress) {
    Optional<TwoLevelMasks> masks = source.masks(view);
    if (masks.isEmpty()) {
      return Optional.empty();
    }
    SeenView here = SeenView.of(view, masks.get(), depth);
    List<SeenView> others = new ArrayList<>();
    List<View> nearest = NearestViews.of(view, views, neighbours);
    for (View other : nearest) {
      progress.update((others.size() + 1.0) / (nearest.size() + 1), "comparing " + other.key());
      source.masks(other).ifPresent(m -> others.add(SeenView.of(other, m, depth)));
    }
    return Optional.of(
        new NeighbourDisagreement(
            view.key(),
            view.camera().width(),
            view.camera().height(),
            compare(here, others, Level.COARSE),
            compare(here, others, Level.FINE),
            others.stream().map(other -> other.view().key()).toList()));
  }

  private static float[] compare(SeenView here, List<SeenView> others, Level level) {
    int pixels = here.map(level).segments().length;
    float[] sums = new float[pixels];
    int[] counts = new int[pixels];
    for (SeenView other : others) {
      add(here, other, level, sums, counts);
    }
    float[] means = new float[pixels];
    for (int p = 0; p < pixels; p++) {
      means[p] = counts[p] == 0 ? Float.NaN : sums[p] / counts[p];
    }
    return means;
  }

  private static void add(SeenView here, SeenView other, Level level, float[] sums, int[] counts) {
    LabelMeetings meetings = here.meet(other, level);
    int[] bestThere = meetings.bestOfRows();
    int[] bestHere = meetings.bestOfColumns();
    SegmentMap own = here.map(level);
    int[] theirs = other.map(level).segments();
    RigidTransform toWorld = here.view().camera().viewMatrix().inverse();
    for (int p = 0; p < sums.length; p++) {
      int a = own.segments()[p];
      int pixel = a == 0 ? -1 : here.carried(p / own.width(), p % own.width(), toWorld, other);
      int b = pixel < 0 ? 0 : theirs[pixel];
      // A label that met none of the compared pixels has no partner to be compared with.
      if (b != 0 && bestThere[a] != 0 && bestHere[b] != 0) {
        sums[p] += (bestThere[a] == b ? 0 : 0.5f) + (bestHere[b] == a ? 0 : 0.5f);
        counts[p]++;
      }
    }
  }
}
