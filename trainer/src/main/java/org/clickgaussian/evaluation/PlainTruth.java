package org.clickgaussian.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.truth.TruthSet;

/** The protocol "plain": a folder of ground truth as this program keeps it ({@link TruthSet}). */
public final class PlainTruth implements EvaluationTruth {
  private final TruthSet set;

  private PlainTruth(TruthSet set) {
    this.set = set;
  }

  /**
   * Opens a folder.
   *
   * @throws org.clickgaussian.io.InputException if it holds no ground truth
   */
  public static PlainTruth open(Path folder) {
    return new PlainTruth(TruthSet.open(folder));
  }

  @Override
  public String protocol() {
    return "plain";
  }

  @Override
  public List<TruthObject> objects() {
    return set.labels().stream()
        .map(label -> new TruthObject(label.name(), label.level()))
        .toList();
  }

  @Override
  public List<String> views() {
    return List.copyOf(set.views());
  }

  @Override
  public Optional<BitMask> mask(String view, TruthObject object) {
    return set.mask(view, object.name());
  }

  @Override
  public List<String> warnings() {
    return set.warnings();
  }
}
