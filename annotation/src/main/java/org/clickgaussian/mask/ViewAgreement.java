package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;

/**
 * Whether the masks of neighbouring views show the same segments.
 *
 * <p>Pixels of view A that lie on a grid (every {@value SeenView#STEP} pixels) and are covered
 * (alpha ≥ 0.5) are carried to a neighbour B through A's rendered depth Σ w z / Σ w. A pixel counts
 * if it falls into B's image on a covered pixel whose own depth is the same within 5% (else it is
 * hidden there). Both its label a in A and its label b in B must not be 0.
 *
 * <p>Of these n pixels let n_ab be those with the labels a and b. Labels agree between views if
 * each segment of one meets mostly one segment of the other; a part in one view may be the whole in
 * the next. The score is the mean of both directions' purities, halved between them:
 *
 * <pre>score = ½ (Σ_a max_b n_ab + Σ_b max_a n_ab) / n</pre>
 *
 * <p>1 is the same segmentation; a view whose masks are shuffled falls to the share of its
 * neighbours' largest segments. One segment for everything is pure in one direction alone. A view's
 * agreement is the median over its neighbours (of two the higher): one bad neighbour does not make
 * a good view bad. NaN where no pixel could be compared.
 *
 * @param view the view's key
 * @param coarse the score of the objects
 * @param fine the score of the parts
 * @param pixels how many pixels were compared, all neighbours together, at the coarse level
 */
public record ViewAgreement(String view, double coarse, double fine, long pixels) {
  /** The score of a level. */
  public double of(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /**
   * Compares each view with its nearest others.
   *
   * @param neighbours how many of the nearest views, by camera position and line of sight, to
   *     compare each with
   * @return one for each view that has masks, in the order of the views
   * @throws org.clickgaussian.io.InputException if a mask cannot be read
   */
  public static List<ViewAgreement> of(
      MaskSource source, List<View> views, DepthSource depth, int neighbours, Progress progress) {
    Map<View, SeenView> seen = new LinkedHashMap<>();
    for (int i = 0; i < views.size(); i++) {
      progress.update(0.5 * i / views.size(), "rendering the depth of " + views.get(i).key());
      Optional<TwoLevelMasks> masks = source.masks(views.get(i));
      if (masks.isPresent()) {
        seen.put(views.get(i), SeenView.of(views.get(i), masks.get(), depth));
      }
    }
    List<View> withMasks = List.copyOf(seen.keySet());
    List<ViewAgreement> agreements = new ArrayList<>();
    for (View view : withMasks) {
      progress.update(0.5 + 0.5 * agreements.size() / withMasks.size(), "comparing " + view.key());
      List<View> nearest = NearestViews.of(view, withMasks, neighbours);
      agreements.add(compare(seen.get(view), nearest.stream().map(seen::get).toList()));
    }
    return List.copyOf(agreements);
  }

  private static ViewAgreement compare(SeenView view, List<SeenView> others) {
    double[] scores = new double[2];
    long pixels = 0;
    for (Level level : Level.values()) {
      List<Double> pairs = new ArrayList<>();
      for (SeenView other : others) {
        LabelMeetings meetings = view.meet(other, level);
        long count = meetings.count();
        pixels += level == Level.COARSE ? count : 0;
        if (count > 0) {
          pairs.add(meetings.agreeing() / count);
        }
      }
      pairs.sort(Comparator.naturalOrder());
      scores[level.ordinal()] = pairs.isEmpty() ? Double.NaN : pairs.get(pairs.size() / 2);
    }
    return new ViewAgreement(view.view().key(), scores[0], scores[1], pixels);
  }
}
