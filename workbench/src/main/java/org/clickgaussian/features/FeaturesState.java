package org.clickgaussian.features;

import java.util.BitSet;
import java.util.Optional;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.mask.Level;

/**
 * What the pane shows. Immutable.
 *
 * @param level whose features
 * @param method how points are laid out
 * @param size points wanted
 * @param colouring what colours say
 * @param points laid out; empty where there is nothing to show
 * @param colours of each point, 0xRRGGBB: int[n]
 * @param labels of the points, once they are asked for and found
 * @param marked points whose Gaussians are selected in the scene
 * @param table the candidates of the level; empty without a run
 * @param components the axes in use; empty without a run
 * @param busy whether points are being laid out
 * @param hint what to do where there are no points; empty where there are
 */
public record FeaturesState(
    Level level,
    EmbeddingMethod method,
    int size,
    Colouring colouring,
    Optional<FeaturePoints> points,
    int[] colours,
    Optional<FeaturePoints.Labels> labels,
    BitSet marked,
    Optional<CandidateTable> table,
    Optional<PcaBases> components,
    boolean busy,
    String hint) {

  /** Before anything is known. */
  static FeaturesState initial() {
    return new FeaturesState(
        Level.COARSE,
        EmbeddingMethod.PCA,
        3_000,
        Colouring.CLUSTERS,
        Optional.empty(),
        new int[0],
        Optional.empty(),
        new BitSet(),
        Optional.empty(),
        Optional.empty(),
        false,
        "");
  }

  FeaturesState wanting(Level ofLevel, EmbeddingMethod by, int points, Colouring with) {
    return new FeaturesState(
        ofLevel,
        by,
        points,
        with,
        this.points,
        colours,
        labels,
        marked,
        table,
        components,
        busy,
        hint);
  }

  FeaturesState withPoints(
      FeaturePoints found, int[] newColours, Optional<FeaturePoints.Labels> newLabels) {
    return new FeaturesState(
        level,
        method,
        size,
        colouring,
        Optional.of(found),
        newColours,
        newLabels,
        marked,
        table,
        components,
        busy,
        "");
  }

  FeaturesState withoutPoints(String why) {
    return new FeaturesState(
        level,
        method,
        size,
        colouring,
        Optional.empty(),
        new int[0],
        Optional.empty(),
        new BitSet(),
        table,
        components,
        busy,
        why);
  }

  FeaturesState withMarked(BitSet other) {
    return new FeaturesState(
        level,
        method,
        size,
        colouring,
        points,
        colours,
        labels,
        other,
        table,
        components,
        busy,
        hint);
  }

  FeaturesState withRun(Optional<CandidateTable> candidates, Optional<PcaBases> axes) {
    return new FeaturesState(
        level,
        method,
        size,
        colouring,
        points,
        colours,
        labels,
        marked,
        candidates,
        axes,
        busy,
        hint);
  }

  FeaturesState withBusy(boolean working) {
    return new FeaturesState(
        level,
        method,
        size,
        colouring,
        points,
        colours,
        labels,
        marked,
        table,
        components,
        working,
        hint);
  }
}
