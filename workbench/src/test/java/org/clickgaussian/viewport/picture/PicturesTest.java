package org.clickgaussian.viewport.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.viewport.frame.DocumentFrameSource;
import org.clickgaussian.viewport.frame.FrameRequest;
import org.clickgaussian.viewport.frame.ViewportMode;
import org.clickgaussian.viewport.navigation.CameraRig;
import org.clickgaussian.viewport.navigation.Surroundings;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;

  private final Workers workers = Workers.of(2);
  private final SceneDocument document = TrainedScene.get().open(workers);
  @TempDir private Path folder;

  @AfterEach
  void end() {
    document.close();
    workers.close();
  }

  private CameraRig rig() {
    return Surroundings.of(document.folder().views(), document.gaussians()).start();
  }

  private FrameRequest request(ViewportMode mode) {
    Camera camera = rig().camera(WIDTH, HEIGHT);
    return new FrameRequest(camera, mode, EditState.initial(), null, OptionalInt.empty(), false);
  }

  @Test
  void picturesStandSideBySideWithWhatIsDrawnOverThem() {
    int[] drawn = new int[WIDTH * HEIGHT];
    drawn[5] = 0xffff0000;
    drawn[6] = 0x80008000;
    Sheet sheet = new Sheet(WIDTH, HEIGHT, drawn);
    Path file = folder.resolve("both.png");
    new PictureJob(
            () -> DocumentFrameSource.of(document),
            List.of(request(ViewportMode.COLOUR), request(ViewportMode.DEPTH)),
            List.of(sheet, sheet),
            file)
        .run(Progress.NONE);
    RgbImage saved = ImageFiles.readRgb(file);
    assertThat(saved.width()).isEqualTo(2 * WIDTH);
    assertThat(saved.height()).isEqualTo(HEIGHT);
    for (int left : new int[] {0, WIDTH}) {
      assertThat(saved.channel(left + 5, 0, 0)).isEqualTo(255);
      assertThat(saved.channel(left + 5, 0, 1)).isZero();
      assertThat(saved.channel(left + 6, 0, 1)).isGreaterThanOrEqualTo(0x80);
    }
    assertThat(saved.rgb()).isNotEqualTo(new byte[saved.rgb().length]);
  }

  @Test
  void aTurntableKeepsItsDistanceAndEndsWhereItBegan() {
    CameraRig rig = rig();
    List<Camera> cameras = new Turntable(rig, 13, WIDTH, HEIGHT).cameras();
    assertThat(cameras).hasSize(13);
    for (Camera camera : cameras) {
      double[] eye = camera.centre();
      double distance =
          Math.sqrt(
              Math.pow(eye[0] - rig.focus().x(), 2)
                  + Math.pow(eye[1] - rig.focus().y(), 2)
                  + Math.pow(eye[2] - rig.focus().z(), 2));
      assertThat(distance).isCloseTo(rig.focusDistance(), within(1e-9));
    }
    assertThat(cameras.getFirst().centre())
        .containsExactly(rig.pose().position().array(), within(1e-9));
  }

  @Test
  void turntablesAreAFolderOrAFile() throws IOException {
    Path sequence = folder.resolve("sequence");
    job(3, false, sequence).run(Progress.NONE);
    try (Stream<Path> files = Files.list(sequence)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "turntable_0000.png", "turntable_0001.png", "turntable_0002.png");
    }
    Path film = folder.resolve("film.png");
    job(3, true, film).run(Progress.NONE);
    assertThat(ImageFiles.readRgb(film).rgb())
        .isEqualTo(ImageFiles.readRgb(sequence.resolve("turntable_0000.png")).rgb());
    assertThat(Files.size(film)).isGreaterThan(Files.size(sequence.resolve("turntable_0000.png")));
  }

  @Test
  void aCancelledFilmIsNotThereAndASequenceKeepsWhatIsDone() throws IOException {
    Progress twice =
        (fraction, message) -> {
          if (fraction > 0.5) {
            throw new CancelledException("enough");
          }
        };
    Path film = folder.resolve("film.png");
    assertThatThrownBy(() -> job(4, true, film).run(twice)).isInstanceOf(CancelledException.class);
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> job(4, false, folder).run(twice))
        .isInstanceOf(CancelledException.class);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  private TurntableJob job(int frames, boolean animated, Path target) {
    return new TurntableJob(
        () -> DocumentFrameSource.of(document),
        new Turntable(rig(), frames, WIDTH, HEIGHT).cameras(),
        ViewportMode.COLOUR,
        EditState.initial(),
        30,
        animated,
        target);
  }
}
