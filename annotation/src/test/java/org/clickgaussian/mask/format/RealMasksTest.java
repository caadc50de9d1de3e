package org.clickgaussian.mask.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Box;
import org.clickgaussian.mask.MaskChecks;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.mask.TwoLevelAssignment;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.scene.SceneFolder;
import org.clickgaussian.testing.SharedData;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealMasksTest {
  @ParameterizedTest
  @ValueSource(strings = {"masks_fern", "masks_bonsai"})
  void areasBoxesAndTextsAreThoseInTheRecords(String name) throws IOException {
    for (Path file : files(name)) {
      List<SegmentRecord> segments = SamJson.read(file);
      JsonNode records = new ObjectMapper().readTree(file.toFile());
      assertThat(segments).hasSameSizeAs(records);
      for (int i = 0; i < segments.size(); i++) {
        SegmentRecord segment = segments.get(i);
        JsonNode record = records.get(i);
        JsonNode box = record.get("bbox");
        assertThat(segment.area()).isEqualTo(record.get("area").intValue());
        assertThat(segment.mask().compressed())
            .isEqualTo(record.get("segmentation").get("counts").textValue());
        assertThat(segment.box())
            .isEqualTo(
                new Box(
                    box.get(0).doubleValue(),
                    box.get(1).doubleValue(),
                    box.get(2).doubleValue(),
                    box.get(3).doubleValue()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"masks_fern", "masks_bonsai"})
  void bothLevelsCoverTheUnionOfTheSegments(String name) throws IOException {
    for (Path file : files(name).subList(0, 4)) {
      List<SegmentRecord> segments = SamJson.read(file);
      int width = segments.getFirst().mask().width();
      int height = segments.getFirst().mask().height();
      TwoLevelMasks masks =
          TwoLevelAssignment.assign(segments, width, height, AssignmentOptions.ALL);
      boolean[] union = new boolean[width * height];
      for (SegmentRecord segment : segments) {
        BitMask mask = segment.mask().decode();
        for (int p = 0; p < union.length; p++) {
          union[p] |= mask.get(p % width, p / width);
        }
      }
      for (int p = 0; p < union.length; p++) {
        assertThat(masks.coarse().segments()[p] != 0).isEqualTo(union[p]);
        assertThat(masks.fine().segments()[p] != 0).isEqualTo(union[p]);
      }
      assertThat(masks.fine().count()).isGreaterThan(masks.coarse().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fern", "bonsai"})
  void everyPhotoOfTheSceneHasItsMasks(String name) {
    SceneFolder scene = SceneFolder.open(SharedData.require("scene_" + name));
    MaskFolder masks =
        MaskFolder.open(
            SharedData.require("masks_" + name), scene.views(), AssignmentOptions.ALL, scene);
    try (Workers workers = Workers.of(2)) {
      MaskChecks checks = MaskChecks.of(masks, scene.views(), workers, Progress.NONE);
      assertThat(checks.rows()).hasSameSizeAs(scene.views());
      assertThat(checks.nearlyEmpty()).isEmpty();
      assertThat(checks.rows())
          .allSatisfy(row -> assertThat(row.fine().coverage()).isEqualTo(row.coarse().coverage()));
      assertThat(masks.warnings()).isEmpty();
    }
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.require(name))) {
      return files.sorted().toList();
    }
  }
}
