package org.clickgaussian.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;

/**
 * Baseline "segment voting": the reference mask is put onto the Gaussians as in {@link
 * LiftingMethod}; in another view every Gaussian that the reference has seen votes, with its blend
 * weights, for its label in each segment that it falls in, and a segment takes the label of most
 * weight. The mask of an object is the union of its segments. They are those of the fine level for
 * objects and parts alike: small segments can make up any object, large ones cannot be cut.
 * Gaussians that the reference does not see abstain; pixels without a segment belong to nothing; a
 * view without segments has no answer.
 */
public final class SegmentVotingMethod implements MaskMethod {
  private final int gaussians;
  private final MaskSource segments;
  private final Map<TruthObject, Lifted> lifted = new HashMap<>();
  private String cachedView;
  private Optional<TwoLevelMasks> cachedSegments = Optional.empty();
  private final Map<Lifted, int[]> cachedLabels = new HashMap<>();

  /** Labels of the Gaussians from one reference view: k + 1, 0 for none, −1 for not seen. */
  private record Lifted(List<TruthObject> objects, int[] labels) {}

  /**
   * Segment voting in a scene of N Gaussians.
   *
   * @param gaussians N
   * @param segments the segments of the views that will be asked for
   */
  public SegmentVotingMethod(int gaussians, MaskSource segments) {
    this.gaussians = gaussians;
    this.segments = segments;
  }

  @Override
  public String name() {
    return "segment voting";
  }

  @Override
  public boolean hasLevels() {
    return false;
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    ReferenceVotes.forEachLevel(
        reference,
        masks,
        gaussians,
        (objects, votes) -> {
          Lifted fromHere = new Lifted(objects, votes.majority());
          objects.forEach(object -> lifted.put(object, fromHere));
        });
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    if (!view.view().key().equals(cachedView)) {
      cachedView = view.view().key();
      cachedSegments = segments.masks(view.view());
      cachedLabels.clear();
    }
    Lifted from = lifted.get(object);
    if (from == null || cachedSegments.isEmpty()) {
      return Optional.empty();
    }
    int[] labels = cachedLabels.computeIfAbsent(from, l -> pixelLabels(view, l));
    int label = from.objects.indexOf(object) + 1;
    return Optional.of(LabelRendering.mask(labels, label, view.width(), view.height()));
  }

  private int[] pixelLabels(EvaluatedView view, Lifted from) {
    SegmentMap map = cachedSegments.orElseThrow().fine();
    int[] labelOfSegment =
        SegmentLabels.byGaussians(view.splatted(), map, from.labels, from.objects.size() + 1);
    int[] labels = new int[map.segments().length];
    for (int pixel = 0; pixel < labels.length; pixel++) {
      labels[pixel] = labelOfSegment[map.segments()[pixel]];
    }
    return labels;
  }
}
