package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.testing.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealSceneFolderTest {
  @ParameterizedTest
  @CsvSource({
    "scene_bonsai, 63, 800, 533, iteration_4750, DSCF5605, DSCF5637, DSCF5669",
    "scene_fern, 20, 504, 378, '', image000, image008, image016"
  })
  void opensWithAllViewsAndPhotos(
      String name,
      int count,
      int width,
      int height,
      String iteration,
      String a,
      String b,
      String c) {
    SceneFolder scene = SceneFolder.open(SharedData.require(name));

    assertThat(scene.warnings()).isEmpty();
    assertThat(scene.splatFile().toString()).contains(iteration).endsWith("point_cloud.ply");
    assertThat(scene.cameraSource().orElseThrow()).endsWithRaw(Path.of("sparse/0"));
    assertThat(scene.views()).hasSize(count).isSortedAccordingTo(Comparator.comparing(View::key));
    assertThat(scene.views())
        .allSatisfy(
            view -> {
              assertThat(view.camera().width()).isEqualTo(width);
              assertThat(view.camera().height()).isEqualTo(height);
              assertThat(scene.hasPhoto(view)).isTrue();
              assertThat(scene.isUndistorted(view)).isFalse();
            });
    RgbImage photo = scene.photo(scene.views().getLast());
    assertThat(photo.width()).isEqualTo(width);
    assertThat(photo.height()).isEqualTo(height);
    assertThat(ViewSplit.holdOut(scene.views(), 8).testKeys()).startsWith(a, b, c);
    assertThat(scene.describe()).contains("views: " + count);
  }

  @ParameterizedTest
  @CsvSource({"scene_bonsai", "scene_fern"})
  void colmapAndCamerasJsonAgree(String name) {
    Path folder = SharedData.require(name);
    List<View> colmap = SceneFolder.open(folder).views();
    List<View> json = CamerasJson.readViews(folder.resolve("cameras.json"));

    assertThat(json.stream().map(View::key).sorted().toList())
        .isEqualTo(colmap.stream().map(View::key).toList());
    for (View view : colmap) {
      Camera expected = view.camera();
      Camera actual =
          json.stream().filter(v -> v.key().equals(view.key())).findFirst().orElseThrow().camera();
      assertThat(actual.fx()).isCloseTo(expected.fx(), within(1e-9));
      assertThat(actual.fy()).isCloseTo(expected.fy(), within(1e-9));
      assertThat(actual.cx()).isCloseTo(expected.cx(), within(0.51));
      assertThat(actual.cy()).isCloseTo(expected.cy(), within(0.51));
      assertThat(actual.viewMatrix().rotation())
          .containsExactly(expected.viewMatrix().rotation(), within(1e-6));
      assertThat(actual.viewMatrix().translation())
          .containsExactly(expected.viewMatrix().translation(), within(1e-5));
    }
  }
}
