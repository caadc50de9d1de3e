package org.clickgaussian.sam;

import java.util.Map;

/**
 * What the encoder saw in a photo: computed once, then asked by any number of prompts, also from
 * several threads. Takes a few megabytes outside the heap.
 */
public final class ImageEmbedding {
  private final PhotoFit fit;
  private final Map<String, Tensor> outputs;

  ImageEmbedding(PhotoFit fit, Map<String, Tensor> outputs) {
    this.fit = fit;
    this.outputs = Map.copyOf(outputs);
  }

  /** Pixels in a row of the photo. */
  public int photoWidth() {
    return fit.photoWidth();
  }

  /** Pixels in a column of the photo. */
  public int photoHeight() {
    return fit.photoHeight();
  }

  PhotoFit fit() {
    return fit;
  }

  Tensor output(String name) {
    return outputs.get(name);
  }
}
