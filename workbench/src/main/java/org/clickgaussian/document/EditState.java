package org.clickgaussian.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickgaussian.cluster.edit.ClusterEdits;
import org.clickgaussian.mask.Level;

/**
 * Everything about the scene in the window that a person can change and undo. Immutable: the
 * methods yield changed copies.
 *
 * @param level which level a click selects at
 * @param threshold the least cosine of a selected Gaussian with its cluster's candidate
 * @param base what was selected otherwise (rectangle, lasso, brush, histogram, a name) before the
 *     clicks in {@code picks}
 * @param picks clicks since, in order; the threshold acts on them
 * @param selection what is selected: {@code base} and {@code picks} joined
 * @param markers where clicks hit
 * @param hidden what is not drawn for now
 * @param deleted what is gone
 * @param changes how Gaussians were moved, duplicated, recoloured, in order
 * @param named selections kept under a name
 * @param clusters what was made of the run's clusters; empty without a run
 * @param clusterHidden the Gaussians of hidden clusters; follows from {@code clusters}
 */
public record EditState(
    Level level,
    double threshold,
    GaussianSet base,
    List<ClusterPick> picks,
    GaussianSet selection,
    List<Marker> markers,
    GaussianSet hidden,
    GaussianSet deleted,
    List<SceneChange> changes,
    SortedMap<String, GaussianSet> named,
    Optional<ClusterEdits> clusters,
    GaussianSet clusterHidden) {

  /** The paper's threshold. */
  public static final double PAPER_THRESHOLD = 0.9;

  /** Keeps copies. */
  public EditState {
    picks = List.copyOf(picks);
    markers = List.copyOf(markers);
    changes = List.copyOf(changes);
    named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
  }

  /** Nothing selected, nothing changed. */
  public static EditState initial() {
    return new EditState(
        Level.COARSE,
        PAPER_THRESHOLD,
        GaussianSet.NONE,
        List.of(),
        GaussianSet.NONE,
        List.of(),
        GaussianSet.NONE,
        GaussianSet.NONE,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        GaussianSet.NONE);
  }

  /**
   * What is neither hidden, of a hidden cluster, nor deleted is drawn: the Gaussians that are not.
   */
  public GaussianSet invisible() {
    GaussianSet gone = hidden.or(deleted);
    return clusterHidden.isEmpty() ? gone : gone.or(clusterHidden);
  }

  /** At another level. */
  public EditState withLevel(Level other) {
    return new EditState(
        other,
        threshold,
        base,
        picks,
        selection,
        markers,
        hidden,
        deleted,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /**
   * With clicks at another threshold.
   *
   * @param newSelection what the clicks select at that threshold
   */
  public EditState withThreshold(double other, GaussianSet newSelection) {
    return new EditState(
        level,
        other,
        base,
        picks,
        newSelection,
        markers,
        hidden,
        deleted,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /** With a selection that no click made; clicks and their markers are forgotten. */
  public EditState withSelection(GaussianSet other) {
    return new EditState(
        level,
        threshold,
        other,
        List.of(),
        other,
        List.of(),
        hidden,
        deleted,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /**
   * With a selection that clicks made.
   *
   * @param newBase what was selected before the first of the clicks
   */
  public EditState withPicks(
      GaussianSet newBase,
      List<ClusterPick> newPicks,
      GaussianSet newSelection,
      List<Marker> newMarkers) {
    return new EditState(
        level,
        threshold,
        newBase,
        newPicks,
        newSelection,
        newMarkers,
        hidden,
        deleted,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /** The same selection, no longer following the threshold. */
  public EditState settled() {
    return picks.isEmpty()
        ? this
        : new EditState(
            level,
            threshold,
            selection,
            List.of(),
            selection,
            markers,
            hidden,
            deleted,
            changes,
            named,
            clusters,
            clusterHidden);
  }

  /** With other Gaussians hidden. */
  public EditState withHidden(GaussianSet other) {
    return new EditState(
        level,
        threshold,
        base,
        picks,
        selection,
        markers,
        other,
        deleted,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /** With other Gaussians deleted. */
  public EditState withDeleted(GaussianSet other) {
    return new EditState(
        level,
        threshold,
        base,
        picks,
        selection,
        markers,
        hidden,
        other,
        changes,
        named,
        clusters,
        clusterHidden);
  }

  /** With other changes of the Gaussians themselves. */
  public EditState withChanges(List<SceneChange> other) {
    return new EditState(
        level,
        threshold,
        base,
        picks,
        selection,
        markers,
        hidden,
        deleted,
        other,
        named,
        clusters,
        clusterHidden);
  }

  /**
   * With Gaussians moved. Moves of the same Gaussians one after another become one.
   *
   * @param gaussians what is moved
   * @param similarity where to
   */
  public EditState withMove(GaussianSet gaussians, Similarity similarity) {
    List<SceneChange> next = new ArrayList<>(changes);
    Similarity whole = similarity;
    if (!next.isEmpty()
        && next.getLast() instanceof SceneChange.Move last
        && last.gaussians().equals(gaussians)) {
      next.removeLast();
      whole = similarity.after(last.similarity());
    }
    next.add(new SceneChange.Move(gaussians, whole));
    return withChanges(next);
  }

  /** With another change after the others. */
  public EditState withChange(SceneChange change) {
    List<SceneChange> next = new ArrayList<>(changes);
    next.add(change);
    return withChanges(next);
  }

  /** With other named selections. */
  public EditState withNamed(SortedMap<String, GaussianSet> other) {
    return new EditState(
        level,
        threshold,
        base,
        picks,
        selection,
        markers,
        hidden,
        deleted,
        changes,
        other,
        clusters,
        clusterHidden);
  }

  /**
   * With other edits of the run's clusters. Clicks no longer follow the threshold, as clusters may
   * be others than those that were hit.
   *
   * @param nextHidden the Gaussians of clusters that the edits hide
   */
  public EditState withClusters(Optional<ClusterEdits> edits, GaussianSet nextHidden) {
    EditState settled = settled();
    return new EditState(
        level,
        threshold,
        settled.base,
        settled.picks,
        settled.selection.without(nextHidden),
        markers,
        hidden,
        deleted,
        changes,
        named,
        edits,
        nextHidden);
  }
}
