package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;
import org.clickgaussian.sam.CropLayout.Crop;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * All segments of a photo, in the steps and the order of Segment Anything's automatic mask
 * generation:
 *
 * <ol>
 *   <li>the whole photo and, with crop layers, its overlapping parts;
 *   <li>in each a grid of points, and for each point the masks of all granularities, but, unless
 *       the settings want every point, of those alone whose answer is not certain ({@link
 *       GridQuestions});
 *   <li>of these the ones with enough predicted IoU, then with enough stability, then without those
 *       that the crop's inner edge cuts;
 *   <li>in each crop non-maximum suppression of boxes, by predicted IoU;
 *   <li>between crops the same, smaller crops first;
 *   <li>if wanted, holes filled and islands removed, and suppression once more, with masks first
 *       that were not changed.
 * </ol>
 *
 * <p>The decoder's calls are shared out over the workers, each computed on one thread; the result
 * does not depend on their number.
 */
public final class AutomaticMaskGenerator {
  /** The embedding of a photo, computed or remembered. */
  @FunctionalInterface
  public interface EmbeddingSource {
    /** The embedding of a photo. */
    ImageEmbedding of(RgbImage photo);
  }

  private final SegmentAnything model;
  private final MaskGeneratorSettings settings;
  private final EmbeddingSource embeddings;

  /**
   * A generator.
   *
   * @param embeddings gives the embeddings of photos and crops, such as {@code model::embed}
   */
  public AutomaticMaskGenerator(
      SegmentAnything model, MaskGeneratorSettings settings, EmbeddingSource embeddings) {
    this.model = model;
    this.settings = settings;
    this.embeddings = embeddings;
  }

  /**
   * The segments of a photo, those with the highest predicted IoU first (within each crop).
   *
   * @throws org.clickgaussian.io.InputException if the photo is too large for masks
   * @throws org.clickgaussian.work.CancelledException if the progress asks to stop
   */
  public List<SegmentRecord> generate(RgbImage photo, Workers workers, Progress progress) {
    List<Crop> crops =
        CropLayout.crops(
            photo.width(), photo.height(), settings.cropLayers(), settings.cropOverlapRatio());
    List<CandidateMask> candidates = new ArrayList<>();
    for (int i = 0; i < crops.size(); i++) {
      Progress part = progress.part((double) i / crops.size(), (double) (i + 1) / crops.size());
      candidates.addAll(ofCrop(photo, crops.get(i), workers, part));
    }
    if (crops.size() > 1) {
      candidates =
          BoxSuppression.best(
              candidates,
              CandidateMask::box,
              mask -> 1.0f / mask.crop().box().area(),
              settings.cropOverlapLimit());
    }
    if (settings.minRegionArea() > 0) {
      candidates = withoutSmallRegions(candidates, workers);
    }
    return candidates.stream().map(CandidateMask::toRecord).toList();
  }

  private List<CandidateMask> ofCrop(
      RgbImage photo, Crop crop, Workers workers, Progress progress) {
    progress.update(0, "looking at the photo");
    ImageEmbedding embedding = embeddings.of(cut(photo, crop));
    int perSide =
        CropLayout.pointsPerSide(
            settings.pointsPerSide(), crop.layer(), settings.cropPointsDownscale());
    PointMasks masks =
        new PointMasks(model, settings, embedding, crop, photo.width(), photo.height());
    List<PromptPoint> grid = CropLayout.grid(perSide, crop.width(), crop.height());
    List<List<CandidateMask>> byPoint =
        new GridQuestions(masks, embedding, grid, perSide)
            .ask(settings.everyPoint(), workers, progress);
    return BoxSuppression.best(
        byPoint.stream().flatMap(List::stream).toList(),
        CandidateMask::box,
        CandidateMask::predictedIou,
        settings.boxOverlapLimit());
  }

  private static RgbImage cut(RgbImage photo, Crop crop) {
    if (crop.width() == photo.width() && crop.height() == photo.height()) {
      return photo;
    }
    RgbImage part = RgbImage.black(crop.width(), crop.height());
    for (int y = 0; y < crop.height(); y++) {
      int from = 3 * ((crop.top() + y) * photo.width() + crop.left());
      System.arraycopy(photo.rgb(), from, part.rgb(), 3 * y * crop.width(), 3 * crop.width());
    }
    return part;
  }

  private List<CandidateMask> withoutSmallRegions(List<CandidateMask> masks, Workers workers) {
    CandidateMask[] changed = new CandidateMask[masks.size()];
    workers.forEach(
        changed.length,
        i -> {
          CandidateMask mask = masks.get(i);
          changed[i] =
              SmallRegions.removed(mask.mask().decode(), settings.minRegionArea())
                  .map(clean -> mask.withMask(RunLength.encode(clean)))
                  .orElse(mask);
        });
    record Cleaned(CandidateMask mask, boolean same) {}
    List<Cleaned> cleaned = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      cleaned.add(new Cleaned(changed[i], changed[i] == masks.get(i)));
    }
    return BoxSuppression.best(
            cleaned,
            each -> each.mask().box(),
            each -> each.same() ? 1 : 0,
            Math.max(settings.boxOverlapLimit(), settings.cropOverlapLimit()))
        .stream()
        .map(Cleaned::mask)
        .toList();
  }
}
