package org.clickgaussian.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.io.InputException;
import org.clickgaussian.testing.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks made with the real model: a grid of two points, a few small photos. */
class MaskGenerationTest {
  private static final GenerationForm FEW_POINTS = GenerationForm.DEFAULTS.withPointsPerSide(2);

  @TempDir private Path temporary;

  private MasksBench bench;

  @BeforeEach
  void start() {
    bench = new MasksBench(SharedData.require("sam_onnx"));
  }

  @AfterEach
  void close() {
    if (bench != null) {
      bench.close();
    }
  }

  private static GenerationForm of(ViewPart part) {
    return new GenerationForm("mobile-sam", 2, 0, 0.5, 0.5, 0, part, false);
  }

  @Test
  void finishedPhotosAreShownAndKeptWhenOneCannotBeRead() throws Exception {
    Path scene = TrainedScene.get().copy(temporary.resolve("scene"));
    bench.open(scene);
    // All of its photos could be measured when the scene was opened.
    Path broken;
    try (var photos = Files.list(scene.resolve("images"))) {
      broken = photos.filter(p -> p.toString().contains("view004")).findFirst().orElseThrow();
    }
    Files.writeString(broken, "no photo");
    bench.handle(new MasksIntent.Enter(of(ViewPart.EVERY_FOURTH)));
    bench.handle(new MasksIntent.Generate());
    assertThat(bench.tasks.failures)
        .singleElement()
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e).hasMessageContaining("view004"));
    bench.until(() -> !bench.previews.isEmpty() && bench.state().idle());
    assertThat(bench.previews.getFirst().view()).isEqualTo("view000");
    Path set = scene.resolve("clickgaussian/masks").resolve(of(ViewPart.ALL).setName());
    assertThat(set.resolve("view000.json")).exists();
    assertThat(set.resolve("view004.json")).doesNotExist();
    // The same set goes on with the photo in the viewport.
    bench.standing = java.util.Optional.of("view001");
    bench.handle(new MasksIntent.Enter(of(ViewPart.HERE)));
    bench.handle(new MasksIntent.Generate());
    assertThat(set.resolve("view001.json")).exists();
    assertThat(bench.state().sets().chosen()).contains(set);
    bench.until(
        () -> bench.state().sets().chosenEntry().filter(entry -> entry.photos() == 2).isPresent());
    assertThat(bench.tasks.failures).hasSize(1);
  }

  @Test
  void aBareSplatGoesTheWholeWayToTraining() throws Exception {
    Path bare = Files.createDirectories(temporary.resolve("bare")).resolve("thing.ply");
    try (var files = Files.walk(TrainedScene.get().folder().resolve("point_cloud"))) {
      Files.copy(files.filter(Files::isRegularFile).findFirst().orElseThrow(), bare);
    }
    bench.open(bare);
    bench.handle(new MasksIntent.MakeClickable());
    bench.until(() -> !bench.trained.isEmpty());
    Path masks = bench.trained.getFirst();
    assertThat(masks)
        .isEqualTo(
            temporary
                .resolve("bare/thing-views/clickgaussian/masks")
                .resolve(FEW_POINTS.setName()));
    for (int view = 0; view < 3; view++) {
      assertThat(masks.resolve("view_00" + view + ".json")).exists();
    }
    assertThat(bench.state().sets().chosen()).contains(masks);
    assertThat(bench.tasks.failures).isEmpty();
  }
}
