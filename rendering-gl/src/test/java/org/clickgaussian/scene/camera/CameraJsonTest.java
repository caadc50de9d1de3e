package org.clickgaussian.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clickgaussian.image.ImageSize;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraJsonTest {
  private static final String POSE =
      "\"position\":[1,2,3],\"rotation\":[[0,0,1],[1,0,0],[0,1,0]],\"fx\":50,\"fy\":51";

  private static final String MATRIX =
      "\"transform_matrix\":[[1,0,0,1],[0,1,0,2],[0,0,1,3],[0,0,0,1]]";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("cameras.json");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13})
  void whatIsWrittenIsReadAgain(int count) {
    List<View> views = CameraSamples.circle(count);
    CamerasJson.write(file, views);
    List<View> back = CamerasJson.readViews(file);
    assertThat(back).hasSize(count);
    for (int i = 0; i < count; i++) {
      Camera expected = views.get(i).camera();
      Camera actual = back.get(i).camera();
      assertThat(back.get(i).key()).isEqualTo(views.get(i).key());
      assertThat(actual.movedTo(expected.viewMatrix())).isEqualTo(expected);
      assertThat(actual.viewMatrix().rotation())
          .containsExactly(expected.viewMatrix().rotation(), within(1e-12));
      assertThat(actual.centre()).containsExactly(expected.centre(), within(1e-12));
    }
  }

  @Test
  void aSingleCameraNeedsNoList() throws IOException {
    Files.writeString(file, "{\"width\":64,\"height\":48," + POSE + "}");
    View view = CamerasJson.readViews(file).getFirst();
    assertThat(view.key()).isEqualTo("camera-0000");
    assertThat(view.camera().cx()).isEqualTo(32);
    assertThat(view.camera().cy()).isEqualTo(24);
    assertThat(view.camera().centre()).containsExactly(new double[] {1, 2, 3}, within(1e-15));
    // The columns of the rotation are the camera's axes in the world: it looks along +x.
    assertThat(view.camera().viewMatrix().apply(5, 2, 3))
        .containsExactly(new double[] {0, 0, 4}, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|lists no cameras",
        "''|empty",
        "[{]|not JSON in line 1",
        "[1]|entry 0",
        "17|the camera",
        "{'width':64}|height",
        "{'width':64,'height':48}|rotation",
        "{'width':6.5,'height':48}|width",
        "{'width':-1,'height':48}|width",
        "{'width':64,'height':48,'img_name':7}|img_name",
        "{'width':64,'height':48,'img_name':'../x'}|../x",
        "{'width':64,'height':48,'rotation':[[1,0,0],[0,1,0],[0,0,0]],'position':[0,0,0]}|rotation",
        "{'width':64,'height':48,'rotation':[[1,0,0],[0,1,0],[0,0,-1]],'position':[0,0,0]}|rotation",
        "{'width':64,'height':48,'rotation':[[1,0,0],[0,1,0],[0,0,1]],'position':[0,0,1e999]}|position",
        "{'width':64,'height':48,'rotation':[[1,0,0],[0,1,0],[0,0,1]],'position':[0,0,0],'fx':0,'fy':1}|focal",
        "[] []|not JSON"
      })
  void camerasThatCannotBeAreTold(String json, String told) throws IOException {
    Files.writeString(file, json.replace('\'', '"'));
    assertThatThrownBy(() -> CamerasJson.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void openGlAxesBecomeOpenCvOnes() throws IOException {
    Files.writeString(
        file,
        "{\"camera_angle_x\":1.2,\"w\":64,\"h\":48,\"frames\":[{\"file_path\":\"./images/a.png\","
            + MATRIX
            + "}]}");
    PosedPhoto photo = TransformsJson.read(file, name -> Optional.empty()).getFirst();
    assertThat(photo.name()).isEqualTo("images/a.png");
    assertThat(photo.camera().fx()).isCloseTo(32 / Math.tan(0.6), within(1e-12));
    assertThat(photo.camera().fy()).isEqualTo(photo.camera().fx());
    assertThat(photo.camera().centre()).containsExactly(1, 2, 3);
    // The OpenGL camera at the identity looks along −z with y up.
    assertThat(photo.camera().viewMatrix().apply(1, 2, -1)).containsExactly(0, 0, 4);
    assertThat(photo.camera().viewMatrix().apply(1, 3, 3)).containsExactly(0, -1, 0);
  }

  @Test
  void framesOverrideTheTop() throws IOException {
    Files.writeString(
        file,
        "{\"fl_x\":50,\"fl_y\":51,\"cx\":30,\"cy\":20,\"w\":64,\"h\":48,\"k1\":0.1,\"k2\":0.2,"
            + "\"p1\":0.3,\"p2\":0.4,\"k3\":0,\"camera_model\":\"OPENCV\",\"frames\":["
            + "{\"file_path\":\"a.png\","
            + MATRIX
            + "},"
            + "{\"file_path\":\"b.png\",\"fl_x\":70,\"fl_y\":71,\"w\":80,\"h\":60,\"k1\":0.5,"
            + MATRIX
            + "}]}");
    List<PosedPhoto> photos = TransformsJson.read(file, name -> Optional.empty());
    assertThat(photos.get(0).lens()).isEqualTo(new Lens(0.1, 0.2, 0.3, 0.4));
    assertThat(photos.get(1).lens()).isEqualTo(new Lens(0.5, 0.2, 0.3, 0.4));
    Camera second = photos.get(1).camera();
    assertThat(second).isEqualTo(new Camera(80, 60, 70, 71, 30, 20, second.viewMatrix()));
  }

  @Test
  void sizesComeFromThePhotosWhereTheFileGivesNone() throws IOException {
    Files.writeString(
        file,
        "{\"camera_angle_x\":1.2,\"frames\":[{\"file_path\":\"./train/r_0\"," + MATRIX + "}]}");
    PosedPhoto photo =
        TransformsJson.read(
                file,
                name -> Optional.of(new ImageSize(10, 8)).filter(size -> name.equals("train/r_0")))
            .getFirst();
    assertThat(photo.camera().width()).isEqualTo(10);
    assertThatThrownBy(() -> TransformsJson.read(file, name -> Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train/r_0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'frames':[]}|frames",
        "{'frames':{'a':1}}|frames",
        "{}|frames",
        "[]|JSON object",
        "{'frames':[3]}|frame 0",
        "{'frames':[{}]}|file_path",
        "{'frames':[{'file_path':'a'}]}|transform_matrix",
        "{'w':6,'h':4,'frames':[{'file_path':'a',MATRIX}]}|fl_x",
        "{'camera_model':'OPENCV_FISHEYE','frames':[{'file_path':'a',MATRIX}]}|OPENCV_FISHEYE",
        "{'is_fisheye':true,'frames':[{'file_path':'a',MATRIX}]}|model",
        "{'k3':0.1,'frames':[{'file_path':'a',MATRIX}]}|k3",
        "{'w':6,'h':4,'camera_angle_x':0,'frames':[{'file_path':'a',MATRIX}]}|focal",
        "{'w':6,'h':4,'camera_angle_x':4,'frames':[{'file_path':'a',MATRIX}]}|focal"
      })
  void transformsThatCannotBeAreTold(String json, String told) throws IOException {
    Files.writeString(file, json.replace("MATRIX", MATRIX).replace('\'', '"'));
    assertThatThrownBy(() -> TransformsJson.read(file, name -> Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(told);
  }

  @Test
  void damagedFilesAreReadOrToldButNeverCrash() throws IOException {
    CamerasJson.write(file, CameraSamples.circle(2));
    byte[] cameras = Files.readAllBytes(file);
    byte[] transforms =
        ("{\"camera_angle_x\":1.2,\"w\":64,\"h\":48,\"frames\":[{\"file_path\":\"a.png\","
                + MATRIX
                + "}]}")
            .getBytes();
    Random random = new Random(3);
    int told = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] whole = round % 2 == 0 ? cameras : transforms;
      byte[] damaged =
          round % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = 0; i < 2 && damaged.length > 0; i++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) " []{},:\"0-.eEtfn\\\0\377".charAt(random.nextInt(19));
      }
      Files.write(file, damaged);
      try {
        assertThat(
                round % 2 == 0
                    ? CamerasJson.read(file)
                    : TransformsJson.read(file, name -> Optional.empty()))
            .isNotEmpty();
      } catch (InputException e) {
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
        told++;
      }
    }
    assertThat(told).isGreaterThan(1000);
  }

  @Test
  void deepNestingIsTold() throws IOException {
    Files.writeString(file, "[".repeat(200_000));
    assertThatThrownBy(() -> CamerasJson.read(file)).isInstanceOf(InputException.class);
  }
}
