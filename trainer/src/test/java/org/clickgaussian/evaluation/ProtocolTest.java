package org.clickgaussian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.truth.TruthLabel;
import org.clickgaussian.truth.TruthSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTest {
  private static final List<String> VIEWS = List.of("v5", "v0", "v1", "v2", "v3", "v4");

  @TempDir private Path folder;

  private static void write(Path file, int width, int height, int grey) {
    int[] values = new int[width * height];
    Arrays.fill(values, 0, values.length / 2, grey);
    ImageFiles.writePng(file, new GreyImage(width, height, values));
  }

  /** Views v1, v3, v4, v5 are test views 0 to 3; number 2 is missing. */
  private Path lerfScene() {
    write(folder.resolve("images_train/v0.png"), 2, 2, 9);
    write(folder.resolve("images_train/v2.png"), 2, 2, 9);
    write(folder.resolve("test_mask/0/cup.png"), 8, 6, 255);
    write(folder.resolve("test_mask/1/cup.png"), 16, 12, 200);
    write(folder.resolve("test_mask/1/green apple.png"), 8, 6, 255);
    write(folder.resolve("test_mask/3/cup.png"), 8, 6, 128);
    return folder;
  }

  @Test
  void lerfMaskFoldersBelongToTestViewsByTheirNumber() throws IOException {
    Files.createDirectories(lerfScene().resolve("test_mask/notes"));
    EvaluationTruth truth = LerfMaskTruth.open(folder, VIEWS);
    TruthObject cup = new TruthObject("cup", Level.COARSE);
    TruthObject apple = new TruthObject("green apple", Level.COARSE);
    assertThat(truth.objects()).containsExactly(cup, apple);
    assertThat(truth.views()).containsExactly("v1", "v3", "v5");
    assertThat(truth.mask("v1", cup).orElseThrow().area()).isEqualTo(24);
    assertThat(truth.mask("v3", cup).orElseThrow().width()).isEqualTo(16);
    assertThat(truth.mask("v1", apple)).isEmpty();
    assertThat(truth.mask("v4", cup)).isEmpty();
    // 128 itself is not brighter than 128.
    assertThat(truth.mask("v5", cup).orElseThrow().area()).isZero();
    assertThat(truth.warnings()).hasSize(1).allMatch(warning -> warning.contains("notes"));
    BitMask small = new BitMask(8, 6);
    for (int y = 0; y < 3; y++) {
      small.setRow(y, 0, 8);
    }
    assertThat(MaskComparison.iou(truth.mask("v3", cup).orElseThrow(), small)).isEqualTo(1);
  }

  @Test
  void lerfMaskFaultsAreNamed() throws IOException {
    assertThatThrownBy(() -> LerfMaskTruth.open(folder, VIEWS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("images_train");
    Path scene = lerfScene();
    write(scene.resolve("test_mask/4/cup.png"), 8, 6, 255);
    assertThatThrownBy(() -> LerfMaskTruth.open(scene, VIEWS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test view 4");
    assertThatThrownBy(() -> LerfMaskTruth.open(scene, List.of("v0", "v2")))
        .isInstanceOf(InputException.class);
  }

  @Test
  void damagedMasksAreRefusedInOneSentence() throws IOException {
    EvaluationTruth truth = LerfMaskTruth.open(lerfScene(), VIEWS);
    Path file = folder.resolve("test_mask/0/cup.png");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    TruthObject cup = new TruthObject("cup", Level.COARSE);
    int refused = 0;
    for (int round = 0; round < 60; round++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      try {
        truth.mask("v1", cup);
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).contains("cup.png");
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  @Test
  void spinNerfMasksAreNamedLikePhotos() {
    write(folder.resolve("masks/v4.png"), 8, 6, 1);
    write(folder.resolve("masks/v1.png"), 8, 6, 255);
    write(folder.resolve("masks/v0.png"), 8, 6, 0);
    write(folder.resolve("masks/elsewhere.png"), 8, 6, 255);
    EvaluationTruth truth = SpinNerfTruth.open(folder, List.of("left/v0", "v1", "v4"));
    TruthObject object = truth.objects().getFirst();
    assertThat(truth.objects()).hasSize(1);
    assertThat(truth.views()).containsExactly("left/v0", "v1", "v4");
    assertThat(truth.mask("v4", object).orElseThrow().area()).isEqualTo(24);
    assertThat(truth.mask("v1", object).orElseThrow().area()).isEqualTo(24);
    assertThat(truth.mask("left/v0", object).orElseThrow().area()).isZero();
    assertThat(truth.mask("v2", object)).isEmpty();
    assertThat(truth.mask("v1", new TruthObject("other", Level.COARSE))).isEmpty();
    assertThat(truth.warnings()).hasSize(1).allMatch(warning -> warning.contains("elsewhere"));
  }

  @Test
  void spinNerfNeedsMasksOfTheScene() {
    assertThatThrownBy(() -> SpinNerfTruth.open(folder.resolve("absent"), VIEWS))
        .isInstanceOf(InputException.class);
    write(folder.resolve("other.png"), 8, 6, 255);
    assertThatThrownBy(() -> SpinNerfTruth.open(folder, VIEWS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("named like a view");
  }

  @Test
  void plainTruthKeepsTheLevels() throws IOException {
    BitMask mask = new BitMask(8, 6);
    mask.set(3, 3);
    TruthSet.write(folder, "v1", TruthLabel.of("pot", Level.COARSE), mask);
    TruthSet.write(folder, "v1", TruthLabel.of("rim", Level.FINE), mask);
    Files.writeString(
        folder.resolve("labels.json"),
        """
        {"version": 1, "labels": {"pot": {"level": "coarse"},
         "rim": {"level": "fine", "parent": "pot"}}}
        """);
    EvaluationTruth truth = PlainTruth.open(folder);
    TruthObject rim = new TruthObject("rim", Level.FINE);
    assertThat(truth.objects()).containsExactly(new TruthObject("pot", Level.COARSE), rim);
    assertThat(truth.views()).containsExactly("v1");
    assertThat(truth.mask("v1", rim)).contains(mask);
    assertThat(truth.mask("v2", rim)).isEmpty();
  }
}
