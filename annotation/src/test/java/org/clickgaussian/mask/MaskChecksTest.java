package org.clickgaussian.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;

class MaskChecksTest {
  private static final List<View> VIEWS = List.of(view("left"), view("empty"), view("none"));

  @Test
  void everyViewHasItsRow() {
    try (Workers workers = Workers.of(2)) {
      MaskChecks checks = MaskChecks.of(new Source(), VIEWS, workers, Progress.NONE);
      assertThat(checks.rows()).extracting(MaskChecks.Row::view).containsExactly("left", "empty");
      assertThat(checks.rows().getFirst().coarse()).isEqualTo(new LevelCoverage(1, 0.75, 3, 3, 3));
      assertThat(checks.rows().getFirst().fine()).isEqualTo(new LevelCoverage(3, 0.75, 1, 1, 1));
      assertThat(checks.nearlyEmpty()).containsExactly("empty");
      assertThat(checks.withoutMasks()).containsExactly("none");
      assertThat(checks.table().lines())
          .hasSize(5)
          .anySatisfy(line -> assertThat(line).startsWith("left").contains("75.0%"))
          .anySatisfy(line -> assertThat(line).startsWith("empty").endsWith("nearly empty"))
          .anySatisfy(line -> assertThat(line).startsWith("none").endsWith("no masks"));
    }
  }

  @Test
  void warningsAreTakenDownOnceFromAnyThread() {
    MaskWarnings warnings = new MaskWarnings();
    try (Workers workers = Workers.of(2)) {
      workers.forEach(1000, i -> warnings.add("too small", "photo" + i % 5));
    }
    warnings.add("odd", "here");
    assertThat(warnings.list())
        .containsExactly("odd: here", "too small: photo0, photo1, photo2 and 2 more");
  }

  private static View view(String key) {
    return new View(key, Camera.centred(4, 1, 4, RigidTransform.identity()));
  }

  /** Masks for the first view, an empty one for the second, none for the third. */
  private static final class Source implements MaskSource {
    @Override
    public Optional<TwoLevelMasks> masks(View view) {
      SegmentMap empty = SegmentMap.dense(4, 1, new int[4]);
      SegmentMap coarse = SegmentMap.dense(4, 1, new int[] {1, 1, 1, 0});
      SegmentMap fine = SegmentMap.dense(4, 1, new int[] {1, 2, 3, 0});
      return switch (view.key()) {
        case "left" -> Optional.of(new TwoLevelMasks(coarse, fine));
        case "empty" -> Optional.of(new TwoLevelMasks(empty, empty));
        default -> Optional.empty();
      };
    }

    @Override
    public String description() {
      return "masks of a test";
    }
  }
}
