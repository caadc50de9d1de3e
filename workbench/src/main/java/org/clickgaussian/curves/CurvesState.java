package org.clickgaussian.curves;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clickgaussian.curves.data.Across;
import org.clickgaussian.curves.data.AxisScale;
import org.clickgaussian.curves.data.CurveGroup;

/**
 * How the curves are shown. Immutable.
 *
 * @param runs all runs that can be picked
 * @param groups the charts
 * @param hiddenRuns folders of picked runs that are not drawn for now
 * @param hiddenColumns columns that are not drawn for now
 * @param look how curves are drawn
 * @param problems what could not be read, a sentence each
 */
public record CurvesState(
    List<ListedRun> runs,
    Set<CurveGroup> groups,
    Set<Path> hiddenRuns,
    Set<String> hiddenColumns,
    Look look,
    List<String> problems) {

  /** As it is at first. */
  static final CurvesState FIRST =
      new CurvesState(
          List.of(),
          EnumSet.of(CurveGroup.TOTAL, CurveGroup.TERMS),
          Set.of(),
          Set.of(),
          new Look(true, false, 0.6, Across.ITERATION, AxisScale.LINEAR, AxisScale.LINEAR),
          List.of());

  /**
   * A run.
   *
   * @param folder where it lies
   * @param colour number of its colour in the palette
   * @param picked whether it is shown
   */
  public record ListedRun(Path folder, int colour, boolean picked) {
    /** The name of its folder. */
    public String name() {
      return folder.getFileName().toString();
    }
  }

  /**
   * How curves are drawn.
   *
   * @param weighted whether terms are multiplied by their weights
   * @param mean whether runs that differ by the seed alone are drawn as mean and deviation
   * @param smoothing weight of the past, 0 to below 1
   * @param across what is laid along the horizontal axis
   * @param acrossScale how it is laid
   * @param upScale how numbers are laid along the vertical axis
   */
  public record Look(
      boolean weighted,
      boolean mean,
      double smoothing,
      Across across,
      AxisScale acrossScale,
      AxisScale upScale) {

    Look withWeighted(boolean wanted) {
      return new Look(wanted, mean, smoothing, across, acrossScale, upScale);
    }

    Look withMean(boolean wanted) {
      return new Look(weighted, wanted, smoothing, across, acrossScale, upScale);
    }

    Look withSmoothing(double weight) {
      return new Look(weighted, mean, weight, across, acrossScale, upScale);
    }

    Look withAcross(Across other) {
      return new Look(weighted, mean, smoothing, other, acrossScale, upScale);
    }

    Look withScales(AxisScale horizontal, AxisScale vertical) {
      return new Look(weighted, mean, smoothing, across, horizontal, vertical);
    }
  }

  CurvesState withRuns(List<ListedRun> listed) {
    return new CurvesState(listed, groups, hiddenRuns, hiddenColumns, look, problems);
  }

  CurvesState withGroups(Set<CurveGroup> charts) {
    return new CurvesState(runs, charts, hiddenRuns, hiddenColumns, look, problems);
  }

  CurvesState withHiddenRuns(Set<Path> hidden) {
    return new CurvesState(
        runs, groups, Set.copyOf(new TreeSet<>(hidden)), hiddenColumns, look, problems);
  }

  CurvesState withHiddenColumns(Set<String> hidden) {
    return new CurvesState(
        runs, groups, hiddenRuns, Set.copyOf(new TreeSet<>(hidden)), look, problems);
  }

  CurvesState withLook(Look other) {
    return new CurvesState(runs, groups, hiddenRuns, hiddenColumns, other, problems);
  }

  CurvesState withProblems(List<String> sentences) {
    return new CurvesState(runs, groups, hiddenRuns, hiddenColumns, look, sentences);
  }

  /** The picked runs. */
  public List<ListedRun> picked() {
    return runs.stream().filter(ListedRun::picked).toList();
  }
}
