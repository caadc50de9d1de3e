package org.clickgaussian.task;

import java.nio.file.Path;
import java.util.List;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.sam.GenerationTiming;
import org.clickgaussian.sam.ModelsFolder;
import org.clickgaussian.sam.SegmentAnything;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Measures how long a model takes to make the masks of a photo.
 *
 * @param model its name
 * @param photo the file of the photo
 * @param workers threads for it
 */
public record MaskBenchmark(String model, Path photo, Workers workers) {
  private static final List<Integer> GRIDS = List.of(8, 16, 24, 32);

  /** Measures; takes some minutes. */
  public List<Measurement> run(Progress progress) {
    ModelsFolder models = ModelsFolder.ofUser();
    try (SegmentAnything opened =
        SegmentAnything.open(models.catalog().model(model), models, workers.threads())) {
      return new GenerationTiming(opened, ImageFiles.readRgb(photo), workers)
          .run(GRIDS, progress).stream()
              .map(timed -> new Measurement(timed.name(), timed.seconds(), "s", timed.detail()))
              .toList();
    }
  }
}
