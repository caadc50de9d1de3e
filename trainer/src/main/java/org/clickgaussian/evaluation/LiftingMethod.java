package org.clickgaussian.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/**
 * Baseline "lifting": the reference mask alone is put onto the Gaussians, each taking the label of
 * greatest weight in the reference view, and rendered elsewhere. A Gaussian that the reference does
 * not see belongs to nothing.
 */
public final class LiftingMethod implements MaskMethod {
  private final int gaussians;
  private final Map<TruthObject, LabelledGaussians> labelled = new HashMap<>();

  /**
   * Lifting in a scene of N Gaussians.
   *
   * @param gaussians N
   */
  public LiftingMethod(int gaussians) {
    this.gaussians = gaussians;
  }

  @Override
  public String name() {
    return "lifting";
  }

  @Override
  public boolean hasLevels() {
    return false;
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    ReferenceVotes.forEachLevel(
        reference,
        masks,
        gaussians,
        (objects, votes) -> {
          LabelledGaussians lifted = new LabelledGaussians(objects, votes);
          objects.forEach(object -> labelled.put(object, lifted));
        });
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    return Optional.ofNullable(labelled.get(object)).map(lifted -> lifted.mask(view, object));
  }
}
