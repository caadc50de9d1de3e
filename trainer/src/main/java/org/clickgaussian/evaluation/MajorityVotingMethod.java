package org.clickgaussian.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;

/**
 * Baseline "majority voting of Gaussians": what the training views' segments give without any
 * learning, if an oracle names them. In every training view each segment takes the true label that
 * most of its pixels have (nothing, if that is what most show); its pixels vote for that label with
 * their blend weights; a Gaussian takes the label of most weight over all training views. Pixels
 * without a segment do not vote. Needs truth in the training views, as generated scenes have it.
 */
public final class MajorityVotingMethod implements MaskMethod {
  private final Map<Level, LabelledGaussians> labelled = new EnumMap<>(Level.class);
  private final int usedViews;

  private MajorityVotingMethod(Map<Level, LabelledGaussians> labelled, int usedViews) {
    this.labelled.putAll(labelled);
    this.usedViews = usedViews;
  }

  /**
   * Collects the votes.
   *
   * @param gaussians N
   * @param trainingViews views whose segments vote; those without truth or segments do not
   */
  public static MajorityVotingMethod of(
      int gaussians,
      EvaluationTruth truth,
      List<View> trainingViews,
      MaskSource segments,
      Rasterizer rasterizer,
      Progress progress) {
    Map<Level, List<TruthObject>> objects = new EnumMap<>(Level.class);
    Map<Level, LabelVotes> votes = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      objects.put(level, truth.objects().stream().filter(o -> o.level() == level).toList());
      votes.put(level, new LabelVotes(gaussians, objects.get(level).size() + 1));
    }
    int used = 0;
    for (int i = 0; i < trainingViews.size(); i++) {
      View view = trainingViews.get(i);
      progress.update(i / (double) trainingViews.size(), "votes of view " + view.key());
      ObjectMasks masks = masks(truth, view);
      Optional<TwoLevelMasks> found =
          masks.objects().isEmpty() ? Optional.empty() : segments.masks(view);
      if (found.isPresent()) {
        used++;
        try (SplattedView splatted = rasterizer.splat(view.camera())) {
          for (Level level : Level.values()) {
            votes.get(level).add(splatted, labels(masks, objects.get(level), found.get(), level));
          }
        }
      }
    }
    Map<Level, LabelledGaussians> labelled = new EnumMap<>(Level.class);
    objects.forEach(
        (level, list) -> labelled.put(level, new LabelledGaussians(list, votes.get(level))));
    return new MajorityVotingMethod(labelled, used);
  }

  private static ObjectMasks masks(EvaluationTruth truth, View view) {
    ObjectMasks masks = new ObjectMasks(view.camera().width(), view.camera().height());
    for (TruthObject object : truth.objects()) {
      truth.mask(view.key(), object).ifPresent(mask -> masks.put(object, mask));
    }
    return masks;
  }

  private static int[] labels(
      ObjectMasks masks, List<TruthObject> objects, TwoLevelMasks segments, Level level) {
    SegmentMap map = level == Level.COARSE ? segments.coarse() : segments.fine();
    int[] named = SegmentLabels.byPixels(map, masks.labels(objects), objects.size() + 1);
    int[] labels = new int[map.segments().length];
    for (int pixel = 0; pixel < labels.length; pixel++) {
      int segment = map.segments()[pixel];
      labels[pixel] = segment == 0 ? -1 : named[segment];
    }
    return labels;
  }

  /** The number of training views that had both truth and segments. */
  public int usedViews() {
    return usedViews;
  }

  @Override
  public String name() {
    return "majority voting";
  }

  @Override
  public boolean hasLevels() {
    return false;
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    // The votes were counted before; the reference adds nothing.
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    return Optional.of(labelled.get(object.level()).mask(view, object));
  }
}
