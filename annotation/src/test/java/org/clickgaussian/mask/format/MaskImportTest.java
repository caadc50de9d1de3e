package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.clickgaussian.image.GreyImage;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.io.InputException;
import org.clickgaussian.io.NpyWriter;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskImportTest {
  private static final List<String> KEYS = List.of("left/a", "left/b", "c");

  private static final String COCO =
      """
      {"info": {"year": 2020}, "categories": [{"id": 1, "name": "cat"}],
       "images": [
        {"id": 7, "file_name": "a.jpg", "width": 5, "height": 4},
        {"id": "x", "file_name": "./c.png", "width": 3, "height": 2}],
       "annotations": [
        {"id": 1, "image_id": 7, "category_id": 1, "iscrowd": 0,
         "segmentation": [[0, 0, 2, 0, 2, 3, 0, 3], [3, 0, 5, 0, 5, 2, 3, 2]]},
        {"id": 2, "image_id": 7, "category_id": 1, "iscrowd": 1,
         "segmentation": {"size": [4, 5], "counts": [1, 2, 17]}},
        {"id": 3, "image_id": "x", "segmentation": {"size": [2, 3], "counts": "132"}},
        {"id": 4, "image_id": "x", "segmentation": []}]}
      """;

  @TempDir Path folder;

  @Test
  void cocoInstancesOfSeveralImages() throws IOException {
    Path file = write("instances.json", COCO);
    MaskImport done = run(file);
    assertThat(done.kind()).contains("COCO");
    assertThat(done.imported()).containsExactly("c", "left/a");
    assertThat(done.withoutMasks()).containsExactly("left/b");
    List<SegmentRecord> records = SamJson.read(folder.resolve("out/left/a.json"));
    assertThat(records).hasSize(2);
    // Two polygons are one segment: 2 × 3 and 2 × 2 pixels.
    RunLength polygons = records.getFirst().mask();
    assertThat(polygons.area()).isEqualTo(10);
    assertThat(polygons.contains(1, 2)).isTrue();
    assertThat(polygons.contains(2, 0)).isFalse();
    assertThat(polygons.contains(4, 1)).isTrue();
    assertThat(records.get(1).mask()).isEqualTo(RunLength.of(5, 4, 1, 2, 17));
    assertThat(SamJson.read(folder.resolve("out/c.json")).getFirst().mask())
        .isEqualTo(RunLength.of(3, 2, 1, 3, 2));
    // The same file is found in a folder.
    assertThat(MaskCollections.open(folder, KEYS).kind()).contains("COCO");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"images\" | \"pictures\" | segmentation",
        "\"image_id\": 7, \"category_id\": 1, \"iscrowd\": 0 | \"image_id\": 8 | does not list",
        "\"width\": 5 | \"width\": 0 | possible width",
        "[4, 5] | [5, 4] | 4 × 5",
        "[1, 2, 17] | [1, 2, 18] | ",
        "[0, 0, 2, 0, 2, 3, 0, 3] | [0, 0, 2, 0, 2] | polygon",
        "[0, 0, 2, 0, 2, 3, 0, 3] | [0, 0, null, 0, 2, 3] | polygon",
        "\"132\" | \"!\" | ",
      })
  void lyingCocoIsRefused(String old, String replacement, String told) throws IOException {
    assertThat(COCO).contains(old);
    Path file = write("instances.json", COCO.replace(old, replacement));
    assertThatThrownBy(() -> run(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("instances.json")
        .hasMessageContaining(told == null ? "" : told);
  }

  @Test
  void foldersOfAmg() throws IOException {
    png("masks/left/a/0.png", 6, 5, p -> p < 6 ? 255 : 0);
    png("masks/left/a/1.png", 6, 5, p -> p % 6 == 2 ? 255 : 0);
    write(
        "masks/left/a/metadata.csv",
        "id,area,bbox_x0,bbox_y0,bbox_w,bbox_h,point_input_x,point_input_y,predicted_iou,"
            + "stability_score,crop_box_x0,crop_box_y0,crop_box_w,crop_box_h\n"
            + "0,6,0,0,5,0,2.5,0.5,0.91,0.97,0,0,6,5\n1,5,2,0,0,4,2.5,3.5,0.8,0.9,0,0,6,5\n");
    MaskImport done = run(folder.resolve("masks"));
    assertThat(done.imported()).containsExactly("left/a");
    List<SegmentRecord> records = SamJson.read(folder.resolve("out/left/a.json"));
    assertThat(records).extracting(SegmentRecord::area).containsExactly(6, 5);
    assertThat(records.getFirst().predictedIou()).isEqualTo(0.91);
    assertThat(records.get(1).points().getFirst().y()).isEqualTo(3.5);
    write("masks/left/a/metadata.csv", "id,area\n7,1\n");
    assertThatThrownBy(() -> run(folder.resolve("masks")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("7.png");
  }

  @Test
  void arraysOfLabels() {
    NpyWriter.writeInts(
        folder.resolve("masks/c.npy"), new int[] {-1, 70_000, 70_000, 0, 5, 5}, 2, 3);
    MaskImport done = run(folder.resolve("masks"));
    assertThat(done.segments()).isEqualTo(2);
    SegmentMap map = LabelMapPng.read(folder.resolve("out/c.png"));
    assertThat(map.segments()).containsExactly(0, 2, 2, 0, 1, 1);
    assertThat(map.width()).isEqualTo(3);
    assertThat(run(folder.resolve("masks/c.npy")).imported()).containsExactly("c");
  }

  @Test
  void aFolderPerImageOrPerObject() {
    png("images/a/cup.png", 4, 3, p -> p < 4 ? 255 : 0);
    png("images/a/table.png", 4, 3, p -> p > 1 ? 1 : 0);
    png("objects/cup/a.png", 4, 3, p -> p < 4 ? 255 : 0);
    png("objects/table/a.png", 4, 3, p -> p > 1 ? 1 : 0);
    png("objects/table/c.png", 4, 3, p -> 0);
    for (String layout : List.of("images", "objects")) {
      MaskImport done = run(folder.resolve(layout));
      assertThat(done.kind()).contains("per object");
      assertThat(SamJson.read(folder.resolve("out/left/a.json")))
          .extracting(SegmentRecord::area)
          .containsExactly(4, 10);
    }
    assertThat(SamJson.read(folder.resolve("out/c.json"))).isEmpty();
  }

  @Test
  void objectMaskOfGaussianGrouping() {
    png("scene/object_mask/a.png", 3, 2, p -> p == 0 ? 0 : p < 3 ? 200 : 17);
    png("scene/images/a.png", 3, 2, p -> p);
    MaskImport done = run(folder.resolve("scene"));
    assertThat(done.kind()).contains("Gaussian Grouping");
    assertThat(LabelMapPng.read(folder.resolve("out/left/a.png")).segments())
        .containsExactly(0, 2, 2, 1, 1, 1);
  }

  @Test
  void levelsStayLevels() {
    png("masks/coarse/c.png", 2, 1, p -> 1);
    png("masks/fine/c.png", 2, 1, p -> p + 1);
    run(folder.resolve("masks"));
    assertThat(LabelMapPng.read(folder.resolve("out/c.coarse.png")).count()).isEqualTo(1);
    assertThat(LabelMapPng.read(folder.resolve("out/c.fine.png")).count()).isEqualTo(2);
  }

  @Test
  void masksOfOtherPhotosAreRefused() throws IOException {
    Path file = write("instances.json", COCO);
    assertThatThrownBy(
            () -> MaskImport.run(file, List.of("z"), folder, Workers.of(1), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none of a photo");
    Path text = write("notes.txt", "no masks");
    assertThatThrownBy(() -> run(text)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> run(folder.resolve("absent"))).isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"instances.json", "c.npy", "metadata.csv"})
  @Timeout(60)
  void mutatedFilesAreReadOrRefused(String name) throws IOException {
    Path target = folder.resolve("fuzz/c").resolve(name);
    Files.createDirectories(target.getParent());
    byte[] valid;
    if (name.endsWith(".npy")) {
      NpyWriter.writeInts(target, new int[13 * 7], 13, 7);
      valid = Files.readAllBytes(target);
    } else if (name.endsWith(".csv")) {
      png("fuzz/c/0.png", 3, 2, p -> p < 2 ? 255 : 0);
      valid = "id,area,predicted_iou\n0,2,0.9\n".getBytes(StandardCharsets.UTF_8);
    } else {
      valid = COCO.getBytes(StandardCharsets.UTF_8);
    }
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = valid.clone();
      for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(target, i % 4 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
      Path source = name.endsWith(".csv") ? folder.resolve("fuzz") : target;
      try {
        run(source);
      } catch (InputException e) {
        refused++;
      } catch (RuntimeException e) {
        fail("mutation " + i, e);
      }
    }
    assertThat(refused).isBetween(20, 400);
  }

  private MaskImport run(Path source) {
    try (Workers workers = Workers.of(1)) {
      return MaskImport.run(source, KEYS, folder.resolve("out"), workers, Progress.NONE);
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void png(String name, int width, int height, IntUnaryOperator value) {
    int[] values = new int[width * height];
    Arrays.setAll(values, value);
    ImageFiles.writePng(folder.resolve(name), new GreyImage(width, height, values));
  }
}
