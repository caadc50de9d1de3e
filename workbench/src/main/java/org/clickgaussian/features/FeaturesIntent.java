package org.clickgaussian.features;

import java.nio.file.Path;
import java.util.BitSet;
import org.clickgaussian.document.Combination;
import org.clickgaussian.feature.space.EmbeddingMethod;

/** What a person wants of the feature space. */
public sealed interface FeaturesIntent {
  /** Another way to lay points out. */
  record Use(EmbeddingMethod method) implements FeaturesIntent {}

  /** Other colours of the points. */
  record Colour(Colouring colouring) implements FeaturesIntent {}

  /** Another number of points. */
  record Size(int points) implements FeaturesIntent {}

  /** Lay the points out, which takes a while. */
  record LayOut() implements FeaturesIntent {}

  /**
   * Select what some points stand for.
   *
   * @param points numbers of the points
   */
  record Pick(BitSet points, Combination combination) implements FeaturesIntent {}

  /**
   * Select the clusters of two candidates.
   *
   * @param row place in the matrix's order
   * @param column place in the matrix's order
   */
  record PickPair(int row, int column, Combination combination) implements FeaturesIntent {}

  /** Turn the colours of the components to meet another run's. */
  record AlignTo(Path run) implements FeaturesIntent {}

  /** The run's own colours of the components again. */
  record OwnComponents() implements FeaturesIntent {}
}
