package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.mask.format.SamJson;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.camera.CamerasJson;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskSetGenerationTest {
  private static final MaskGeneratorSettings FEW_POINTS =
      MaskGeneratorSettings.DEFAULTS.withPointsPerSide(2).withThresholds(0.8, 0.1);

  @TempDir private Path temporary;

  private SegmentAnything model;
  private SceneFolder scene;
  private Path masks;
  private final Workers workers = Workers.of(2);

  @BeforeEach
  void makeScene() throws IOException {
    ModelsFolder folder = ToyNetworks.plain(temporary.resolve("models"));
    model = SegmentAnything.open(folder.catalog().model("toy"), folder, 1);
    Path images = Files.createDirectories(temporary.resolve("scene/images"));
    List<View> views = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ImageFiles.writePng(images.resolve("photo" + i + ".png"), spot(60, 40, 10 + 15 * i));
      RigidTransform pose =
          RigidTransform.lookAt(new double[] {3, i, 1}, new double[3], new double[] {0, 0, 1});
      views.add(new View("photo" + i, Camera.centred(60, 40, 50, pose)));
    }
    CamerasJson.write(temporary.resolve("scene/cameras.json"), views);
    scene = SceneFolder.open(temporary.resolve("scene"));
    masks = temporary.resolve("masks");
  }

  @AfterEach
  void close() {
    workers.close();
    model.close();
  }

  /** A photo that gets brighter towards one place. */
  private static RgbImage spot(int width, int height, int x0) {
    RgbImage photo = RgbImage.black(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int value = (int) Math.max(0, 250 - 10 * Math.hypot(x - x0, y - 20));
        for (int channel = 0; channel < 3; channel++) {
          photo.rgb()[3 * (y * width + x) + channel] = (byte) value;
        }
      }
    }
    return photo;
  }

  private MaskSetGeneration.Summary run(MaskGeneratorSettings settings, boolean startAgain) {
    return run(settings, startAgain, Progress.NONE, MaskSetGeneration.Listener.NONE);
  }

  private MaskSetGeneration.Summary run(
      MaskGeneratorSettings settings,
      boolean startAgain,
      Progress progress,
      MaskSetGeneration.Listener listener) {
    return new MaskSetGeneration(scene, model, settings, masks)
        .run(scene.views(), startAgain, workers, progress, listener);
  }

  @Test
  void masksOfEveryPhotoCanBeReadAgain() {
    List<String> heard = new ArrayList<>();
    MaskSetGeneration.Summary summary =
        run(FEW_POINTS, false, Progress.NONE, (view, photo, found) -> heard.add(view.key()));
    assertThat(summary.made()).isEqualTo(3);
    assertThat(heard).containsExactly("photo0", "photo1", "photo2");
    MaskFolder read = MaskFolder.open(masks, scene.views(), AssignmentOptions.ALL, scene);
    assertThat(read.masks(scene.views().getFirst())).isPresent();
    assertThat(read.warnings()).isEmpty();
    // All points give the same three nested masks here, and suppression leaves one of each.
    List<SegmentRecord> segments = SamJson.read(masks.resolve("photo0.json"));
    assertThat(segments).hasSize(3);
    assertThat(segments)
        .isSortedAccordingTo((a, b) -> Double.compare(b.predictedIou(), a.predictedIou()));
    assertThat(segments).allMatch(segment -> segment.mask().contains(10, 20));
    assertThat(segments.get(0).area()).isLessThan(segments.get(2).area());
  }

  @Test
  void stoppedJobGoesOnWithThePhotosThatHaveNone() throws IOException {
    Progress cancelling =
        (fraction, message) -> {
          if (fraction > 0.5) {
            throw new CancelledException("stop");
          }
        };
    assertThatThrownBy(() -> run(FEW_POINTS, false, cancelling, MaskSetGeneration.Listener.NONE))
        .isInstanceOf(CancelledException.class);
    assertThat(masks.resolve("photo0.json")).exists();
    assertThat(masks.resolve("photo2.json")).doesNotExist();
    byte[] first = Files.readAllBytes(masks.resolve("photo0.json"));
    MaskSetGeneration.Summary summary = run(FEW_POINTS, false);
    assertThat(summary.made() + summary.kept()).isEqualTo(3);
    assertThat(summary.kept()).isPositive();
    assertThat(masks.resolve("photo0.json")).hasBinaryContent(first);
  }

  @Test
  void otherSettingsAreRefusedUnlessOneStartsAgain() {
    run(FEW_POINTS, false);
    assertThatThrownBy(() -> run(FEW_POINTS.withPointsPerSide(3), false))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("pointsPerSide: 2 there, 3 now", "--start-again");
    assertThat(run(FEW_POINTS.withPointsPerSide(3), true).made()).isEqualTo(3);
  }

  @Test
  void masksOfUnknownOriginAreLeftAlone() throws IOException {
    Files.createDirectories(masks);
    Files.writeString(masks.resolve("photo1.json"), "[]");
    assertThatThrownBy(() -> run(FEW_POINTS, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nobody knows");
    assertThat(masks.resolve("photo1.json")).hasContent("[]");
  }

  @Test
  void photoThatCannotBeReadEndsTheJobAndKeepsWhatWasDone() throws IOException {
    Path photo = temporary.resolve("scene/images/photo1.png");
    byte[] whole = Files.readAllBytes(photo);
    Files.write(photo, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> run(FEW_POINTS, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("photo1.png");
    assertThat(masks.resolve("photo0.json")).exists();
    assertThat(masks.resolve("photo1.json")).doesNotExist();
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    run(FEW_POINTS, false);
    byte[] onTwo = Files.readAllBytes(masks.resolve("photo1.json"));
    try (Workers one = Workers.of(1)) {
      new MaskSetGeneration(scene, model, FEW_POINTS, masks)
          .run(scene.views(), true, one, Progress.NONE, MaskSetGeneration.Listener.NONE);
    }
    assertThat(masks.resolve("photo1.json")).hasBinaryContent(onTwo);
  }

  @Test
  void cropsAndOddPhotosAreTaken() {
    MaskGeneratorSettings crops =
        new MaskGeneratorSettings(2, 0.8, 0.1, 1, 0.7, 1, 0.7, 512.0 / 1500, 2, 9);
    AutomaticMaskGenerator generator = new AutomaticMaskGenerator(model, crops, model::embed);
    for (int[] size : new int[][] {{1, 1}, {1, 90}, {97, 3}, {64, 64}, {200, 131}}) {
      RgbImage photo = spot(size[0], size[1], 5);
      assertThat(generator.generate(photo, workers, Progress.NONE))
          .allSatisfy(
              segment -> {
                assertThat(segment.mask().width()).isEqualTo(size[0]);
                assertThat(segment.mask().height()).isEqualTo(size[1]);
              });
    }
  }

  @Test
  void modelsWithQueriesAnswerAlike() throws IOException {
    ModelsFolder folder = ToyNetworks.withQueries(temporary.resolve("other"));
    try (SegmentAnything other = SegmentAnything.open(folder.catalog().model("toy"), folder, 1)) {
      RgbImage square = spot(64, 64, 30);
      List<DecodedMask> answers = other.granularities(other.embed(square), Prompt.at(32, 32));
      List<DecodedMask> plain = model.granularities(model.embed(square), Prompt.at(32, 32));
      assertThat(answers).hasSize(3);
      assertThat(answers.get(2).logits().values()).isEqualTo(plain.get(2).logits().values());
    }
  }
}
