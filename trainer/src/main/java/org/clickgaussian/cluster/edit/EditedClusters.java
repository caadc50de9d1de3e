package org.clickgaussian.cluster.edit;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.mask.Level;
import org.clickgaussian.work.Workers;

/**
 * Computed clusters with the edits that lie over them.
 *
 * @param computed what was computed
 * @param edits what was made of it
 * @param coarse the coarse level as edited
 * @param fine the fine level as edited
 */
public record EditedClusters(
    GlobalClusters computed, ClusterEdits edits, EditedLevel coarse, EditedLevel fine) {

  /**
   * Lays edits over clusters.
   *
   * @throws IllegalArgumentException if the edits are of other clusters
   */
  public static EditedClusters of(GlobalClusters computed, ClusterEdits edits) {
    return new EditedClusters(
        computed, edits, level(computed, edits, Level.COARSE), level(computed, edits, Level.FINE));
  }

  /** Clusters that nothing was done to. */
  public static EditedClusters unedited(GlobalClusters computed) {
    return of(computed, ClusterEdits.none(ClusterEdits.TRAINED, computed));
  }

  private static EditedLevel level(GlobalClusters computed, ClusterEdits edits, Level level) {
    return EditedLevel.of(computed.level(level), edits.level(level), computed.layout(), level);
  }

  /** A level as edited. */
  public EditedLevel level(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** The edited cluster of every Gaussian, from its match with the computed candidates. */
  public GaussianAssignment assignment(
      FeatureField field, GaussianAssignment matches, Workers workers) {
    return new GaussianAssignment(
        coarse.group(matches.coarse(), field.table(), workers),
        fine.group(matches.fine(), field.table(), workers));
  }

  /** A matcher of rows with the computed candidates of a level, to be grouped afterwards. */
  public CandidateMatcher matcher(Level level) {
    return CandidateMatcher.of(computed.level(level).candidates(), computed.layout(), level);
  }

  /**
   * The Gaussians of hidden clusters, whatever their cosine; a cut neither hides nor shows any.
   *
   * @param matches of the Gaussians with the computed candidates
   */
  public BitSet hidden(FeatureField field, GaussianAssignment matches, Workers workers) {
    BitSet hidden = new BitSet(field.count());
    for (Level level : Level.values()) {
      LevelEdits uncut = edits.level(level).withCut(OptionalDouble.empty());
      if (uncut.hidden().isEmpty()) {
        continue;
      }
      Matches grouped =
          EditedLevel.of(computed.level(level), uncut, computed.layout(), level)
              .group(matches.level(level), field.table(), workers);
      for (int i = 0; i < grouped.count(); i++) {
        if (uncut.hidden().contains(grouped.clusters()[i])) {
          hidden.set(i);
        }
      }
    }
    return hidden;
  }
}
