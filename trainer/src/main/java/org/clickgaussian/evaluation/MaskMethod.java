package org.clickgaussian.evaluation;

import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/**
 * A way to find objects in views, each from its mask in one reference view. {@link #learn} is
 * called once for every reference view, before any {@link #predict}. Used by one thread.
 */
public interface MaskMethod {
  /** The method's name in tables. */
  String name();

  /** Whether predictions at the two levels differ, so that both are worth scoring. */
  boolean hasLevels();

  /** Whether the method is to be shown the truth of all views: true only for a ceiling. */
  default boolean knowsAllTruth() {
    return false;
  }

  /**
   * Shows a method that {@link #knowsAllTruth()} one of the views that it will be scored in; called
   * for each of them before anything else.
   */
  default void study(EvaluatedView view, ObjectMasks truth) {}

  /**
   * Shows the method the objects whose reference a view is.
   *
   * @param masks those objects and their masks, in the size of the view's image
   */
  void learn(EvaluatedView reference, ObjectMasks masks);

  /**
   * The mask of an object in a view.
   *
   * @param level which features or masks to use
   * @return in any size; empty where the method has no answer, which counts 0
   */
  Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level);
}
