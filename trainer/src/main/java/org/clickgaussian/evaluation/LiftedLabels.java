package org.clickgaussian.evaluation;

import java.util.Arrays;
import java.util.List;
import org.clickgaussian.mask.Level;

/**
 * The true labels of some Gaussians: in every annotated view each pixel votes for its label with
 * the blend weights, as in {@link CeilingMethod}, but only those Gaussians are counted.
 */
public final class LiftedLabels {
  private final List<TruthObject> objects;
  private final int[] places;
  private final LabelVotes votes;

  /**
   * No votes yet.
   *
   * @param objects of the truth, of all levels
   * @param level whose objects are the labels
   * @param gaussians which Gaussians are counted: int[n]
   * @param count N, the number of Gaussians of the scene
   */
  public LiftedLabels(List<TruthObject> objects, Level level, int[] gaussians, int count) {
    this.objects = objects.stream().filter(object -> object.level() == level).toList();
    this.places = new int[count];
    Arrays.fill(places, -1);
    for (int i = 0; i < gaussians.length; i++) {
      places[gaussians[i]] = i;
    }
    this.votes = new LabelVotes(gaussians.length, this.objects.size() + 1);
  }

  /** Lets the pixels of an annotated view vote. */
  public void study(EvaluationTruth truth, EvaluatedView view) {
    votes.add(view.splatted(), ObjectMasks.in(truth, view).labels(objects), places);
  }

  /** The names of the labels. */
  public List<String> names() {
    return objects.stream().map(TruthObject::name).toList();
  }

  /** The label of each Gaussian, −1 for none or where no view sees it: int[n]. */
  public int[] labels() {
    return Arrays.stream(votes.majority()).map(label -> Math.max(-1, label - 1)).toArray();
  }
}
