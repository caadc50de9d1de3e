package org.clickgaussian.sam;

import java.util.List;
import org.clickgaussian.mask.PromptPoint;
import org.clickgaussian.mask.RunLength;
import org.clickgaussian.mask.SegmentRecord;

/**
 * A mask on its way through the filters.
 *
 * @param mask at the size of the whole photo
 * @param box around it, in pixels of the whole photo
 * @param point where the decoder was asked, in pixels of the whole photo
 */
record CandidateMask(
    RunLength mask,
    PixelBox box,
    float predictedIou,
    float stability,
    PromptPoint point,
    CropLayout.Crop crop) {
  CandidateMask withMask(RunLength changed) {
    return new CandidateMask(
        changed, PixelBox.of(changed.bounds()), predictedIou, stability, point, crop);
  }

  SegmentRecord toRecord() {
    return new SegmentRecord(
        mask,
        predictedIou,
        stability,
        List.of(point),
        new PixelBox(
                crop.left(), crop.top(), crop.left() + crop.width(), crop.top() + crop.height())
            .toBox());
  }
}
