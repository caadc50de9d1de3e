package org.clickgaussian.evaluation;

import java.util.List;
import java.util.function.BiConsumer;
import org.clickgaussian.mask.Level;

/** Puts the masks of a reference view onto the Gaussians that are seen there. */
final class ReferenceVotes {
  private ReferenceVotes() {}

  /**
   * Lets the pixels of the reference view vote, each level by itself.
   *
   * @param gaussians N
   * @param found takes the objects of a level that have a mask, and the votes: label k + 1 for the
   *     k-th of them, 0 for none
   */
  static void forEachLevel(
      EvaluatedView reference,
      ObjectMasks masks,
      int gaussians,
      BiConsumer<List<TruthObject>, LabelVotes> found) {
    for (Level level : Level.values()) {
      List<TruthObject> objects = masks.objects(level);
      if (!objects.isEmpty()) {
        LabelVotes votes = new LabelVotes(gaussians, objects.size() + 1);
        votes.add(reference.splatted(), masks.labels(objects));
        found.accept(objects, votes);
      }
    }
  }
}
