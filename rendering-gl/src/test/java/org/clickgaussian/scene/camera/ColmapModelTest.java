package org.clickgaussian.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColmapModelTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 13})
  void whatIsWrittenIsReadAgain(int count) {
    List<View> views = CameraSamples.circle(count);
    ColmapModel.write(folder, views, ".png");
    List<PosedPhoto> photos = ColmapModel.read(folder);
    assertThat(photos).hasSize(count);
    for (int i = 0; i < count; i++) {
      PosedPhoto photo = photos.get(i);
      assertThat(photo.name()).isEqualTo(views.get(i).key() + ".png");
      assertThat(photo.key()).isEqualTo(views.get(i).key());
      assertThat(photo.lens()).isEqualTo(Lens.NONE);
      assertSame(photo.camera(), views.get(i).camera());
    }
    assertThat(folder.resolve("points3D.bin")).hasSize(8);
    // Two sizes of photos alternate and share a camera each.
    assertThat(folder.resolve("cameras.bin")).hasSize(8 + 56L * Math.min(2, count));
  }

  @Test
  void quaternionsOfAllRotationsComeBack() {
    Random random = new Random(5);
    for (int round = 0; round < 1000; round++) {
      double[] q = random.doubles(4, -1, 1).toArray();
      if (round % 4 < 3) {
        // Near half turns the real part vanishes.
        q[0] *= 1e-9;
        q[1 + round % 4] *= 1e-9;
      }
      double[] r = RigidTransform.ofQuaternion(q[0], q[1], q[2], q[3], new double[3]).rotation();
      double[] back = ColmapWriter.quaternion(r);
      assertThat(
              RigidTransform.ofQuaternion(back[0], back[1], back[2], back[3], new double[3])
                  .rotation())
          .containsExactly(r, within(1e-12));
    }
  }

  @Test
  void textOfEveryModelIsRead() throws IOException {
    Files.writeString(
        folder.resolve("cameras.txt"),
        """
        # Camera list with one line of data per camera:
        1 SIMPLE_PINHOLE 64 48 50 32 24

        2 PINHOLE 64 48 50 51 32 24
        3 SIMPLE_RADIAL 64 48 50 32 24 0.1
        4 RADIAL 64 48 50 32 24 0.1 -0.2
        5 OPENCV 64 48 50 51 32 24 0.1 -0.2 0.01 0.02
        """);
    Files.writeString(
        folder.resolve("images.txt"),
        """
        # Image list with two lines of data per image:
        1 1 0 0 0 0 0 0 1 a.jpg
        12.5 13.5 -1 3.5 4.5 17
        2 0.5 0.5 0.5 0.5 1 2 3 2 left/b c.JPG

        3 2 0 0 0 0 0 0 3 c.png

        9 1 0 0 0 0 0 0 4 d
        1 1 1
        10 1 0 0 0 0 0 0 5 e.tar.gz
        """);
    List<PosedPhoto> photos = ColmapModel.read(folder);
    assertThat(photos.stream().map(PosedPhoto::key))
        .containsExactly("a", "left/b c", "c", "d", "e.tar.gz");
    assertThat(photos.get(0).camera().fy()).isEqualTo(50);
    assertThat(photos.get(1).camera().fy()).isEqualTo(51);
    assertThat(photos.get(1).camera().viewMatrix().rotation())
        .containsExactly(new double[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, within(1e-15));
    assertThat(photos.get(1).camera().viewMatrix().translation()).containsExactly(1, 2, 3);
    assertThat(photos.get(2).lens()).isEqualTo(new Lens(0.1, 0, 0, 0));
    assertThat(photos.get(2).camera().viewMatrix().rotation()[0]).isEqualTo(1);
    assertThat(photos.get(3).lens()).isEqualTo(new Lens(0.1, -0.2, 0, 0));
    assertThat(photos.get(4).lens()).isEqualTo(new Lens(0.1, -0.2, 0.01, 0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENCV_FISHEYE, 1 1 0 0 0 0 0 0 1 a.jpg, OPENCV_FISHEYE",
    "PINHOLE, 1 1 0 0 0 0 0 0 2 a.jpg, the camera 2",
    "PINHOLE, 1 0 0 0 0 0 0 0 1 a.jpg, no finite rotation",
    "PINHOLE, 1 NaN 0 0 0 0 0 0 1 a.jpg, no finite rotation",
    "PINHOLE, 1 1 0 0 0 0 Infinity 0 1 a.jpg, no finite rotation",
    "PINHOLE, 1 1 0 0 0 0 zero 0 1 a.jpg, zero",
    "PINHOLE, 1 1 0 0 0 0 0 0 1 ../../a.jpg, no path below",
    "PINHOLE, 1 1 0 0 0 0 0 0 1, the line of an image",
    "SIMPLE_PINHOLE, 1 1 0 0 0 0 0 0 1 a.jpg, the line of a camera",
    "PINHOLE, '', no registered image"
  })
  void textThatCannotBeUsedIsTold(String model, String image, String told) throws IOException {
    Files.writeString(folder.resolve("cameras.txt"), "1 " + model + " 64 48 50 51 32 24\n");
    Files.writeString(folder.resolve("images.txt"), image + "\n\n");
    assertRefused(folder, told);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 64, 48, 50, OPENCV_FISHEYE",
    "99, 64, 48, 50, number 99",
    "-1, 64, 48, 50, number -1",
    "1, 0, 48, 50, 0×48",
    "1, -7, 48, 50, pixels",
    "1, 9000000000000000000, 2, 50, pixels",
    "1, 64, 48, NaN, focal",
    "1, 64, 48, -3, focal"
  })
  void camerasThatCannotBeAreTold(int model, long width, long height, double focal, String told)
      throws IOException {
    ColmapModel.write(folder, CameraSamples.circle(2), ".png");
    ByteBuffer camera = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(1);
    camera.putInt(1).putInt(model).putLong(width).putLong(height);
    camera.putDouble(focal).putDouble(50).putDouble(32).putDouble(24);
    Files.write(folder.resolve("cameras.bin"), camera.array());
    assertRefused(folder, told);
  }

  @Test
  void absurdCountsAreToldBeforeAnythingIsAllocated() throws IOException {
    ColmapModel.write(folder, CameraSamples.circle(2), ".png");
    for (long count : new long[] {-1, 3, 1L << 40, Long.MAX_VALUE}) {
      for (String name : List.of("cameras.bin", "images.bin")) {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        ByteBuffer copy = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(folder.resolve(name), copy.putLong(0, count).array());
        assertRefused(folder, name);
        Files.write(folder.resolve(name), bytes);
      }
    }
    assertThat(ColmapModel.read(folder)).hasSize(2);
  }

  @Test
  void truncationIsToldAtEveryByte() throws IOException {
    ColmapModel.write(folder, CameraSamples.circle(3), ".png");
    for (String name : List.of("cameras.bin", "images.bin")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      for (int length = 0; length < bytes.length; length++) {
        Files.write(folder.resolve(name), Arrays.copyOf(bytes, length));
        assertRefused(folder, "");
      }
      Files.write(folder.resolve(name), bytes);
    }
  }

  @Test
  void damagedFilesAreReadOrToldButNeverCrash() throws IOException {
    ColmapModel.write(folder, CameraSamples.circle(5), ".png");
    Random random = new Random(11);
    int told = 0;
    for (String name : List.of("cameras.bin", "images.bin")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      for (int round = 0; round < 500; round++) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i <= round % 4; i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        Files.write(folder.resolve(name), damaged);
        try {
          assertThat(ColmapModel.read(folder)).isNotEmpty();
        } catch (InputException e) {
          assertThat(e.getMessage()).contains(folder.toString()).doesNotContain("\n");
          told++;
        }
      }
      Files.write(folder.resolve(name), bytes);
    }
    assertThat(told).isPositive();
  }

  @Test
  void textThatIsNoTextIsTold() throws IOException {
    Files.writeString(folder.resolve("images.txt"), "");
    Files.write(folder.resolve("cameras.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertRefused(folder, "cameras.txt");
  }

  @Test
  void halfAModelIsTold() throws IOException {
    Files.write(folder.resolve("cameras.bin"), new byte[8]);
    assertThat(ColmapModel.isIn(folder)).isFalse();
    assertRefused(folder, "images.bin");
  }

  private static void assertRefused(Path folder, String told) {
    assertThatThrownBy(() -> ColmapModel.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(told)
        .message()
        .doesNotContain("\n");
  }

  private static void assertSame(Camera actual, Camera expected) {
    assertThat(actual.movedTo(expected.viewMatrix())).isEqualTo(expected);
    assertThat(actual.viewMatrix().rotation())
        .containsExactly(expected.viewMatrix().rotation(), within(1e-12));
    assertThat(actual.viewMatrix().translation())
        .containsExactly(expected.viewMatrix().translation(), within(1e-12));
  }
}
