package org.clickgaussian.clusters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.clickgaussian.cluster.ClusterHierarchy;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.mask.Level;

/**
 * What the panes show.
 *
 * @param survey the clusters; empty without a run or before they were counted
 * @param shown the clusters as they are shown just now, perhaps newer than the survey
 * @param hint why there is nothing to show; empty where there is something
 * @param level whose hierarchy is shown and whose clusters are found anew
 * @param picked the picked clusters
 * @param pickedLevel their level
 * @param searching whether clusters are being found anew
 * @param foundAnew whether what is shown was found anew and is not kept yet
 */
record ClustersState(
    Optional<ClusterSurvey> survey,
    Optional<EditedClusters> shown,
    String hint,
    Level level,
    Set<Integer> picked,
    Level pickedLevel,
    boolean searching,
    boolean foundAnew) {

  /** Keeps a copy. */
  ClustersState {
    picked = Set.copyOf(picked);
  }

  /** Nothing to show. */
  static ClustersState empty(String hint, Level level) {
    return new ClustersState(
        Optional.empty(), Optional.empty(), hint, level, Set.of(), Level.COARSE, false, false);
  }

  /** The clusters of a level; none before they were counted. */
  List<ClusterRow> rows(Level of) {
    return survey.map(ClusterSurvey::rows).map(rows -> rows.get(of)).orElse(List.of());
  }

  /** The colours of the level that is shown, by number. */
  int[] colours() {
    return survey.map(ClusterSurvey::colours).map(each -> each.get(level)).orElse(new int[0]);
  }

  /** The hierarchy that is shown. */
  Optional<ClusterHierarchy> hierarchy() {
    return survey
        .filter(
            each ->
                shown.filter(now -> now.computed() == each.run().clusters().computed()).isPresent())
        .map(each -> each.hierarchies().get(level));
  }

  /** The computed clusters of the level that is shown. */
  Optional<LevelClusters> computed() {
    return shown.map(each -> each.level(level).computed());
  }

  /** What HDBSCAN was told at the level that is shown. */
  Optional<HdbscanParameters> parameters() {
    return computed().map(LevelClusters::parameters);
  }

  /** The cut that is shown. */
  OptionalDouble cut() {
    return shown.map(each -> each.edits().level(level).cut()).orElse(OptionalDouble.empty());
  }

  /** The only picked cluster; empty where none or several are picked. */
  Optional<ClusterRow> only() {
    return picked.size() == 1
        ? survey.flatMap(each -> each.row(pickedLevel, picked.iterator().next()))
        : Optional.empty();
  }

  ClustersState with(Optional<ClusterSurvey> next) {
    return new ClustersState(next, shown, "", level, picked, pickedLevel, searching, foundAnew);
  }

  ClustersState withShown(Optional<EditedClusters> next) {
    return new ClustersState(survey, next, hint, level, picked, pickedLevel, searching, foundAnew);
  }

  ClustersState with(Level next) {
    return new ClustersState(survey, shown, hint, next, picked, pickedLevel, searching, foundAnew);
  }

  ClustersState withPicked(Level ofLevel, Set<Integer> clusters) {
    return new ClustersState(survey, shown, hint, level, clusters, ofLevel, searching, foundAnew);
  }

  ClustersState withSearch(boolean runs, boolean found) {
    return new ClustersState(survey, shown, hint, level, picked, pickedLevel, runs, found);
  }
}
