package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * How long mask generation takes on one photo, beside the bare time of the same calls of ONNX
 * Runtime: encoder and decoder on inputs that are ready, their answers thrown away.
 */
public final class GenerationTiming {
  /** Points of the bare decoder calls in each direction. */
  private static final int BARE_SIDE = 8;

  /**
   * One duration.
   *
   * @param name what was timed
   * @param seconds the wall-clock time
   * @param detail sizes, counts
   */
  public record Timed(String name, double seconds, String detail) {}

  private final SegmentAnything model;
  private final RgbImage photo;
  private final Workers workers;

  /** A timing; the model is warmed up by what is timed first. */
  public GenerationTiming(SegmentAnything model, RgbImage photo, Workers workers) {
    this.model = model;
    this.photo = photo;
    this.workers = workers;
  }

  /**
   * Times everything.
   *
   * @param grids points in each direction, a generation each with every point, and one without
   *     certain points where these are left out
   */
  public List<Timed> run(List<Integer> grids, Progress progress) {
    List<Timed> found = new ArrayList<>();
    progress.update(0, "bare calls");
    ImageEmbedding embedding = model.embed(photo);
    found.add(timed("encoder with the photo's scaling", () -> model.embed(photo)));
    found.add(timed("encoder, bare", model::bareEncoder));
    found.add(bareDecoder("decoder, bare, whole network", embedding, false));
    if (!embedding.prepared().isEmpty()) {
      found.add(bareDecoder("decoder, bare, after the photo's part", embedding, true));
    }
    int most = grids.stream().mapToInt(grid -> grid * grid).sum();
    int done = 0;
    for (int grid : grids) {
      double from = 0.1 + 0.9 * done / most;
      done += grid * grid;
      generations(grid, found, progress.part(from, 0.1 + 0.9 * done / most));
    }
    return found;
  }

  private Timed bareDecoder(String name, ImageEmbedding embedding, boolean split) {
    List<PromptPoint> points = CropLayout.grid(BARE_SIDE, photo.width(), photo.height());
    Runnable calls =
        () ->
            workers.forEach(points.size(), i -> model.bareDecoder(embedding, points.get(i), split));
    calls.run();
    Timed all = timed(name, calls);
    return new Timed(
        name,
        all.seconds() / points.size(),
        "a call, of %d on %d threads".formatted(points.size(), workers.threads()));
  }

  private void generations(int grid, List<Timed> found, Progress progress) {
    MaskGeneratorSettings settings = MaskGeneratorSettings.DEFAULTS.withPointsPerSide(grid);
    found.add(generation(settings.withEveryPoint(true), "every point", progress.part(0, 0.5)));
    if (grid >= GridQuestions.LEAST_POINTS_PER_SIDE) {
      found.add(
          generation(
              settings.withEveryPoint(false), "certain points left out", progress.part(0.5, 1)));
    }
  }

  private Timed generation(MaskGeneratorSettings settings, String which, Progress progress) {
    AutomaticMaskGenerator generator = new AutomaticMaskGenerator(model, settings, model::embed);
    int[] segments = new int[1];
    Timed timed =
        timed(
            "photo, grid of %d, %s".formatted(settings.pointsPerSide(), which),
            () -> segments[0] = generator.generate(photo, workers, progress).size());
    return new Timed(timed.name(), timed.seconds(), segments[0] + " segments");
  }

  private static Timed timed(String name, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return new Timed(name, (System.nanoTime() - begin) * 1e-9, "");
  }
}
