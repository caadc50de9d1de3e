package org.clickgaussian.evaluation;

import java.util.List;
import java.util.Optional;
import org.clickgaussian.mask.BitMask;

/** The ground truth of one scene. Masks are read when asked for; nothing is kept. */
public interface EvaluationTruth {
  /** The protocol's name, as {@code evaluate --protocol} takes it. */
  String protocol();

  /** What is annotated, sorted by name. */
  List<TruthObject> objects();

  /** The keys of the views that are annotated, sorted. */
  List<String> views();

  /**
   * The mask of an object in a view, in the size in which it was annotated.
   *
   * @return empty where the object is not annotated in the view
   * @throws org.clickgaussian.io.InputException if the file cannot be read
   */
  Optional<BitMask> mask(String view, TruthObject object);

  /** What a person should know about the truth, such as files that were passed over. */
  List<String> warnings();
}
