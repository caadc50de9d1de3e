package org.clickgaussian.clusters;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.cluster.edit.EditedLevel;
import org.clickgaussian.cluster.edit.FeatureSplit;
import org.clickgaussian.cluster.edit.LevelEdits;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.mask.Level;
import org.clickgaussian.text.Texts;

/**
 * Edits clusters of the open document, each edit one undoable step. Under a cut, a picked cluster
 * stands for all that the cut puts together in it.
 */
final class ClusterChanges {
  private static final Texts TEXTS = Texts.of("clusters");

  private final WorkbenchContext context;

  ClusterChanges(WorkbenchContext context) {
    this.context = context;
  }

  /** Gives a cluster a name. */
  void rename(SceneDocument document, Level level, int cluster, String name) {
    change(document, TEXTS.get("step.rename"), level, edits -> edits.renamed(cluster, name));
  }

  /** Gives clusters a colour; empty gives them their own. */
  void recolour(
      SceneDocument document, Level level, Set<Integer> clusters, Optional<Integer> colour) {
    change(
        document,
        TEXTS.get("step.recolour"),
        level,
        edits -> {
          LevelEdits next = edits;
          for (int cluster : clusters) {
            next = next.recoloured(cluster, colour);
          }
          return next;
        });
  }

  /** Hides clusters, or shows them. */
  void show(SceneDocument document, Level level, Set<Integer> clusters, boolean visible) {
    Set<Integer> all = together(document, level, clusters);
    String step = visible ? TEXTS.get("step.show") : TEXTS.get("step.hide");
    change(document, step, level, edits -> edits.shown(all, visible));
  }

  /** Shows all clusters of both levels. */
  void showAll(SceneDocument document) {
    document
        .editedRun()
        .ifPresent(
            run ->
                put(
                    document,
                    TEXTS.get("step.show-all"),
                    run.edits()
                        .with(Level.COARSE, edits -> edits.shown(edits.hidden(), true))
                        .with(Level.FINE, edits -> edits.shown(edits.hidden(), true))));
  }

  /**
   * Merges clusters into the one that has a name or, where none or several have, the most
   * Gaussians; returns its number.
   */
  int merge(SceneDocument document, Level level, List<ClusterRow> rows, LevelEdits before) {
    ClusterRow into =
        rows.stream()
            .max(
                Comparator.<ClusterRow>comparingInt(
                        row -> before.name(row.cluster()).isPresent() ? 1 : 0)
                    .thenComparingInt(row -> row.statistics().gaussians()))
            .orElseThrow();
    Set<Integer> clusters = new LinkedHashSet<>();
    rows.forEach(row -> clusters.add(row.cluster()));
    Set<Integer> all = together(document, level, clusters);
    change(
        document,
        TEXTS.get("step.merge"),
        level,
        edits -> edits.merged(all, edits.clusterOf(into.cluster())));
    return into.cluster();
  }

  /** Takes a merged cluster apart. */
  void takeApart(SceneDocument document, Level level, int cluster) {
    change(document, TEXTS.get("step.take-apart"), level, edits -> edits.takenApart(cluster));
  }

  /** Splits a cluster of one candidate by the features of its Gaussians, beside the window. */
  void split(SceneDocument document, Level level, int cluster, int parts) {
    RunSession run = document.editedRun().orElseThrow();
    context
        .tasks()
        .submit(
            TEXTS.get("task.splitting"),
            progress ->
                document.reading(
                    () -> {
                      int[] clusters = run.assignment().level(level).clusters();
                      int[] gaussians =
                          IntStream.range(0, clusters.length)
                              .filter(i -> clusters[i] == cluster)
                              .toArray();
                      return FeatureSplit.find(
                          run.learnt().field(), level, gaussians, parts, progress);
                    }),
            found -> splitInto(document, run, level, cluster, found));
  }

  private void splitInto(
      SceneDocument document,
      RunSession run,
      Level level,
      int cluster,
      Optional<Candidates> parts) {
    if (document.editedRun().filter(now -> now == run).isEmpty()) {
      return;
    }
    if (parts.isEmpty()) {
      context.notices().accept(TEXTS.get("notice.no-parts"));
      return;
    }
    change(document, TEXTS.get("step.split"), level, edits -> edits.split(cluster, parts.get()));
  }

  /** Sets the cut across a level's hierarchy. */
  void change(SceneDocument document, String step, Level level, UnaryOperator<LevelEdits> change) {
    document.editedRun().ifPresent(run -> put(document, step, run.edits().with(level, change)));
  }

  /** Goes over to clusters that lie in another file of the run's folder, read beside the window. */
  void openKept(SceneDocument document, String source) {
    RunSession run = document.editedRun().orElseThrow();
    context
        .tasks()
        .submit(
            TEXTS.get("task.kept", source),
            progress -> document.reading(() -> run.readKept(source)),
            edits -> {
              if (document.editedRun().filter(now -> now.learnt() == run.learnt()).isPresent()) {
                put(document, TEXTS.get("step.kept", source), edits);
              }
            });
  }

  /** Makes a step; which Gaussians are hidden is found beside the window. */
  void put(SceneDocument document, String step, ClusterEdits edits) {
    RunSession run = document.editedRun().orElseThrow();
    if (edits.equals(run.edits())) {
      document.endPreview();
      return;
    }
    boolean hides = !edits.coarse().hidden().isEmpty() || !edits.fine().hidden().isEmpty();
    if (!hides) {
      document.editClusters(step, edits, GaussianSet.NONE);
      return;
    }
    int[] origins = document.origins();
    Consumer<GaussianSet> done =
        hidden -> {
          if (document.editedRun().filter(now -> now == run).isPresent()) {
            document.editClusters(step, edits, hidden);
          }
        };
    context
        .tasks()
        .submit(step, progress -> document.reading(() -> run.with(edits).hidden(origins)), done);
  }

  /** What the clusters stand for, a cut in force: their numbers without the cut. */
  private static Set<Integer> together(SceneDocument document, Level level, Set<Integer> clusters) {
    EditedLevel edited = document.editedRun().orElseThrow().clusters().level(level);
    Set<Integer> all = new TreeSet<>();
    for (int cluster : clusters) {
      for (int candidate : edited.members(cluster)) {
        all.add(edited.edits().clusterOf(candidate));
      }
    }
    return all;
  }
}
