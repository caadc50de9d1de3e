package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.clickgaussian.scene.GaussianScene.ExtraProperty;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneOrderTest {
  private static final Workers WORKERS = Workers.of(2);

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 4098, 40_000})
  void curveAndBackGivesTheSameScene(int count) {
    try (var scene = TinyScenes.random(count, 3, 2);
        var sorted = SceneOrder.sortedAlongCurve(scene, WORKERS);
        var back = SceneOrder.inFileOrder(sorted, WORKERS)) {
      assertThat(IntStream.range(0, count).map(sorted::fileIndex).sorted().toArray())
          .isEqualTo(IntStream.range(0, count).toArray());
      for (int i = 0; i < count; i++) {
        assertThat(back.fileIndex(i)).isEqualTo(i);
        assertThat(sorted.position(i, 1)).isEqualTo(scene.position(sorted.fileIndex(i), 1));
      }
      assertThat(back.positions().mismatch(scene.positions())).isEqualTo(-1);
      assertThat(back.logScales().mismatch(scene.logScales())).isEqualTo(-1);
      assertThat(back.rotations().mismatch(scene.rotations())).isEqualTo(-1);
      assertThat(back.opacityLogits().mismatch(scene.opacityLogits())).isEqualTo(-1);
      assertThat(back.harmonics().mismatch(scene.harmonics())).isEqualTo(-1);
    }
  }

  @Test
  void neighboursOnTheCurveAreCloseInSpaceInSpiteOfOutliers() {
    try (var scene = TinyScenes.random(4098, 5, 0)) {
      scene.set(scene.positions(), 0, 17, 3e30f);
      scene.set(scene.positions(), 2, 18, -1e20f);
      try (var sorted = SceneOrder.sortedAlongCurve(scene, WORKERS)) {
        double[] steps =
            IntStream.range(1, 4098)
                .mapToDouble(i -> distance(sorted, i - 1, i))
                .sorted()
                .toArray();
        // 4098 points in a cube of side 2: the spacing is 2 / 16; random pairs are 1.3 apart.
        assertThat(steps[2049]).isLessThan(0.2);
      }
    }
  }

  private static double distance(GaussianScene scene, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double d = (double) scene.position(i, axis) - scene.position(j, axis);
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  @Test
  void equalPlacesKeepTheirOrder() {
    try (var scene = GaussianScene.allocate(300, 0);
        var sorted = SceneOrder.sortedAlongCurve(scene, WORKERS)) {
      for (int i = 0; i < 300; i++) {
        assertThat(sorted.fileIndex(i)).isEqualTo(i);
      }
    }
  }

  @Test
  void selectionKeepsFileRowsAndFurtherColumns() {
    ExtraProperty label = new ExtraProperty("label", "uchar", new double[] {5, 6, 7});
    try (var scene = new GaussianScene(3, 0, 9, new int[] {2, 4, 8}, List.of(label))) {
      scene.set(scene.positions(), 1, 2, 42);
      try (var selected = SceneOrder.select(scene, new int[] {2, 0}, WORKERS)) {
        assertThat(selected.count()).isEqualTo(2);
        assertThat(selected.fileCount()).isEqualTo(9);
        assertThat(selected.fileIndex(0)).isEqualTo(8);
        assertThat(selected.fileIndex(1)).isEqualTo(2);
        assertThat(selected.position(0, 1)).isEqualTo(42);
        assertThat(selected.extraProperties().getFirst().values()).containsExactly(7, 5);
      }
    }
  }

  @Test
  void fileOrderRefusesTwoGaussiansOfOneRow() {
    try (var scene = new GaussianScene(2, 0, 9, new int[] {4, 4}, List.of())) {
      assertThatThrownBy(() -> SceneOrder.fileOrder(scene))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void valuesGoToFileRowsAndBack() {
    try (var scene = new GaussianScene(2, 0, 4, new int[] {3, 1}, List.of());
        Arena arena = Arena.ofConfined()) {
      float[] rows = FileRows.fromGaussians(scene, new float[] {10, 20}, -1);
      assertThat(rows).containsExactly(-1, 20, -1, 10);
      assertThat(FileRows.toGaussians(scene, rows)).containsExactly(10, 20);
      int[] labels = FileRows.fromGaussians(scene, new int[] {7, 8}, 0);
      assertThat(labels).containsExactly(0, 8, 0, 7);
      assertThat(FileRows.toGaussians(scene, labels)).containsExactly(7, 8);

      MemorySegment table = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3, 4);
      MemorySegment inFile = arena.allocate(4 * 2 * 4);
      FileRows.fromGaussians(scene, table, 2, inFile);
      assertThat(inFile.toArray(ValueLayout.JAVA_FLOAT)).containsExactly(0, 0, 3, 4, 0, 0, 1, 2);
      MemorySegment again = arena.allocate(2 * 2 * 4);
      FileRows.toGaussians(scene, inFile, 2, again);
      assertThat(again.mismatch(table)).isEqualTo(-1);
    }
  }

  @Test
  void boundsHoldAllOrAllButOutliers() {
    try (var scene = TinyScenes.random(1000, 1, 0)) {
      scene.set(scene.positions(), 0, 0, 1e9f);
      assertThat(Bounds.of(scene).max()[0]).isEqualTo(1e9f);
      Bounds robust = Bounds.robust(scene, 0.01);
      for (int axis = 0; axis < 3; axis++) {
        assertThat(robust.min()[axis]).isBetween(-1.0, -0.9);
        assertThat(robust.max()[axis]).isBetween(0.9, 1.0);
        assertThat(robust.centre()[axis]).isBetween(-0.1, 0.1);
      }
      assertThat(robust.widened(2).diagonal()).isBetween(robust.diagonal() * 1.999, 7.0);
    }
    try (var empty = GaussianScene.allocate(0, 0)) {
      assertThat(Bounds.of(empty).diagonal()).isZero();
      assertThat(Bounds.robust(empty, 0.1).diagonal()).isZero();
    }
  }
}
