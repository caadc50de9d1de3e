package org.clickgaussian.clusters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.CandidateMatcher;
import org.clickgaussian.cluster.ClusterHierarchy;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.ClusterCensus;
import org.clickgaussian.cluster.edit.ClusterStatistics;
import org.clickgaussian.cluster.edit.EditedLevel;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.PooledFeatures;
import org.clickgaussian.training.SegmentFeatures;
import org.clickgaussian.viewport.frame.ClusterColours;

/**
 * Everything that the pane shows of a run with its edits.
 *
 * @param run what was surveyed
 * @param rows of each level, ascending by number
 * @param colours of each level's clusters, 0xRRGGBB by number
 * @param hierarchies of the levels whose tree was kept
 */
record ClusterSurvey(
    RunSession run,
    Map<Level, List<ClusterRow>> rows,
    Map<Level, int[]> colours,
    Map<Level, ClusterHierarchy> hierarchies) {

  private static final Texts TEXTS = Texts.of("clusters");

  /**
   * Surveys; from any thread but the window's, inside the document's reading.
   *
   * @param glances to cut pictures from, once there are some
   * @param segments pooled features, where they are at hand
   */
  static ClusterSurvey of(
      SceneDocument document,
      RunSession run,
      Optional<ViewGlances> glances,
      Optional<SegmentFeatures> segments) {
    GaussianScene scene = document.original();
    GaussianAssignment assignment = run.assignment();
    ClusterCensus census =
        new ClusterCensus(
            run.clusters(), assignment, i -> 1 / (1 + Math.exp(-scene.opacityLogit(i))));
    Map<Level, List<ClusterRow>> rows = new EnumMap<>(Level.class);
    Map<Level, int[]> colours = new EnumMap<>(Level.class);
    Map<Level, ClusterHierarchy> hierarchies = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      EditedLevel edited = run.clusters().level(level);
      int[] ofLevel = ClusterColours.of(run, scene, level, document.workers());
      List<ClusterStatistics> statistics =
          census.of(
              level,
              segments.map(each -> fitting(document, run, level, each)).orElse(null),
              Thresholds.PAPER.cosine());
      Map<Integer, ClusterThumbnail> thumbnails =
          glances
              .map(
                  each ->
                      new ThumbnailCutter(each, assignment.level(level).clusters(), edited.bound()))
              .map(ThumbnailCutter::cut)
              .orElse(Map.of());
      colours.put(level, ofLevel);
      rows.put(level, rows(level, edited, statistics, ofLevel, thumbnails));
      ClusterHierarchy.of(edited.computed()).ifPresent(tree -> hierarchies.put(level, tree));
    }
    return new ClusterSurvey(run, rows, colours, hierarchies);
  }

  private static ClusterCensus.Segments fitting(
      SceneDocument document, RunSession run, Level level, SegmentFeatures segments) {
    PooledFeatures pooled = segments.level(level);
    EditedLevel edited = run.clusters().level(level);
    Matches matches =
        new CandidateMatcher(edited.computed().candidates(), pooled.dimensions(), 0)
            .match(pooled.vectors(), document.workers());
    return new ClusterCensus.Segments(
        edited.groupLevel(matches, pooled.vectors(), document.workers()), pooled.views());
  }

  private static List<ClusterRow> rows(
      Level level,
      EditedLevel edited,
      List<ClusterStatistics> statistics,
      int[] colours,
      Map<Integer, ClusterThumbnail> thumbnails) {
    List<ClusterRow> rows = new ArrayList<>();
    for (ClusterStatistics one : statistics) {
      int cluster = one.cluster();
      rows.add(
          new ClusterRow(
              level,
              one,
              name(edited, level, cluster),
              colours[cluster],
              edited.edits().hidden().contains(cluster),
              edited.edits().members(cluster).size() > 1,
              Optional.ofNullable(thumbnails.get(cluster))));
    }
    return rows;
  }

  /** What a cluster is called. */
  static String name(EditedLevel edited, Level level, int cluster) {
    return edited
        .edits()
        .name(cluster)
        .orElseGet(() -> TEXTS.get("name." + level.key(), Integer.toString(cluster)));
  }

  /** The row of a cluster; empty if there is no such cluster. */
  Optional<ClusterRow> row(Level level, int cluster) {
    return rows.get(level).stream().filter(row -> row.cluster() == cluster).findFirst();
  }
}
