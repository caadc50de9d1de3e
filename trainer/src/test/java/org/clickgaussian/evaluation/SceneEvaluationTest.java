package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.MaskSource;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.selection.TwoObjects;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SceneEvaluationTest {
  private static final TruthObject LEFT = new TruthObject("left", Level.COARSE);
  private static final TruthObject RIGHT = new TruthObject("right", Level.COARSE);
  private static final TruthObject LEFT_UPPER = new TruthObject("left upper", Level.FINE);
  private static final TruthObject RIGHT_LOWER = new TruthObject("right lower", Level.FINE);
  private static final List<TruthObject> ALL = List.of(LEFT, LEFT_UPPER, RIGHT, RIGHT_LOWER);

  private static TwoObjects objects;
  private static List<View> views;

  @BeforeAll
  static void open() {
    objects = new TwoObjects();
    views =
        List.of(
            new View("a", TinyScenes.frontCamera(64, 48)),
            new View("b", TinyScenes.orbitCamera(72, 40, 0.3)),
            new View("c", TinyScenes.orbitCamera(80, 60, -0.4)));
  }

  @AfterAll
  static void close() {
    objects.close();
  }

  /** The pixels where the parts' Gaussians are in front: exact truth, beyond what is rendered. */
  private static int[] parts(View view) {
    try (SplattedView splatted = objects.splat(view.camera())) {
      int[] front = splatted.frontGaussians();
      int[] parts = new int[front.length];
      for (int i = 0; i < front.length; i++) {
        parts[i] = front[i] < 0 ? -1 : TwoObjects.part(front[i]);
      }
      return parts;
    }
  }

  private static BitMask mask(View view, IntPredicate part) {
    int[] parts = parts(view);
    int[] chosen = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      chosen[i] = parts[i] >= 0 && part.test(parts[i]) ? 1 : 0;
    }
    return LabelRendering.mask(chosen, 1, view.camera().width(), view.camera().height());
  }

  private static MapTruth truth() {
    MapTruth truth = new MapTruth(ALL);
    for (View view : views) {
      truth
          .put(view.key(), LEFT, mask(view, p -> p < 2))
          .put(view.key(), RIGHT, mask(view, p -> p >= 2))
          .put(view.key(), LEFT_UPPER, mask(view, p -> p == 0))
          .put(view.key(), RIGHT_LOWER, mask(view, p -> p == 3));
    }
    return truth;
  }

  /** Segments that are the truth itself. */
  private static MaskSource trueSegments() {
    return new MaskSource() {
      @Override
      public Optional<TwoLevelMasks> masks(View view) {
        int[] fine = parts(view);
        int[] coarse = new int[fine.length];
        for (int i = 0; i < fine.length; i++) {
          coarse[i] = fine[i] < 0 ? 0 : 1 + fine[i] / 2;
          fine[i]++;
        }
        int width = view.camera().width();
        int height = view.camera().height();
        return Optional.of(
            new TwoLevelMasks(
                new SegmentMap(width, height, coarse, 2), new SegmentMap(width, height, fine, 4)));
      }

      @Override
      public String description() {
        return "the truth";
      }
    };
  }

  private static SceneEvaluation evaluation(EvaluationTruth truth) {
    return new SceneEvaluation(
        truth,
        views,
        objects.rasterizer,
        Optional.of(new LearntClusters(objects.field, objects.clusters)),
        objects.workers);
  }

  private static SceneScores run(EvaluationTruth truth, MaskMethod... methods) {
    return evaluation(truth).run("panels", List.of(methods), Optional.empty(), Progress.NONE);
  }

  @Test
  void everyMethodFindsWhatTrueFeaturesAndSegmentsTell() {
    int n = TwoObjects.COUNT;
    MapTruth truth = truth();
    GaussianAssignment assignment =
        GaussianAssignment.of(objects.field, objects.clusters, objects.workers);
    ClickIndex index = ClickIndex.of(assignment, objects.clusters, objects.workers);
    List<MaskMethod> methods = new ArrayList<>();
    methods.add(new PropagationMethod(EditedClusters.unedited(objects.clusters), Thresholds.PAPER));
    methods.add(ClickMethod.ofPixels(EditedClusters.unedited(objects.clusters), Thresholds.PAPER));
    methods.add(
        ClickMethod.ofGaussians(
            EditedClusters.unedited(objects.clusters), Thresholds.PAPER, index));
    methods.add(new CeilingMethod(n, ALL));
    methods.add(new LiftingMethod(n));
    methods.add(new SegmentVotingMethod(n, trueSegments()));
    methods.add(
        MajorityVotingMethod.of(
            n, truth, views, trueSegments(), objects.rasterizer, Progress.NONE));
    methods.addAll(
        PropagationMethod.variants(EditedClusters.unedited(objects.clusters), Thresholds.PAPER));
    SceneScores scores = evaluation(truth).run("panels", methods, Optional.empty(), Progress.NONE);
    assertThat(scores.methods()).hasSize(methods.size());
    assertThat(scores.objects()).containsExactly(LEFT, RIGHT, LEFT_UPPER, RIGHT_LOWER);
    for (String method : scores.methods()) {
      for (TruthObject object : ALL) {
        ObjectScore score = scores.own(method, object).orElseThrow();
        assertThat(score.views()).hasSize(3);
        assertThat(score.reference()).isEqualTo("a");
        // Soft borders of a few pixels on panels of about 15 × 15.
        double least = method.contains("=") ? 0.5 : 0.7;
        assertThat(score.mean(Metric.IOU, true).orElseThrow())
            .as("%s of %s", method, object)
            .isGreaterThan(least);
      }
    }
    double ceiling = scores.mean("ceiling", Optional.empty(), Metric.IOU, true).orElseThrow();
    assertThat(ceiling).isGreaterThan(0.85);
    assertThat(scores.mean("segment voting", Optional.empty(), Metric.IOU, true).orElseThrow())
        .isCloseTo(1, within(1e-9));
    assertThat(scores.bestOfBoth("propagation", LEFT_UPPER).orElseThrow().level())
        .isEqualTo(Level.FINE);
  }

  @Test
  void whatIsNotAnsweredCountsZero() {
    SceneScores scores = run(truth(), new OneViewOnly());
    ObjectScore left = scores.own("one view", LEFT).orElseThrow();
    assertThat(left.mean(Metric.IOU, true).orElseThrow()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(left.mean(Metric.IOU, false).orElseThrow()).isZero();
    assertThat(left.views().get(1).answered()).isFalse();
    assertThat(scores.mean("one view", Optional.of(Level.FINE), Metric.IOU, true).orElseThrow())
        .isZero();
  }

  /** Answers with the truth of the left panel in the first view and with nothing elsewhere. */
  private static final class OneViewOnly implements MaskMethod {
    @Override
    public String name() {
      return "one view";
    }

    @Override
    public boolean hasLevels() {
      return false;
    }

    @Override
    public void learn(EvaluatedView reference, ObjectMasks masks) {
      assertThat(reference.view().key()).isEqualTo("a");
      assertThat(masks.objects()).hasSize(4);
    }

    @Override
    public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
      assertThat(level).isEqualTo(object.level());
      return object.equals(LEFT) && view.view().key().equals("a")
          ? Optional.of(mask(view.view(), p -> p < 2))
          : Optional.empty();
    }
  }

  @Test
  void emptyTruthIsFalseAreaAndNoScore() {
    MapTruth truth = truth();
    truth.put("a", LEFT, new BitMask(64, 48));
    truth.remove("b", LEFT);
    SceneScores scores =
        run(
            truth,
            new PropagationMethod(EditedClusters.unedited(objects.clusters), Thresholds.PAPER));
    ObjectScore left = scores.own("propagation", LEFT).orElseThrow();
    assertThat(left.reference()).isEqualTo("c");
    assertThat(left.views()).hasSize(1);
    assertThat(left.mean(Metric.IOU, false)).isEmpty();
    assertThat(left.falseArea()).isBetween(0.01, 0.3);
    ObjectScore right = scores.own("propagation", RIGHT).orElseThrow();
    assertThat(right.falseArea()).isNaN();
  }

  @Test
  void anObjectThatIsNowhereSeenIsNamed() {
    MapTruth truth = truth();
    views.forEach(view -> truth.remove(view.key(), LEFT_UPPER));
    SceneScores scores = run(truth, new LiftingMethod(TwoObjects.COUNT));
    assertThat(scores.own("lifting", LEFT_UPPER)).isEmpty();
    assertThat(scores.warnings()).anyMatch(warning -> warning.contains("left upper"));
  }

  @Test
  void theReferenceCanBeChosenButMustBeAnnotated() {
    MapTruth truth = truth();
    truth.remove("b", LEFT);
    SceneScores scores =
        evaluation(truth)
            .run(
                "panels",
                List.of(new LiftingMethod(TwoObjects.COUNT)),
                Optional.of("b"),
                Progress.NONE);
    assertThat(scores.own("lifting", RIGHT).orElseThrow().reference()).isEqualTo("b");
    assertThat(scores.own("lifting", LEFT).orElseThrow().reference()).isEqualTo("a");
    assertThat(scores.warnings()).anyMatch(warning -> warning.startsWith("left is not"));
    assertThatThrownBy(() -> evaluation(truth).run("x", List.of(), Optional.of("z"), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("z");
    assertThatThrownBy(() -> evaluation(new MapTruth(ALL)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none of the 3 views");
  }
}
