package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Views around two coloured heaps, whose masks are the colours. */
class MaskReportTest {
  private static final Workers WORKERS = Workers.of(2);
  private static GaussianScene scene;
  private static CpuRasterizer rasterizer;
  private static final List<View> VIEWS = new ArrayList<>();
  private static final Map<String, TwoLevelMasks> MASKS = new TreeMap<>();

  @BeforeAll
  static void paint() {
    scene = GaussianScene.allocate(3000, 0);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < scene.count(); i++) {
      double side = i % 2 == 0 ? -0.5 : 0.5;
      double[] at = {
        side + random.nextDouble(-0.4, 0.4),
        random.nextDouble(-0.4, 0.4),
        random.nextDouble(-0.4, 0.4)
      };
      float[] colour = i % 2 == 0 ? new float[] {1, 0, 0} : new float[] {0, 1, 0};
      TinyScenes.setRound(scene, i, at, 0.05, 4, colour);
    }
    rasterizer = new CpuRasterizer(scene, WORKERS);
    for (int v = 0; v < 9; v++) {
      View view = new View("view" + v, TinyScenes.orbitCamera(96, 80, 0.15 * v - 0.6));
      VIEWS.add(view);
      try (var splatted = rasterizer.splat(view.camera())) {
        Frame frame = splatted.frame(new float[3]);
        int[] labels = new int[frame.alpha().length];
        for (int p = 0; p < labels.length; p++) {
          boolean red = frame.rgb()[3 * p] > frame.rgb()[3 * p + 1];
          labels[p] = frame.alpha()[p] < 0.5 ? 0 : red ? 1 : 2;
        }
        SegmentMap map = SegmentMap.dense(96, 80, labels);
        MASKS.put(view.key(), new TwoLevelMasks(map, map));
      }
    }
  }

  @AfterAll
  static void close() {
    rasterizer.close();
    scene.close();
    WORKERS.close();
  }

  @Test
  void rightMasksAgreeAndNothingIsLeftOut() {
    MaskReport report = report(MASKS);
    assertThat(report.agreements()).hasSize(9);
    for (ViewAgreement agreement : report.agreements()) {
      assertThat(agreement.pixels()).isGreaterThan(100);
      assertThat(agreement.coarse()).isGreaterThan(0.95);
    }
    assertThat(report.advice()).isEmpty();
    assertThat(report.table()).contains("no view needs to be left out", "view3");
  }

  @Test
  void otherwiseCutMasksAreNamed() {
    Map<String, TwoLevelMasks> masks = new TreeMap<>(MASKS);
    // Horizontal stripes in place of left and right.
    int[] stripes = new int[96 * 80];
    for (int p = 0; p < stripes.length; p++) {
      stripes[p] = 1 + p / 96 / 5 % 2;
    }
    SegmentMap striped = SegmentMap.dense(96, 80, stripes);
    masks.put("view4", new TwoLevelMasks(MASKS.get("view4").coarse(), striped));
    MaskReport report = report(masks);
    assertThat(report.agreement("view4").fine()).isLessThan(0.75);
    assertThat(report.agreement("view4").coarse()).isGreaterThan(0.95);
    assertThat(report.advice()).extracting(MaskReport.LeaveOut::view).containsExactly("view4");
    assertThat(report.table()).contains("--leave-out view4");
    assertThat(report.leavingOut(new LeftOutViews(List.of("view4"))).advice()).isEmpty();
  }

  @Test
  void thePictureOfTheDisagreementAddsUpToTheScore() {
    Map<String, TwoLevelMasks> masks = new TreeMap<>(MASKS);
    int[] labels = MASKS.get("view4").coarse().segments().clone();
    // A block in the red heap that its neighbours do not know.
    for (int p = 0; p < labels.length; p++) {
      boolean block = p % 96 >= 30 && p % 96 < 42 && p / 96 >= 34 && p / 96 < 46;
      labels[p] = block && labels[p] > 0 ? 2 : labels[p];
    }
    SegmentMap changed = SegmentMap.dense(96, 80, labels);
    masks.put("view4", new TwoLevelMasks(changed, MASKS.get("view4").fine()));
    View view = VIEWS.get(4);
    NeighbourDisagreement found =
        NeighbourDisagreement.of(
                source(masks), VIEWS, view, DepthSource.of(rasterizer), 1, Progress.NONE)
            .orElseThrow();
    assertThat(found.neighbours()).hasSize(1).isSubsetOf("view3", "view5");
    float inBlock = found.coarse()[40 * 96 + 36];
    assertThat(inBlock).isEqualTo(1);
    assertThat(found.of(Level.FINE)[40 * 96 + 36]).isZero();
    assertThat(found.coarse()[0]).isNaN();
    double sum = 0;
    int compared = 0;
    for (int row = SeenView.STEP / 2; row < 80; row += SeenView.STEP) {
      for (int column = SeenView.STEP / 2; column < 96; column += SeenView.STEP) {
        float at = found.coarse()[row * 96 + column];
        if (Float.isFinite(at)) {
          sum += at;
          compared++;
        }
      }
    }
    View neighbour =
        VIEWS.stream().filter(v -> v.key().equals(found.neighbours().getFirst())).findFirst().get();
    double score =
        ViewAgreement.of(
                source(masks),
                List.of(view, neighbour),
                DepthSource.of(rasterizer),
                1,
                Progress.NONE)
            .getFirst()
            .coarse();
    assertThat(sum / compared).isCloseTo(1 - score, offset(1e-6)).isGreaterThan(0.02);
    masks.remove("view4");
    assertThat(
            NeighbourDisagreement.of(
                source(masks), VIEWS, view, DepthSource.of(rasterizer), 1, Progress.NONE))
        .isEmpty();
  }

  @Test
  void emptyAndMissingMasksAreTold() {
    Map<String, TwoLevelMasks> masks = new TreeMap<>(MASKS);
    SegmentMap empty = SegmentMap.dense(96, 80, new int[96 * 80]);
    masks.put("view2", new TwoLevelMasks(empty, empty));
    masks.remove("view8");
    MaskReport report = report(masks);
    assertThat(report.agreement("view2").coarse()).isNaN();
    assertThat(report.agreement("view8")).isNull();
    assertThat(report.checks().withoutMasks()).containsExactly("view8");
    assertThat(report.advice()).containsExactly(new MaskReport.LeaveOut("view2", "nearly empty"));
  }

  @Test
  void hiddenSurfacesAreNotCompared() {
    // From opposite sides nothing of the surface is seen by both.
    List<View> opposite =
        List.of(
            new View("front", TinyScenes.orbitCamera(96, 80, 0)),
            new View("back", TinyScenes.orbitCamera(96, 80, Math.PI)));
    SegmentMap one = SegmentMap.dense(96, 80, MASKS.get("view4").coarse().segments());
    List<ViewAgreement> agreements =
        ViewAgreement.of(
            source(
                Map.of("front", new TwoLevelMasks(one, one), "back", new TwoLevelMasks(one, one))),
            opposite,
            DepthSource.of(rasterizer),
            1,
            Progress.NONE);
    long visible = report(MASKS).agreement("view4").pixels() / MaskReport.NEIGHBOURS;
    assertThat(agreements.getFirst().pixels()).isLessThan(visible / 4);
  }

  private static MaskReport report(Map<String, TwoLevelMasks> masks) {
    return MaskReport.of(source(masks), VIEWS, DepthSource.of(rasterizer), WORKERS, Progress.NONE);
  }

  private static MaskSource source(Map<String, TwoLevelMasks> masks) {
    return new MaskSource() {
      @Override
      public Optional<TwoLevelMasks> masks(View view) {
        return Optional.ofNullable(masks.get(view.key()));
      }

      @Override
      public String description() {
        return "painted";
      }
    };
  }
}
