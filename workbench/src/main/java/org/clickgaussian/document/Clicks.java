package org.clickgaussian.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.clickgaussian.mask.Level;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.selection.Thresholds;

/**
 * What clicks select in a document: the Gaussians of the clusters that were hit, their copies
 * included, hidden and deleted ones left out, joined in order. The clicks are kept, so that another
 * threshold selects anew by them.
 */
public final class Clicks {
  private final RunSession run;
  private final int[] origins;

  private Clicks(RunSession run, int[] origins) {
    this.run = run;
    this.origins = origins;
  }

  /**
   * Clicks on a document that has a run.
   *
   * @throws java.util.NoSuchElementException if it has none
   */
  public static Clicks on(SceneDocument document) {
    return new Clicks(document.run().orElseThrow(), document.origins());
  }

  /** Whether a point hits something at a level. */
  public static boolean hits(PointMatch match, Level level) {
    return !match.isNothing(Thresholds.PAPER) && match.best(level).cluster() >= 0;
  }

  /** Whether what a point hits fits its cluster worse than selected Gaussians must. */
  public static boolean isWeak(PointMatch match, EditState state) {
    return match.best(state.level()).cosine() < state.threshold();
  }

  /**
   * The state after a click that {@link #hits}.
   *
   * @param world the point that was hit, for the marker
   */
  public EditState click(
      EditState state, PointMatch match, double[] world, Combination combination) {
    boolean anew = combination == Combination.REPLACE;
    List<ClusterPick> picks = new ArrayList<>(anew ? List.of() : state.picks());
    List<Marker> markers = new ArrayList<>(anew ? List.of() : state.markers());
    picks.add(new ClusterPick(state.level(), match.best(state.level()).cluster(), combination));
    markers.add(new Marker(world[0], world[1], world[2], combination));
    GaussianSet base = anew ? GaussianSet.NONE : state.base();
    GaussianSet selection = join(base, picks, state.threshold(), state.invisible());
    return state.withPicks(base, picks, selection, markers);
  }

  /**
   * The state with clusters selected as if each had been clicked on, without markers.
   *
   * @param clusters their numbers; none clears the selection
   */
  public EditState pick(EditState state, Level level, Collection<Integer> clusters) {
    List<ClusterPick> picks =
        clusters.stream().map(each -> new ClusterPick(level, each, Combination.ADD)).toList();
    GaussianSet selection = join(GaussianSet.NONE, picks, state.threshold(), state.invisible());
    return state.withLevel(level).withPicks(GaussianSet.NONE, picks, selection, List.of());
  }

  /** The state with its clicks at another threshold. */
  public EditState atThreshold(EditState state, double threshold) {
    return state.withThreshold(
        threshold, join(state.base(), state.picks(), threshold, state.invisible()));
  }

  private GaussianSet join(
      GaussianSet base, List<ClusterPick> picks, double threshold, GaussianSet invisible) {
    GaussianSet selection = base;
    for (ClusterPick pick : picks) {
      GaussianSet found = members(pick.level(), pick.cluster(), threshold).without(invisible);
      selection = pick.combination().join(selection, found);
    }
    return selection;
  }

  /** The Gaussians of a cluster at or above a threshold, and their copies. */
  public GaussianSet members(Level level, int cluster, double threshold) {
    ClickIndex index = run.index();
    BitSet bits = new BitSet(origins.length);
    index.mark(level, cluster, threshold, bits);
    for (int copy = index.gaussianCount(); copy < origins.length; copy++) {
      bits.set(copy, bits.get(origins[copy]));
    }
    return GaussianSet.of(bits);
  }
}
