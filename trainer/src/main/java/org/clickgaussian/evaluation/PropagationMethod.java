package org.clickgaussian.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.LabelPropagation;
import org.clickgaussian.selection.Thresholds;

/** Label propagation by clusters; see {@link LabelPropagation}. */
public final class PropagationMethod implements MaskMethod {
  private final String name;
  private final EditedClusters clusters;
  private final Thresholds thresholds;
  private final Map<TruthObject, Map<Level, boolean[]>> targets = new HashMap<>();

  /** Propagation under a name of its own. */
  public PropagationMethod(String name, EditedClusters clusters, Thresholds thresholds) {
    this.name = name;
    this.clusters = clusters;
    this.thresholds = thresholds;
  }

  /** Propagation as the paper does it. */
  public PropagationMethod(EditedClusters clusters, Thresholds thresholds) {
    this("propagation", clusters, thresholds);
  }

  /** The same with one number changed at a time: how much the scores depend on each. */
  public static List<MaskMethod> variants(EditedClusters clusters, Thresholds base) {
    List<MaskMethod> variants = new ArrayList<>();
    for (double cosine : new double[] {0.7, 0.8, 0.85, 0.95}) {
      variants.add(variant("cosine", cosine, clusters, base.withCosine(cosine)));
    }
    for (double alpha : new double[] {0.25, 0.75}) {
      variants.add(variant("alpha", alpha, clusters, base.withAlpha(alpha)));
    }
    for (double majority : new double[] {0.3, 0.7}) {
      variants.add(variant("majority", majority, clusters, base.withMajority(majority)));
    }
    return variants;
  }

  private static MaskMethod variant(
      String number, double value, EditedClusters clusters, Thresholds thresholds) {
    return new PropagationMethod("propagation " + number + "=" + value, clusters, thresholds);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasLevels() {
    return true;
  }

  @Override
  public void learn(EvaluatedView reference, ObjectMasks masks) {
    masks.forEach(
        (object, mask) -> {
          Map<Level, boolean[]> members = new EnumMap<>(Level.class);
          for (Level level : Level.values()) {
            int count = clusters.level(level).bound();
            members.put(
                level,
                LabelPropagation.targetClusters(
                    reference.clusterMap(level), mask, count, thresholds));
          }
          targets.put(object, members);
        });
  }

  @Override
  public Optional<BitMask> predict(EvaluatedView view, TruthObject object, Level level) {
    return Optional.ofNullable(targets.get(object))
        .map(members -> view.clusterMap(level).mask(members.get(level), thresholds));
  }
}
