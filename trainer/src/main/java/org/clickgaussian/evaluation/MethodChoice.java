package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** The methods that a table of a scene compares, in the order of its columns. */
public final class MethodChoice {
  private final EvaluationTruth truth;
  private final int gaussians;
  private final List<MaskMethod> methods = new ArrayList<>();

  /**
   * No methods yet.
   *
   * @param gaussians N, the number of Gaussians of the scene
   */
  public MethodChoice(EvaluationTruth truth, int gaussians) {
    this.truth = truth;
    this.gaussians = gaussians;
  }

  /** Adds what the trained features can do: propagation and clicks. */
  public MethodChoice withLearnt(LearntClusters learnt, Thresholds thresholds, Workers workers) {
    GaussianAssignment matches =
        GaussianAssignment.of(learnt.field(), learnt.clusters().computed(), workers);
    GaussianAssignment assignment = learnt.clusters().assignment(learnt.field(), matches, workers);
    ClickIndex index = ClickIndex.of(assignment, learnt.clusters(), workers);
    methods.add(new PropagationMethod(learnt.clusters(), thresholds));
    methods.add(ClickMethod.ofPixels(learnt.clusters(), thresholds));
    methods.add(ClickMethod.ofGaussians(learnt.clusters(), thresholds, index));
    return this;
  }

  /** Adds propagation with each number changed; see {@link PropagationMethod#variants}. */
  public MethodChoice withSensitivity(LearntClusters learnt, Thresholds thresholds) {
    methods.addAll(PropagationMethod.variants(learnt.clusters(), thresholds));
    return this;
  }

  /** Adds the ceiling of the splat. */
  public MethodChoice withCeiling() {
    methods.add(new CeilingMethod(gaussians, truth.objects()));
    return this;
  }

  /** Adds the baselines that need no training: lifting and, given segments, segment voting. */
  public MethodChoice withBaselines(Optional<MaskSource> segments) {
    methods.add(new LiftingMethod(gaussians));
    segments.ifPresent(source -> methods.add(new SegmentVotingMethod(gaussians, source)));
    return this;
  }

  /** Adds majority voting of Gaussians, where training views have both truth and segments. */
  public MethodChoice withMajorityVoting(
      List<View> trainingViews, MaskSource segments, Rasterizer rasterizer, Progress progress) {
    MajorityVotingMethod voting =
        MajorityVotingMethod.of(gaussians, truth, trainingViews, segments, rasterizer, progress);
    if (voting.usedViews() > 0) {
      methods.add(voting);
    }
    return this;
  }

  /** The methods chosen. */
  public List<MaskMethod> methods() {
    return List.copyOf(methods);
  }
}
