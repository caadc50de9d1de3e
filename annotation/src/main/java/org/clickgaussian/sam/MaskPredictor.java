package org.clickgaussian.sam;

import java.util.Comparator;
import java.util.List;
import org.clickgaussian.image.RgbImage;

/**
 * One segment of a photo by prompts: points on the object and beside it, a box around it, and the
 * answer so far to be refined.
 *
 * <p>The photo is looked at once, when the predictor is made (about a second); an answer then takes
 * some hundredths of a second. Safe for several threads.
 */
public final class MaskPredictor {
  private static final float MASK_THRESHOLD = 0;
  private static final float STABILITY_OFFSET = 1;

  private final SegmentAnything model;
  private final ImageEmbedding embedding;

  /**
   * A predictor for a photo that was looked at already.
   *
   * @param embedding by the same model
   */
  public MaskPredictor(SegmentAnything model, ImageEmbedding embedding) {
    this.model = model;
    this.embedding = embedding;
  }

  /** A predictor for a photo. */
  public static MaskPredictor of(SegmentAnything model, RgbImage photo) {
    return new MaskPredictor(model, model.embed(photo));
  }

  /** Whether answers can be refined ({@link Prompt#previous}). */
  public boolean takesPreviousMask() {
    return model.takesPreviousMask();
  }

  /**
   * The best answer. For a single point, which may mean a part, an object or a group, the one of
   * the granularities that the model thinks best of; else the model's one answer.
   *
   * @throws org.clickgaussian.io.InputException if a previous mask is given to a model that cannot
   *     take one
   */
  public PredictedMask predict(Prompt prompt) {
    return prompt.isAmbiguous()
        ? candidates(prompt).getFirst()
        : enlarged(model.single(embedding, prompt));
  }

  /** The answers at all granularities, the one that the model thinks best of first. */
  public List<PredictedMask> candidates(Prompt prompt) {
    return model.granularities(embedding, prompt).stream()
        .sorted(Comparator.comparingDouble(DecodedMask::predictedIou).reversed())
        .map(this::enlarged)
        .toList();
  }

  private PredictedMask enlarged(DecodedMask mask) {
    LowResolutionLogits logits = mask.logits();
    BinarisedMask cut =
        BinarisedMask.of(
            logits.values(),
            new LogitEnlargement(embedding.fit(), logits.width(), logits.height()),
            embedding.fit(),
            MASK_THRESHOLD,
            STABILITY_OFFSET);
    return new PredictedMask(cut.mask(), mask.predictedIou(), cut.stability(), logits);
  }
}
