package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.LabelUndistortion;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.scene.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskFolderTest {
  private static final View A = view("a");
  private static final View B = view("left/b");

  @TempDir Path folder;

  @Test
  void segmentsArePaintedAtTwoLevels() {
    writeSegments("a.json", 4, 1);
    MaskFolder masks = MaskFolder.open(folder, List.of(A, B));
    TwoLevelMasks both = masks.masks(A).orElseThrow();
    assertThat(both.coarse().segments()).containsExactly(1, 1, 1, 0);
    assertThat(both.fine().segments()).containsExactly(1, 2, 1, 0);
    assertThat(masks.masks(B)).isEmpty();
    assertThat(masks.has(A)).isTrue();
    assertThat(masks.has(B)).isFalse();
    assertThat(masks.warnings()).containsExactly("photos without masks: left/b");
    assertThat(masks.description()).contains(folder.toString(), "1 photos", "1 as segments");
  }

  @Test
  void aFileWithoutSegmentsIsAnUnlabelledPhoto() throws IOException {
    Files.writeString(folder.resolve("a.json"), "[]");
    TwoLevelMasks both = MaskFolder.open(folder, List.of(A)).masks(A).orElseThrow();
    assertThat(both.coarse().segments()).containsExactly(0, 0, 0, 0);
    assertThat(both.fine().count()).isZero();
  }

  @Test
  void oneLabelMapServesBothLevels() {
    LabelMapPng.write(folder.resolve("a.png"), map(0, 1, 1, 2));
    TwoLevelMasks both = MaskFolder.open(folder, List.of(A)).masks(A).orElseThrow();
    assertThat(both.coarse().segments()).containsExactly(0, 1, 1, 2);
    assertThat(both.fine()).isSameAs(both.coarse());
  }

  @Test
  void aLabelMapForEachLevelIsFoundByNameOrByFolder() {
    TwoLevelMasks written = new TwoLevelMasks(map(0, 1, 1, 1), map(0, 1, 2, 3));
    LabelMapPng.write(folder, "a", written);
    LabelMapPng.write(folder.resolve("coarse/left/b.png"), written.coarse());
    LabelMapPng.write(folder.resolve("fine/left/b.png"), written.fine());
    MaskFolder masks = MaskFolder.open(folder, List.of(A, B));
    for (View view : List.of(A, B)) {
      TwoLevelMasks read = masks.masks(view).orElseThrow();
      assertThat(read.coarse().segments()).containsExactly(0, 1, 1, 1);
      assertThat(read.fine().segments()).containsExactly(0, 1, 2, 3);
    }
    assertThat(masks.warnings()).isEmpty();
    assertThat(masks.description()).contains("2 as a label map for each level");
  }

  @Test
  void theMapOfOneLevelAloneIsRefused() {
    LabelMapPng.write(folder.resolve("a.fine.png"), map(0, 1, 1, 2));
    refused(List.of(A), "coarse label map is missing");
  }

  @Test
  void photosInOtherFoldersAreFoundByNameAlone() {
    writeSegments("b.json", 4, 1);
    writeSegments("elsewhere/a.json", 4, 1);
    MaskFolder masks = MaskFolder.open(folder, List.of(A, B));
    assertThat(masks.has(A)).isTrue();
    assertThat(masks.has(B)).isTrue();
    assertThat(masks.warnings()).isEmpty();
  }

  @Test
  void namesThatOccurTwiceAreNotGuessed() {
    writeSegments("a.json", 4, 1);
    View one = view("one/a");
    View two = view("two/a");
    refused(List.of(one, two), "no mask belongs to a photo");
    MaskFolder masks = MaskFolder.open(folder, List.of(A, two));
    assertThat(masks.has(A)).isTrue();
    assertThat(masks.has(two)).isFalse();
  }

  @Test
  void filesThatAreNotUsedAreNamed() {
    writeSegments("a.json", 4, 1);
    writeSegments("stranger.json", 4, 1);
    LabelMapPng.write(folder.resolve("a.png"), map(0, 1, 1, 2));
    MaskFolder masks = MaskFolder.open(folder, List.of(A));
    assertThat(masks.masks(A).orElseThrow().fine().count()).isEqualTo(2);
    assertThat(masks.warnings())
        .containsExactly(
            "masks that are not used, as others are beside them: a.png",
            "masks that belong to no photo of the scene: stranger.json");
  }

  @Test
  void masksOfAnotherSizeAreRescaledWithAWarning() {
    writeSegments("a.json", 8, 2);
    LabelMapPng.write(folder.resolve("left/b.png"), new SegmentMap(2, 1, new int[] {0, 1}, 1));
    MaskFolder masks = MaskFolder.open(folder, List.of(A, B));
    assertThat(masks.warnings()).isEmpty();
    assertThat(masks.masks(A).orElseThrow().fine().segments()).hasSize(4);
    assertThat(masks.masks(B).orElseThrow().fine().segments()).containsExactly(0, 0, 1, 1);
    masks.masks(A);
    assertThat(masks.warnings())
        .containsExactly(
            "masks of 2 × 1 pixels, rescaled to photos of 4 × 1 of other proportions"
                + " (are they masks of these photos?): b.png",
            "masks of 8 × 2 pixels, rescaled to photos of 4 × 1: a.json");
  }

  @Test
  void distortedPhotosHaveTheirLabelsStraightened() {
    writeSegments("a.json", 4, 1);
    LabelUndistortion shift = (view, labels, w, h) -> new int[] {labels[1], labels[1], 0, 0};
    TwoLevelMasks masks =
        MaskFolder.open(folder, List.of(A), AssignmentOptions.ALL, shift).masks(A).orElseThrow();
    assertThat(masks.fine().segments()).containsExactly(1, 1, 0, 0);
    assertThat(masks.fine().count()).isOne();
  }

  @Test
  void foldersWithoutMasksAreRefused() throws IOException {
    refused(List.of(A), "holds no masks; expected");
    Files.writeString(folder.resolve("notes.txt"), "none");
    refused(List.of(A), "holds no masks; expected");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> MaskFolder.open(absent, List.of(A)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such folder");
    assertThatThrownBy(() -> MaskFolder.open(folder.resolve("notes.txt"), List.of(A)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void masksOfAnotherSceneAreRefusedWithAnExampleOfEach() {
    writeSegments("IMG_7.json", 4, 1);
    refused(List.of(A, B), "\"IMG_7\", photos like \"a\"");
    refused(List.of(), "IMG_7");
  }

  @Test
  void brokenFilesAreRefusedWhenAskedFor() throws IOException {
    Files.writeString(folder.resolve("a.json"), "[{");
    Files.writeString(folder.resolve("b.png"), "no image");
    MaskFolder masks = MaskFolder.open(folder, List.of(A, B));
    for (View view : List.of(A, B)) {
      assertThatThrownBy(() -> masks.masks(view)).isInstanceOf(InputException.class);
    }
  }

  private void refused(List<View> views, String reason) {
    assertThatThrownBy(() -> MaskFolder.open(folder, views))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(reason);
  }

  /** Three quarters of the image from the left, and the second quarter. */
  private void writeSegments(String name, int width, int height) {
    int quarter = width / 4 * height;
    SamJson.write(
        folder.resolve(name),
        List.of(
            SegmentRecord.of(RunLength.of(width, height, 0, 3 * quarter, quarter)),
            SegmentRecord.of(RunLength.of(width, height, quarter, quarter, 2 * quarter))));
  }

  private static SegmentMap map(int... labels) {
    return SegmentMap.dense(labels.length, 1, labels);
  }

  private static View view(String key) {
    return new View(key, Camera.centred(4, 1, 4, RigidTransform.identity()));
  }
}
