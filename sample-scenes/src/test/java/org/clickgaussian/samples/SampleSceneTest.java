package org.clickgaussian.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSceneTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void threadsDoNotChangeABit(int threads) {
    try (SampleScene one = TinySamples.generate(TinySamples.SETTINGS, 1);
        SampleScene many = TinySamples.generate(TinySamples.SETTINGS, threads)) {
      for (int i = 0; i < one.gaussians().count(); i++) {
        assertThat(many.partOf(i)).isEqualTo(one.partOf(i));
      }
      List<MemorySegment> expected = planes(one.gaussians());
      List<MemorySegment> actual = planes(many.gaussians());
      for (int p = 0; p < expected.size(); p++) {
        assertThat(actual.get(p).mismatch(expected.get(p))).isEqualTo(-1);
      }
      assertThat(many.subParts().ofGaussian()).isEqualTo(one.subParts().ofGaussian());
      for (int view = 0; view < one.views().size(); view++) {
        assertThat(many.views().get(view).camera().viewMatrix().rotation())
            .isEqualTo(one.views().get(view).camera().viewMatrix().rotation());
      }
    }
  }

  private static List<MemorySegment> planes(GaussianScene scene) {
    return List.of(
        scene.positions(),
        scene.logScales(),
        scene.rotations(),
        scene.opacityLogits(),
        scene.harmonics());
  }

  @Test
  void theTableHasAtLeastTwelveObjectsOfThirtyFiveParts() {
    SampleLabels labels = SampleLabels.of(SampleFurniture.place(1));
    SampleLabels room = SampleLabels.of(RoomObjects.all());
    Set<String> onTable = new HashSet<>(labels.objects());
    onTable.removeAll(room.objects());
    assertThat(onTable).hasSizeGreaterThanOrEqualTo(12);
    long parts =
        labels.parts().stream().filter(part -> onTable.contains(part.split("\\.")[0])).count();
    assertThat(parts).isGreaterThanOrEqualTo(35);
    assertThat(new HashSet<>(labels.objects())).hasSameSizeAs(labels.objects());
    assertThat(new HashSet<>(labels.parts())).hasSameSizeAs(labels.parts());
  }

  @Test
  void labelsAreConsistentAndEveryPartHasGaussians() {
    try (SampleScene sample = TinySamples.generate(TinySamples.SETTINGS, 2)) {
      Set<Integer> parts = new HashSet<>();
      for (int i = 0; i < sample.gaussians().count(); i++) {
        int part = sample.partOf(i);
        parts.add(part);
        String object = sample.labels().objects().get(sample.objectOf(i) - 1);
        assertThat(sample.labels().parts().get(part - 1)).startsWith(object + ".");
        int subPart = sample.subParts().ofGaussian()[i];
        assertThat(sample.subParts().partOf()[subPart]).isEqualTo(part);
      }
      assertThat(parts).hasSize(sample.labels().parts().size());
    }
  }

  @Test
  void gaussiansAreFiniteInsideTheRoomAndOutsideOfOtherThings() {
    try (SampleScene sample = TinySamples.generate(TinySamples.SETTINGS, 2)) {
      GaussianScene scene = sample.gaussians();
      List<SampleObject> objects = SampleFurniture.place(TinySamples.SETTINGS.seed());
      for (int i = 0; i < scene.count(); i++) {
        double[] p = {scene.position(i, 0), scene.position(i, 1), scene.position(i, 2)};
        assertThat(RoomObjects.isOutside(p)).isFalse();
        // Floats round positions by far less than the 0.1 mm that "inside" leaves.
        assertThat(
                objects.stream()
                    .flatMap(object -> object.parts().stream())
                    .flatMap(part -> part.shapes().stream())
                    .noneMatch(shape -> shape.contains(p[0], p[1], p[2])))
            .isTrue();
        double length = 0;
        for (int c = 0; c < 4; c++) {
          length += scene.rotation(i, c) * scene.rotation(i, c);
        }
        assertThat(length).isBetween(0.9999, 1.0001);
        for (int axis = 0; axis < 3; axis++) {
          assertThat(scene.logScale(i, axis)).isBetween(-14f, 1f);
        }
      }
    }
  }

  @Test
  void seedsGiveDifferentScenes() {
    SampleSettings other = new SampleSettings(6, 3000, 3, 96, 72, 0.2);
    try (SampleScene one = TinySamples.generate(TinySamples.SETTINGS, 2);
        SampleScene two = TinySamples.generate(other, 2)) {
      assertThat(two.gaussians().positions().mismatch(one.gaussians().positions()))
          .isNotEqualTo(-1);
      assertThat(two.views().getFirst().camera().viewMatrix().translation())
          .isNotEqualTo(one.views().getFirst().camera().viewMatrix().translation());
    }
  }

  @Test
  void cancellingStopsTheWork() {
    try (Workers workers = Workers.of(2)) {
      assertThatThrownBy(
              () ->
                  SampleScene.generate(
                      TinySamples.SETTINGS,
                      workers,
                      (fraction, message) -> {
                        throw new CancelledException("asked to");
                      }))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> new SampleSettings(0, -1, 3, 96, 72, 0.2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("gaussians");
    assertThatThrownBy(() -> new SampleSettings(0, 3000, 0, 96, 72, 0.2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("views");
    assertThatThrownBy(() -> new SampleSettings(0, 3000, 3, 96, 9999, 0.2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("height");
    assertThatThrownBy(() -> new SampleSettings(0, 3000, 3, 96, 72, Double.NaN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("noise");
  }
}
