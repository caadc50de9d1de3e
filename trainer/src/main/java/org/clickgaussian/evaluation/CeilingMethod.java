package org.clickgaussian.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;

/**
 * The ceiling: about the best that any labelling of the Gaussians could reach. Every Gaussian
 * takes, at each level, the label of greatest weight over the truth of all scored views; rendered
 * labels are the prediction. What is missing to 1 is the splat's softness, not the method's fault.
 */
public final class CeilingMethod implements MaskMethod {
  private final int gaussians;
  private final Map<Level, List<TruthObject>> objects = new EnumMap<>(Level.class);
  private final Map<Level, LabelVotes> votes = new EnumMap<>(Level.class);
  private final Map<Level, LabelledGaussians> labelled = new EnumMap<>(Level.class);

  /**
   * A ceiling for some objects.
   *
   * @param gaussians N
   */
  public CeilingMethod(int gaussians, List<TruthObject> objects) {
    this.gaussians = gaussians;
    for (Level level : Level.values()) {
      List<TruthObject> ofLevel = objects.stream().filter(o -> o.level() == level).toList();
      this.objects.put(level, ofLevel);
    }
  }

  @Override
  public String name() {
    return "ceiling";
  }

  @Override
  public boolean hasLevels() {
    return false;
  }

  @Override
  public boolean knowsAllTruth() {
    return true;
  }

  @Override
  public void study(EvaluatedView view, ObjectMasks truth) {
    objects.forEach(
        (level, ofLevel) -> {
          if (!ofLevel.isEmpty()) {
            votes
                .computeIfAbsent(level, l -> new LabelVotes(gaussians, ofLevel.size() + 1))
                .add(view.splatted(), truth.labels(ofLevel));
          }
        });
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    // The truth of all views is known already.
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    if (!votes.containsKey(object.level())) {
      return Optional.empty();
    }
    LabelledGaussians gaussiansOfLevel =
        labelled.computeIfAbsent(
            object.level(), l -> new LabelledGaussians(objects.get(l), votes.get(l)));
    return Optional.of(gaussiansOfLevel.mask(view, object));
  }
}
