package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.evaluation.PredictionPictures.Kind;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.TwoObjects;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePaintingTest {
  private static final TruthObject LEFT = new TruthObject("left/half", Level.COARSE);

  @TempDir private Path folder;

  /** Always answers with the upper half of the picture. */
  private record UpperHalf(String name) implements MaskMethod {
    @Override
    public boolean hasLevels() {
      return true;
    }

    @Override
    public void learn(EvaluatedView reference, ObjectMasks masks) {
      // Answers the same whatever it is shown.
    }

    @Override
    public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
      return Optional.of(half(view.width(), view.height(), false));
    }
  }

  private static BitMask half(int width, int height, boolean left) {
    BitMask mask = new BitMask(width, height);
    for (int y = 0; y < (left ? height : height / 2); y++) {
      mask.setRow(y, 0, left ? width / 2 : width);
    }
    return mask;
  }

  @Test
  void everyKindOfPixelHasItsColour() {
    int[] truth = {0, 1, 1, 0, 1};
    int[] found = {0, 1, 0, 2, 2};
    RgbImage painted = PredictionPainter.paint(RgbImage.black(5, 1), truth, found);
    assertThat(Kind.of(0, 0)).isNull();
    assertThat(List.of(Kind.of(1, 1), Kind.of(1, 0), Kind.of(0, 2), Kind.of(1, 2)))
        .containsExactly(Kind.values());
    assertThat(painted.channel(0, 0, 0)).isEqualTo(painted.channel(0, 0, 2));
    // Hits are blue, misses orange.
    assertThat(painted.channel(1, 0, 2)).isGreaterThan(painted.channel(1, 0, 0));
    assertThat(painted.channel(2, 0, 0)).isGreaterThan(painted.channel(2, 0, 2) + 60);
  }

  @Test
  void viewsAndWorstObjectsArePaintedWhileTheyAreScored() {
    try (TwoObjects objects = new TwoObjects()) {
      List<View> views =
          List.of(
              new View("a", TinyScenes.frontCamera(64, 48)),
              new View("deep/b", TinyScenes.frontCamera(64, 48)));
      MapTruth truth = new MapTruth(List.of(LEFT)).put("a", LEFT, half(64, 48, true));
      // Here the answer is right, so that the worst view is the other one.
      truth.put("deep/b", LEFT, half(64, 48, false));
      PicturePainting painting = new PicturePainting(folder, "half");
      new SceneEvaluation(truth, views, objects.rasterizer, Optional.empty(), objects.workers)
          .withWitness(painting)
          .run(
              "tiny",
              List.of(new UpperHalf("half"), new UpperHalf("other")),
              Optional.empty(),
              Progress.NONE);
      assertThat(painting.written()).isEqualTo(2);
      RgbImage seen =
          ImageFiles.readRgb(PredictionPictures.ofView(folder, "half", "deep/b", Level.COARSE));
      assertThat(seen.size().width()).isEqualTo(64);
      RgbImage worst = ImageFiles.readRgb(PredictionPictures.ofObject(folder, "half", "left/half"));
      // A miss in the lower left corner: orange.
      assertThat(worst.channel(3, 40, 0)).isGreaterThan(worst.channel(3, 40, 2) + 60);
      assertThat(folder.resolve("other")).doesNotExist();
    }
  }
}
