package org.clickgaussian.scene.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataparserTransformsTest {
  private static final String TURN =
      "{\"transform\": [[0, -1, 0, 2], [1, 0, 0, -3], [0, 0, 1, 0.5]], \"scale\": 0.25}";

  @TempDir Path folder;

  /** A point and its image in the other world fall on the same pixel. */
  @Test
  void camerasSeeTheSameInTheOtherWorld() throws IOException {
    Camera camera =
        Camera.centred(
            80,
            60,
            70,
            RigidTransform.lookAt(
                new double[] {1, 2, 3}, new double[] {4, 0, 1}, new double[] {0, 0, 1}));
    Camera moved =
        DataparserTransforms.read(write(TURN))
            .apply(List.of(new PosedPhoto("a", camera, Lens.NONE)))
            .getFirst()
            .camera();
    for (double[] x : new double[][] {{4, 0, 1}, {3.5, 0.3, 0.2}, {9, -4, -2}}) {
      double[] there = {0.25 * (-x[1] + 2), 0.25 * (x[0] - 3), 0.25 * (x[2] + 0.5)};
      double[] a = camera.viewMatrix().apply(x[0], x[1], x[2]);
      double[] b = moved.viewMatrix().apply(there[0], there[1], there[2]);
      for (int axis = 0; axis < 3; axis++) {
        assertThat(b[axis]).isCloseTo(0.25 * a[axis], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[",
        "{\"transform\": [[0, -1, 0, 2], [1, 0, 0, -3], [0, 0, 1, 0.5]], \"scale\": 0}",
        "{\"transform\": [[0, -2, 0, 2], [1, 0, 0, -3], [0, 0, 1, 0.5]], \"scale\": 1}",
        "{\"transform\": [[0, -1, 0, 2], [1, 0, 0, -3]], \"scale\": 1}"
      })
  void brokenFilesAreRefused(String text) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> DataparserTransforms.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(DataparserTransforms.NAME);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve(DataparserTransforms.NAME), text);
  }
}
