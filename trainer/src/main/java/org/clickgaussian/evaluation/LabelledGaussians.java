package org.clickgaussian.evaluation;

import java.util.List;
import org.clickgaussian.mask.BitMask;

/** Gaussians that carry objects as labels: k + 1 for the k-th object, 0 for none of them. */
final class LabelledGaussians {
  private final List<TruthObject> objects;
  private final int[] labels;
  private String renderedView;
  private int[] rendered;

  /**
   * Labels by weighted majority; a Gaussian without votes belongs to no object.
   *
   * @param votes labels 0 (none) and k + 1
   */
  LabelledGaussians(List<TruthObject> objects, LabelVotes votes) {
    this.objects = List.copyOf(objects);
    this.labels = votes.majority();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Math.max(0, labels[i]);
    }
  }

  /** The pixels at which an object's Gaussians outweigh those of every other label. */
  BitMask mask(EvaluatedView view, TruthObject object) {
    if (!view.view().key().equals(renderedView)) {
      rendered = LabelRendering.argmax(view.splatted(), labels, objects.size() + 1);
      renderedView = view.view().key();
    }
    return LabelRendering.mask(rendered, objects.indexOf(object) + 1, view.width(), view.height());
  }
}
