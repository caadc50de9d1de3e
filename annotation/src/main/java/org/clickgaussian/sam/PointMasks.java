package org.clickgaussian.sam;

import java.util.ArrayList;
import java.util.List;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.sam.CropLayout.Crop;

/** What the decoder says about single points of one crop, filtered. Safe for several threads. */
final class PointMasks {
  /** Masks are cut at this logit, as the model was trained. */
  private static final float MASK_THRESHOLD = 0;

  /** Pixels from the crop's edge within which a box counts as touching it. */
  private static final int EDGE = 20;

  private final SegmentAnything model;
  private final MaskGeneratorSettings settings;
  private final ImageEmbedding embedding;
  private final Crop crop;
  private final int photoWidth;
  private final int photoHeight;
  private volatile LogitEnlargement enlargement;

  PointMasks(
      SegmentAnything model,
      MaskGeneratorSettings settings,
      ImageEmbedding embedding,
      Crop crop,
      int photoWidth,
      int photoHeight) {
    this.model = model;
    this.settings = settings;
    this.embedding = embedding;
    this.crop = crop;
    this.photoWidth = photoWidth;
    this.photoHeight = photoHeight;
  }

  /**
   * What the decoder says of a point.
   *
   * @param candidates the masks that pass all filters, in the order of the granularities
   * @param finest the smallest of all its masks
   */
  record Answer(List<CandidateMask> candidates, FinestMask finest) {}

  /**
   * Asks at a point.
   *
   * @param point in pixels of the crop
   */
  Answer at(PromptPoint point) {
    List<CandidateMask> passed = new ArrayList<>();
    List<DecodedMask> decoded = model.granularities(embedding, Prompt.at(point.x(), point.y()));
    for (DecodedMask mask : decoded) {
      if (settings.predictedIouThreshold() > 0
          && !(mask.predictedIou() > (float) settings.predictedIouThreshold())) {
        continue;
      }
      BinarisedMask cut =
          BinarisedMask.of(
              mask.logits().values(),
              enlargement(mask.logits()),
              embedding.fit(),
              MASK_THRESHOLD,
              (float) settings.stabilityOffset());
      if (isStable(cut) && !touchesInnerEdge(cut.box())) {
        passed.add(
            new CandidateMask(
                RunLength.encode(placed(cut.mask())),
                cut.box().moved(crop.left(), crop.top()),
                mask.predictedIou(),
                cut.stability(),
                new PromptPoint(point.x() + crop.left(), point.y() + crop.top()),
                crop));
      }
    }
    return new Answer(passed, FinestMask.of(decoded, embedding.fit(), MASK_THRESHOLD));
  }

  private LogitEnlargement enlargement(LowResolutionLogits logits) {
    LogitEnlargement known = enlargement;
    if (known == null) {
      known = new LogitEnlargement(embedding.fit(), logits.width(), logits.height());
      enlargement = known;
    }
    return known;
  }

  private boolean isStable(BinarisedMask cut) {
    return settings.stabilityThreshold() <= 0
        || cut.stability() >= (float) settings.stabilityThreshold();
  }

  /** Whether the box comes near an edge of the crop that is not the photo's. */
  private boolean touchesInnerEdge(PixelBox own) {
    PixelBox box = own.moved(crop.left(), crop.top());
    PixelBox edge = crop.box();
    return near(box.left(), edge.left(), 0)
        || near(box.top(), edge.top(), 0)
        || near(box.right(), edge.right(), photoWidth)
        || near(box.bottom(), edge.bottom(), photoHeight);
  }

  private static boolean near(int side, int cropEdge, int photoEdge) {
    return Math.abs(side - cropEdge) <= EDGE && Math.abs(side - photoEdge) > EDGE;
  }

  private BitMask placed(BitMask inCrop) {
    if (inCrop.width() == photoWidth && inCrop.height() == photoHeight) {
      return inCrop;
    }
    BitMask placed = new BitMask(photoWidth, photoHeight);
    for (int y = 0; y < inCrop.height(); y++) {
      for (int x = 0; x < inCrop.width(); x++) {
        if (inCrop.get(x, y)) {
          placed.set(x + crop.left(), y + crop.top());
        }
      }
    }
    return placed;
  }
}
