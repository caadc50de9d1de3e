package org.clickgaussian.sam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.SegmentMatching;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a toy whose masks are where the photo is bright, the same for every point. */
class GridQuestionsTest {
  private static final MaskGeneratorSettings ALL =
      MaskGeneratorSettings.DEFAULTS.withPointsPerSide(24).withThresholds(0, 0);

  @TempDir private Path temporary;
  private SegmentAnything model;

  @BeforeEach
  void open() throws IOException {
    ModelsFolder folder = ToyNetworks.plain(temporary);
    model = SegmentAnything.open(folder.catalog().model("toy"), folder, 1);
  }

  @AfterEach
  void close() {
    model.close();
  }

  /** Left half white, right half dark: one mask, the left half, at all granularities. */
  private static RgbImage halves() {
    RgbImage photo = RgbImage.black(64, 64);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 32; x++) {
        for (int channel = 0; channel < 3; channel++) {
          photo.rgb()[3 * (64 * y + x) + channel] = (byte) 255;
        }
      }
    }
    return photo;
  }

  private Set<PromptPoint> asked(MaskGeneratorSettings settings, int threads) {
    ImageEmbedding embedding = model.embed(halves());
    int perSide = settings.pointsPerSide();
    PointMasks masks =
        new PointMasks(
            model, settings, embedding, CropLayout.crops(64, 64, 0, 0.3).getFirst(), 64, 64);
    List<PromptPoint> grid = CropLayout.grid(perSide, 64, 64);
    Set<PromptPoint> asked = new HashSet<>();
    try (Workers workers = Workers.of(threads)) {
      List<List<CandidateMask>> answers =
          new GridQuestions(masks, embedding, grid, perSide)
              .ask(settings.everyPoint(), workers, Progress.NONE);
      assertThat(answers).hasSize(grid.size());
      for (int i = 0; i < grid.size(); i++) {
        if (!answers.get(i).isEmpty()) {
          asked.add(grid.get(i));
        }
      }
    }
    return asked;
  }

  @Test
  void pointsInsideAMaskThatNeighboursAgreeOnAreLeftOut() {
    Set<PromptPoint> asked = asked(ALL, 2);
    long left = asked.stream().filter(point -> point.x() < 32).count();
    // Of the 12 · 24 points in the mask, those of the first round, and few others at the rim.
    assertThat(left).isBetween(6L * 12, 6L * 12 + 24);
    // Outside of all masks nothing is certain.
    assertThat(asked.size() - left).isEqualTo(12 * 24);
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    assertThat(asked(ALL, 1)).isEqualTo(asked(ALL, 4));
  }

  @Test
  void coarseGridsAndAWishForEveryPointAskEverywhere() {
    assertThat(asked(ALL.withPointsPerSide(23), 2)).hasSize(23 * 23);
    assertThat(asked(ALL.withEveryPoint(true), 2)).hasSize(24 * 24);
  }

  @Test
  void theSegmentsAreTheSame() {
    assertThat(segments(ALL)).isNotEmpty();
    SegmentMatching matching =
        SegmentMatching.of(segments(ALL), segments(ALL.withEveryPoint(true)), 0.999);
    assertThat(matching.matched()).isEqualTo(matching.first()).isEqualTo(matching.second());
  }

  private List<SegmentRecord> segments(MaskGeneratorSettings settings) {
    try (Workers workers = Workers.of(2)) {
      return new AutomaticMaskGenerator(model, settings, model::embed)
          .generate(halves(), workers, Progress.NONE);
    }
  }
}
