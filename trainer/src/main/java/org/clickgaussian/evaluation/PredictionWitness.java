package org.clickgaussian.evaluation;

import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/** Sees what methods predict while they are scored; called by one thread, view after view. */
public interface PredictionWitness {
  /** Looks at nothing. */
  PredictionWitness NONE =
      new PredictionWitness() {
        @Override
        public void predicted(
            EvaluatedView view,
            MaskMethod method,
            TruthObject object,
            Level level,
            Optional<BitMask> truth,
            Optional<BitMask> prediction) {}

        @Override
        public void viewDone(EvaluatedView view) {}
      };

  /**
   * A method said where an object is.
   *
   * @param level which features or masks it used
   * @param truth empty where the object is not annotated in the view
   * @param prediction empty where the method has no answer
   */
  void predicted(
      EvaluatedView view,
      MaskMethod method,
      TruthObject object,
      Level level,
      Optional<BitMask> truth,
      Optional<BitMask> prediction);

  /** All objects of a view were asked for; the view is closed afterwards. */
  void viewDone(EvaluatedView view);
}
