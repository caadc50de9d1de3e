package org.clickgaussian.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.CameraSamples;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.scene.camera.ColmapModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneFolderTest {
  @TempDir Path folder;

  @Test
  void generatedSceneIsFoundWhole() throws IOException {
    List<View> views = CameraSamples.circle(5);
    touch("point_cloud/iteration_900/point_cloud.ply");
    touch("point_cloud/iteration_30000/point_cloud.ply");
    Files.createDirectories(folder.resolve("point_cloud/iteration_99999"));
    touch("input.ply");
    ColmapModel.write(folder.resolve("sparse/0"), views.reversed(), ".png");
    CamerasJson.write(folder.resolve("cameras.json"), views.subList(0, 1));
    views.forEach(this::photograph);

    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.warnings()).isEmpty();
    assertThat(scene.splatFile())
        .isEqualTo(folder.resolve("point_cloud/iteration_30000/point_cloud.ply"));
    assertThat(scene.cameraSource()).contains(folder.resolve("sparse/0"));
    assertThat(scene.views().stream().map(View::key))
        .containsExactly("photo00", "photo01", "photo02", "photo03", "photo04");
    View second = scene.view("photo01.png");
    assertThat(second).isSameAs(scene.views().get(1));
    assertThat(scene.photo(second).width()).isEqualTo(65);
    assertThat(scene.photoFile(second)).contains(folder.resolve("images/photo01.png"));
    int[] labels = new int[12];
    assertThat(scene.undistortNearest(second, labels, 4, 3)).isSameAs(labels);
    assertThat(scene.describe()).contains("iteration_30000", "views: 5", "photos: 5, 0 with");
    assertThatThrownBy(() -> scene.view("photo9"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("photo00, photo01, photo02 and 2 more");
  }

  @ParameterizedTest
  @CsvSource({
    "sparse/0 sparse transforms cameras, sparse/0",
    "sparse transforms cameras, sparse",
    "transforms cameras, transforms.json",
    "cameras, cameras.json"
  })
  void theBestCamerasWin(String present, String chosen) throws IOException {
    List<View> views = CameraSamples.circle(2);
    for (String source : present.split(" ")) {
      if (source.startsWith("sparse")) {
        ColmapModel.write(folder.resolve(source), views, ".png");
      } else if (source.equals("cameras")) {
        CamerasJson.write(folder.resolve("cameras.json"), views);
      } else {
        transforms("images/photo00.png", "");
      }
    }
    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.cameraSource()).contains(folder.resolve(chosen));
    assertThat(scene.hasSplat()).isFalse();
    assertThat(scene.warnings()).hasSize(1).first().asString().contains("no photos");
    assertThat(scene.hasPhoto(scene.view("photo00"))).isFalse();
    assertThatThrownBy(() -> scene.photo(scene.view("photo00")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("photo00");
    assertThatThrownBy(scene::splatFile)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no splat");
  }

  @Test
  void nestedFoldersAndAnyCaseOfExtensionsAreFound() {
    View view = CameraSamples.circle(1).getFirst();
    View nested = new View("left/deep/0001", view.camera());
    View byBaseName = new View("elsewhere/0002", view.camera());
    ColmapModel.write(folder.resolve("sparse/0"), List.of(nested, byBaseName), ".jpg");
    ImageFiles.writeJpeg(folder.resolve("images/left/deep/0001.JPEG"), RgbImage.black(64, 48));
    ImageFiles.writePng(folder.resolve("images/0002.PNG"), RgbImage.black(64, 48));
    ImageFiles.writePng(folder.resolve("images/.hidden.png"), RgbImage.black(64, 48));
    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.views().stream().map(View::key)).containsExactly("0002", "left/deep/0001");
    assertThat(scene.warnings()).isEmpty();
    assertThat(scene.photo(scene.view("left/deep/0001")).height()).isEqualTo(48);
  }

  @Test
  void whatDoesNotFitIsWarnedOf() {
    List<View> views = CameraSamples.circle(6);
    ColmapModel.write(folder.resolve("sparse/0"), views, ".png");
    photograph(views.get(0));
    ImageFiles.writePng(folder.resolve("images/photo02.png"), RgbImage.black(32, 24));
    ImageFiles.writePng(folder.resolve("images/photo04.png"), RgbImage.black(48, 64));
    ImageFiles.writePng(folder.resolve("images/stray.png"), RgbImage.black(5, 5));
    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.warnings())
        .anySatisfy(w -> assertThat(w).contains("without photos: 3 (photo01, photo03, photo05)"))
        .anySatisfy(w -> assertThat(w).contains("without cameras: 1 (stray)"))
        .anySatisfy(w -> assertThat(w).contains("scaled to the size of their photos: 1 (photo02)"))
        .anySatisfy(w -> assertThat(w).contains("another shape: 1 (photo04)"));
    Camera half = scene.view("photo02").camera();
    assertThat(half).isEqualTo(new Camera(32, 24, 25, 25.5, 15.75, 12.125, half.viewMatrix()));
    assertThat(scene.views()).hasSize(6);
  }

  @Test
  void bentPhotosAndLabelsAreStraightened() throws IOException {
    transforms("images/a.png", "\"k1\":0.3,");
    float[] ramp = new float[3 * 64 * 48];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (i / 3 % 64) / 64f;
    }
    RgbImage photo = RgbImage.ofFloats(64, 48, ramp);
    ImageFiles.writePng(folder.resolve("images/a.png"), photo);
    SceneFolder scene = SceneFolder.open(folder);
    View view = scene.view("a");
    assertThat(scene.isUndistorted(view)).isTrue();
    RgbImage straight = scene.photo(view);
    // k1 > 0 draws pixels from further out; the middle stays, the corner leaves the photo.
    assertThat(straight.channel(50, 24, 0)).isGreaterThan(photo.channel(50, 24, 0) + 2);
    assertThat(straight.channel(32, 24, 0)).isCloseTo(photo.channel(32, 24, 0), within(1));
    assertThat(straight.channel(63, 0, 0)).isZero();

    int[] labels = new int[32 * 24];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 32 + 1;
    }
    int[] moved = scene.undistortNearest(view, labels, 32, 24);
    assertThat(moved[12 * 32 + 28]).isGreaterThan(labels[12 * 32 + 28]);
    assertThat(moved[31]).isZero();
    assertThatThrownBy(() -> scene.undistortNearest(view, labels, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void photosBesideTransformsAreFoundWithoutImagesFolder() throws IOException {
    String frames =
        "{\"camera_angle_x\":0.7,\"frames\":[{\"file_path\":\"./train/r_0\",\"transform_matrix\":"
            + "[[1,0,0,1],[0,1,0,2],[0,0,1,3],[0,0,0,1]]}]}";
    Files.writeString(folder.resolve("transforms.json"), frames);
    ImageFiles.writePng(folder.resolve("train/r_0.png"), RgbImage.black(20, 10));
    ImageFiles.writePng(folder.resolve("train/r_1.png"), RgbImage.black(20, 10));
    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.views()).hasSize(1);
    assertThat(scene.view("train/r_0").camera().width()).isEqualTo(20);
    assertThat(scene.hasPhoto(scene.view("train/r_0"))).isTrue();
    assertThat(scene.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.ply", "a.SPLAT", "a.compressed.ply"})
  void singleSplatIsAScene(String name) throws IOException {
    Path file = touch(name);
    for (Path path : List.of(file, folder)) {
      SceneFolder scene = SceneFolder.open(path);
      assertThat(scene.splatFile()).isEqualTo(file);
      assertThat(scene.folder()).isEqualTo(folder);
      assertThat(scene.views()).isEmpty();
      assertThat(scene.describe()).contains("cameras: none");
      assertThatThrownBy(scene::requireViews)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no cameras");
    }
  }

  @Test
  void severalSplatsAreNotChosenFrom() throws IOException {
    touch("a.ply");
    touch("b.splat");
    SceneFolder scene = SceneFolder.open(folder);
    assertThat(scene.warnings()).hasSize(1);
    assertThatThrownBy(scene::splatFile)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.ply, b.splat");
  }

  @Test
  void whatIsNoSceneIsTold() throws IOException {
    assertRefused(folder, "holds no scene");
    assertRefused(folder.resolve("absent"), "is not there");
    assertRefused(touch("notes.txt"), "is no splat");
    Files.createDirectories(folder.resolve("sparse/0"));
    assertRefused(folder, "has no COLMAP model");
    touch("sparse/0/cameras.bin");
    assertRefused(folder, "cameras.bin and images.bin");
  }

  @Test
  void aBrokenPhotoIsNamed() throws IOException {
    ColmapModel.write(folder.resolve("sparse/0"), CameraSamples.circle(1), ".png");
    touch("images/photo00.png");
    assertRefused(folder, "photo00.png");
  }

  private static void assertRefused(Path path, String told) {
    assertThatThrownBy(() -> SceneFolder.open(path))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(path.toString())
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  private Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {1, 2, 3});
  }

  private void photograph(View view) {
    Camera camera = view.camera();
    ImageFiles.writePng(
        folder.resolve("images/" + view.key() + ".png"),
        RgbImage.black(camera.width(), camera.height()));
  }

  private void transforms(String path, String lens) throws IOException {
    Files.writeString(
        folder.resolve("transforms.json"),
        "{\"fl_x\":50,\"w\":64,\"h\":48,"
            + lens
            + "\"frames\":[{\"file_path\":\""
            + path
            + "\",\"transform_matrix\":[[1,0,0,1],[0,1,0,2],[0,0,1,3],[0,0,0,1]]}]}");
  }
}
