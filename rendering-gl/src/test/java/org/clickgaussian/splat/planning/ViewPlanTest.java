package org.clickgaussian.splat.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPlanTest {
  private static final Workers WORKERS = Workers.of(2);
  private static final float[] GREY = {0.5f, 0.5f, 0.5f};

  @TempDir Path folder;

  @AfterAll
  static void endThreads() {
    WORKERS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13, 4098})
  void objectIsLookedAtFromOutside(int count) {
    try (var scene = TinyScenes.random(count, 71, 0)) {
      ViewPlan plan = plan(scene, 12, ViewPath.AUTO, null);
      assertThat(plan.path()).isEqualTo(ViewPath.ORBIT);
      assertThat(plan.views()).hasSize(12);
      assertThat(plan.views().getFirst().key()).isEqualTo("view_000");
      assertThat(plan.views().stream().map(View::camera).distinct()).hasSize(12);
    }
  }

  @Test
  void roomIsLookedAtFromInside() {
    try (var room = shell(6000, 5)) {
      ViewPlan plan = plan(room, 10, ViewPath.AUTO, null);
      assertThat(plan.path()).isEqualTo(ViewPath.INSIDE);
      for (View view : plan.views()) {
        double[] eye = view.camera().centre();
        assertThat(Math.sqrt(Vectors.dot(eye, eye))).isLessThan(4.5);
      }
    }
  }

  @Test
  void camerasInGeometryAreLeftOut() {
    // A room filled to one side: places in the filling are no good.
    try (var room = shell(9000, 5)) {
      SplittableRandom random = new SplittableRandom(3);
      for (int i = 0; i < 4000; i++) {
        double[] at = {
          random.nextDouble(0.6, 3), random.nextDouble(-3, 3), random.nextDouble(-3, 3)
        };
        TinyScenes.setRound(room, i * 2, at, 0.12, 4, GREY);
      }
      ViewPlan plan = plan(room, 10, ViewPath.INSIDE, null);
      assertThat(plan.insideGeometry()).isPositive();
      for (View view : plan.views()) {
        assertThat(view.camera().centre()[0]).isLessThan(1);
      }
    }
  }

  @Test
  void samePlanForAnyNumberOfThreads() {
    try (var scene = TinyScenes.random(500, 72, 1);
        Workers one = Workers.of(1);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, one)) {
      PlanSettings settings = new PlanSettings(7, 64, 48, ViewPath.AUTO, null);
      List<View> views = ViewPlan.of(scene, rasterizer, settings, Progress.NONE).views();
      List<View> others = plan(scene, 7, ViewPath.AUTO, null).views();
      for (int i = 0; i < views.size(); i++) {
        assertThat(views.get(i).camera().viewMatrix().rotation())
            .isEqualTo(others.get(i).camera().viewMatrix().rotation());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,-1", "1,1", "1,-1", "2,1", "2,-1"})
  void floorTellsWhichWayIsUp(int axis, int sign) {
    try (var scene = floor(axis, sign)) {
      double[] up = plan(scene, 3, ViewPath.ORBIT, null).up();
      assertThat(up[axis]).isCloseTo(sign, within(1e-9));
    }
  }

  @Test
  void whatIsAskedForIsDone() {
    try (var scene = TinyScenes.random(100, 73, 0)) {
      ViewPlan plan = plan(scene, 5, ViewPath.ORBIT, new double[] {0, 0, 2});
      assertThat(plan.up()).containsExactly(0, 0, 1);
      for (View view : plan.views()) {
        // The image's down axis never points up in the world.
        assertThat(view.camera().viewMatrix().rotation()[5]).isNegative();
      }
    }
  }

  @Test
  void nothingToSeeIsTold() {
    try (var none = GaussianScene.allocate(0, 0);
        var faint = TinyScenes.single(0, 0, 0, 1, -9, GREY)) {
      for (GaussianScene scene : List.of(none, faint)) {
        assertThatThrownBy(() -> plan(scene, 5, ViewPath.AUTO, null))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("no Gaussian");
      }
    }
  }

  @Test
  void plannedSceneIsASceneLikeAnyOther() throws IOException {
    Path splat = folder.resolve("thing.spz");
    Path out = folder.resolve("thing");
    try (var scene = TinyScenes.random(300, 74, 1);
        CpuRasterizer rasterizer = new CpuRasterizer(scene, WORKERS)) {
      SplatFormats.write(scene, splat, WORKERS, Progress.NONE);
      List<View> views = plan(scene, 4, ViewPath.ORBIT, null).views();
      PlannedScene.write(out, splat, views, rasterizer, Progress.NONE);
      SceneFolder written = SceneFolder.open(out);
      assertThat(written.warnings()).isEmpty();
      assertThat(written.splatFile()).hasFileName("thing.spz").hasSameBinaryContentAs(splat);
      assertThat(written.views()).hasSize(4);
      for (int i = 0; i < 4; i++) {
        View view = written.views().get(i);
        assertThat(view.key()).isEqualTo(views.get(i).key());
        assertThat(view.camera().centre()[0])
            .isCloseTo(views.get(i).camera().centre()[0], within(1e-6));
        RgbImage photo = ImageFiles.readRgb(out.resolve("images/" + view.key() + ".png"));
        assertThat(photo.width()).isEqualTo(64);
        assertThat(photo.rgb()).isNotEqualTo(RgbImage.black(64, 48).rgb());
      }
      assertThatThrownBy(() -> PlannedScene.write(out, splat, views, rasterizer, Progress.NONE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("holds something");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  private static ViewPlan plan(GaussianScene scene, int count, ViewPath path, double[] up) {
    try (CpuRasterizer rasterizer = new CpuRasterizer(scene, WORKERS)) {
      PlanSettings settings = new PlanSettings(count, 64, 48, path, up);
      return ViewPlan.of(scene, rasterizer, settings, Progress.NONE);
    }
  }

  /** Gaussians all over a sphere around the origin. */
  private static GaussianScene shell(int count, double radius) {
    GaussianScene scene = GaussianScene.allocate(count, 0);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < count; i++) {
      double[] at = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        at[axis] = random.nextGaussian();
      }
      at = Vectors.plus(new double[3], radius, Vectors.unit(at));
      TinyScenes.setRound(scene, i, at, 0.15, 5, GREY);
    }
    return scene;
  }

  /** A flat floor at the lower end of an axis, with a heap on it. */
  private static GaussianScene floor(int axis, int sign) {
    GaussianScene scene = GaussianScene.allocate(2000, 0);
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < scene.count(); i++) {
      double[] at = new double[3];
      boolean ofFloor = i % 2 == 0;
      double reach = ofFloor ? 2 : 0.4;
      for (int a = 0; a < 3; a++) {
        at[a] = random.nextDouble(-reach, reach);
      }
      at[axis] = ofFloor ? 0 : sign * random.nextDouble(0, 1.5);
      TinyScenes.setRound(scene, i, at, 0.05, 3, GREY);
      if (ofFloor) {
        scene.set(scene.logScales(), axis, i, -9);
      }
    }
    return scene;
  }
}
