package org.clickgaussian.sam;

import java.util.Comparator;
import java.util.Map;
import org.clickgaussian.mask.PromptPoint;

/**
 * What the encoder saw in a photo: computed once, then asked by any number of prompts, also from
 * several threads. Takes a few megabytes outside the heap.
 */
public final class ImageEmbedding {
  private final PhotoFit fit;
  private final Map<String, Tensor> outputs;
  private final Map<String, Tensor> prepared;

  /**
   * An embedding.
   *
   * @param outputs of the encoder
   * @param prepared what the decoder makes of them without a prompt; empty if it does not
   */
  ImageEmbedding(PhotoFit fit, Map<String, Tensor> outputs, Map<String, Tensor> prepared) {
    this.fit = fit;
    this.outputs = Map.copyOf(outputs);
    this.prepared = Map.copyOf(prepared);
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

  Map<String, Tensor> prepared() {
    return prepared;
  }

  /**
   * How alike the photo is to the encoder at two points: the cosine of the embeddings of the cells
   * that they lie in, of the output with the most channels.
   */
  double cosine(PromptPoint one, PromptPoint other) {
    Tensor cells =
        outputs.values().stream()
            .filter(tensor -> tensor.shape().length == 4)
            .max(Comparator.comparingLong(tensor -> tensor.shape()[1]))
            .orElseThrow();
    int first = cell(cells, one);
    int second = cell(cells, other);
    if (first == second) {
      return 1;
    }
    int area = cells.fromLast(0) * cells.fromLast(1);
    double product = 0;
    double firstNorm = 0;
    double secondNorm = 0;
    for (int channel = 0; channel < cells.shape()[1]; channel++) {
      double a = cells.values().get(channel * area + first);
      double b = cells.values().get(channel * area + second);
      product += a * b;
      firstNorm += a * a;
      secondNorm += b * b;
    }
    return product / Math.sqrt(firstNorm * secondNorm);
  }

  private int cell(Tensor cells, PromptPoint point) {
    int column = (int) (fit.inputX(point.x()) * cells.fromLast(0) / fit.size());
    int row = (int) (fit.inputY(point.y()) * cells.fromLast(1) / fit.size());
    return Math.clamp(row, 0, cells.fromLast(1) - 1) * cells.fromLast(0)
        + Math.clamp(column, 0, cells.fromLast(0) - 1);
  }
}
