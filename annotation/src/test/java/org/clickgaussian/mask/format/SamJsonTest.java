package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RandomMasks;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamJsonTest {
  private static final String MASK = "\"segmentation\": {\"size\": [3, 2], \"counts\": \"123\"}";

  @TempDir Path folder;

  @Test
  void readsEveryFieldOfARecord() throws IOException {
    String json =
        """
        [{"segmentation": {"size": [3, 2], "counts": [1, 2, 3]}, "area": 2, "bbox": [0, 1, 0, 1],
          "predicted_iou": 1.02, "point_coords": [[0.5, 1.25]], "stability_score": 0.95,
          "crop_box": [0, 0, 2, 3], "id": {"nested": [[1]]}}]
        """;
    SegmentRecord expected =
        new SegmentRecord(
            RunLength.of(2, 3, 1, 2, 3),
            1.02,
            0.95,
            List.of(new PromptPoint(0.5, 1.25)),
            new Box(0, 0, 2, 3));
    assertThat(read(json)).containsExactly(expected);
    assertThat(expected.box()).isEqualTo(new Box(0, 1, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{%s}]",
        "[{\"area\": null, \"predicted_iou\": NaN, \"point_coords\": null, %s}]",
        "{\"image\": {\"width\": 2}, \"annotations\": [{%s}], \"version\": 1}"
      })
  void onlyTheSegmentationIsNeeded(String form) throws IOException {
    assertThat(read(form.formatted(MASK)))
        .containsExactly(SegmentRecord.of(RunLength.of(2, 3, 1, 2, 3)));
  }

  @Test
  void aListMayBeEmpty() throws IOException {
    assertThat(read("[]")).isEmpty();
    assertThat(read("{\"annotations\": []}")).isEmpty();
  }

  @Test
  void writesWhatItReads() {
    Path file = folder.resolve("new/masks.json");
    RunLength mask = RunLength.encode(RandomMasks.of(207, 33, 1));
    Box crop = new Box(0.5, 1, 100, 20);
    List<SegmentRecord> segments =
        List.of(
            new SegmentRecord(mask, 0.875, 1.0 / 3, List.of(new PromptPoint(3, 4.5)), crop),
            SegmentRecord.of(RunLength.encode(RandomMasks.of(207, 33, 2))));
    SamJson.write(file, segments);
    assertThat(SamJson.read(file)).isEqualTo(segments);
    SamJson.write(file, List.of());
    assertThat(SamJson.read(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "7",
        "{}",
        "[7]",
        "[{}]",
        "[[]]",
        "{\"annotations\": 7}",
        "{\"annotations\": [], \"version\": 2}",
        "[{\"segmentation\": 7}]",
        "[{\"segmentation\": [[0, 0, 1, 1, 0, 1]]}]",
        "[{\"segmentation\": {\"size\": [3, 2]}}]",
        "[{\"segmentation\": {\"counts\": \"123\"}}]",
        "[{\"segmentation\": {\"size\": [3], \"counts\": \"123\"}}]",
        "[{\"segmentation\": {\"size\": [3, 2, 1], \"counts\": \"123\"}}]",
        "[{\"segmentation\": {\"size\": [3.5, 2], \"counts\": \"123\"}}]",
        "[{\"segmentation\": {\"size\": [0, 2], \"counts\": \"\"}}]",
        "[{\"segmentation\": {\"size\": [-3, -2], \"counts\": \"123\"}}]",
        "[{\"segmentation\": {\"size\": [2000000000, 2000000000], \"counts\": [0]}}]",
        "[{\"segmentation\": {\"size\": [20000000000, 1], \"counts\": [0]}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": [1, 2, 4]}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": [1, 2]}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": [7, -1]}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": [\"6\"]}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": 6}}]",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": \"12 3\"}}]",
        "[{\"predicted_iou\": \"high\"}]",
        "[{\"point_coords\": [1, 2]}]",
        "[{\"point_coords\": [[1, 2, 3]]}]",
        "[{\"crop_box\": [1, 2, 3]}]",
        "[{\"segmentation\": {\"size\": [1, 1], \"counts\": \"1\"}},"
            + " {\"segmentation\": {\"size\": [1, 2], \"counts\": \"2\"}}]",
        "[] []",
        "[{\"segmentation\": {\"size\": [3, 2], \"counts\": \"123"
      })
  void otherJsonIsRefusedWithTheFile(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.toString());
  }

  @Test
  void anAbsentFileOrAFolderIsRefused() {
    assertThatThrownBy(() -> SamJson.read(folder.resolve("absent.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> SamJson.read(folder)).isInstanceOf(InputException.class);
  }

  @Test
  void mutatedFilesGiveRecordsOrAnInputException() throws IOException {
    Path file = folder.resolve("masks.json");
    SegmentRecord first =
        new SegmentRecord(
            RunLength.encode(RandomMasks.of(13, 7, 1)),
            0.9,
            0.8,
            List.of(new PromptPoint(1, 2)),
            new Box(0, 0, 13, 7));
    SamJson.write(file, List.of(first, SegmentRecord.of(RunLength.of(13, 7, 90, 1))));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      Files.write(file, mutated(whole, random));
      try {
        for (SegmentRecord segment : SamJson.read(file)) {
          assertThat(segment.mask().decode().area()).isEqualTo(segment.area());
        }
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(file.toString());
      }
    }
    assertThat(refused).isBetween(800, 1_999);
  }

  private static byte[] mutated(byte[] whole, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length;
    byte[] bytes = Arrays.copyOf(whole, length);
    for (int change = random.nextInt(4); change > 0 && length > 0; change--) {
      byte value = (byte) (random.nextBoolean() ? random.nextInt(32, 127) : random.nextInt());
      bytes[random.nextInt(length)] = value;
    }
    return bytes;
  }

  private List<SegmentRecord> read(String json) throws IOException {
    Path file = folder.resolve("masks.json");
    Files.write(file, json.getBytes(StandardCharsets.UTF_8));
    return SamJson.read(file);
  }
}
