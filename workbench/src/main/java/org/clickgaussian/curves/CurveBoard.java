package org.clickgaussian.curves;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clickgaussian.curves.CurvesState.ListedRun;
import org.clickgaussian.curves.CurvesState.Look;
import org.clickgaussian.curves.data.Across;
import org.clickgaussian.curves.data.Curve;
import org.clickgaussian.curves.data.CurveGroup;
import org.clickgaussian.curves.data.DoubleColumn;
import org.clickgaussian.curves.data.RunHistory;
import org.clickgaussian.curves.data.SeedMean;
import org.clickgaussian.curves.paint.AxisRange;
import org.clickgaussian.curves.paint.ChartContent;
import org.clickgaussian.curves.paint.ChartMark;
import org.clickgaussian.curves.paint.DrawnCurve;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.SettingChange;

/** Puts charts together from what runs measured and how a person wants to see it. */
final class CurveBoard {
  private static final Texts TEXTS = Texts.of("curves");
  private static final int MOST_MEANS = 64;

  /** What a mean depends on, besides how far its runs are. */
  private record MeanKey(
      List<RunHistory> runs, String column, boolean weighted, double smoothing, Across across) {}

  private record KeptMean(int[] sizes, SeedMean mean) {}

  private final Map<MeanKey, KeptMean> means = new HashMap<>();

  /** A run with the number of its colour. */
  private record ColouredRun(RunHistory history, int colour) {}

  /** A chart. */
  ChartContent chart(
      CurveGroup group, CurvesState state, Map<Path, RunHistory> histories, ChartView view) {
    List<ColouredRun> runs = visible(state, histories);
    List<DrawnCurve> curves = new ArrayList<>();
    List<String> columns = columns(group, histories.values());
    boolean oneRun = state.picked().size() == 1;
    for (int i = 0; i < columns.size(); i++) {
      if (!state.hiddenColumns().contains(columns.get(i))) {
        curves.addAll(draw(columns.get(i), i, oneRun, runs, state.look()));
      }
    }
    Look look = state.look();
    AxisRange across =
        view.across().orElseGet(() -> ChartContent.wholeWidth(curves, look.acrossScale()));
    AxisRange up =
        Optional.ofNullable(view.up().get(group))
            .orElseGet(() -> ChartContent.fittingHeight(curves, across, look.upScale()));
    return new ChartContent(
        TEXTS.get("chart." + group.key()),
        TEXTS.get(look.across() == Across.ITERATION ? "axis.iteration" : "axis.seconds"),
        curves,
        marks(runs, look.across()),
        across,
        up);
  }

  /** The columns of a chart that any run has measured, in order. */
  List<String> columns(CurveGroup group, Iterable<RunHistory> histories) {
    Set<String> measured = new LinkedHashSet<>();
    histories.forEach(history -> measured.addAll(history.columns()));
    List<String> columns = new ArrayList<>(group.columns());
    columns.retainAll(measured);
    if (group == CurveGroup.OTHER) {
      measured.removeIf(
          column -> Arrays.stream(CurveGroup.values()).anyMatch(g -> g.columns().contains(column)));
      columns.addAll(measured);
    }
    return columns;
  }

  private static List<ColouredRun> visible(CurvesState state, Map<Path, RunHistory> histories) {
    List<ColouredRun> runs = new ArrayList<>();
    for (ListedRun run : state.picked()) {
      RunHistory history = histories.get(run.folder());
      if (history != null && !state.hiddenRuns().contains(run.folder())) {
        runs.add(new ColouredRun(history, run.colour()));
      }
    }
    return runs;
  }

  private List<DrawnCurve> draw(
      String column, int number, boolean oneRun, List<ColouredRun> runs, Look look) {
    List<DrawnCurve> drawn = new ArrayList<>();
    List<RunHistory> histories = runs.stream().map(ColouredRun::history).toList();
    List<List<RunHistory>> groups =
        look.mean() ? SeedMean.groups(histories) : histories.stream().map(List::of).toList();
    for (List<RunHistory> group : groups) {
      int colour = oneRun ? number : runs.get(histories.indexOf(group.getFirst())).colour();
      int shade = oneRun ? 0 : number;
      if (group.size() == 1) {
        single(column, group.getFirst(), look, colour, shade).ifPresent(drawn::add);
      } else {
        mean(column, group, look, colour, shade).ifPresent(drawn::add);
      }
    }
    return drawn;
  }

  private static Optional<DrawnCurve> single(
      String column, RunHistory run, Look look, int colour, int shade) {
    DoubleColumn positions = run.positions(look.across());
    Optional<Curve> plain = run.curve(column, look.weighted()).map(curve -> curve.over(positions));
    return run.smoothed(column, look.weighted(), look.smoothing())
        .map(
            line ->
                new DrawnCurve(
                    run.name(),
                    column,
                    colour,
                    shade,
                    line.over(positions),
                    look.smoothing() > 0 ? plain : Optional.empty(),
                    Optional.empty()));
  }

  private Optional<DrawnCurve> mean(
      String column, List<RunHistory> runs, Look look, int colour, int shade) {
    List<Curve> curves = new ArrayList<>();
    for (RunHistory run : runs) {
      run.smoothed(column, look.weighted(), look.smoothing()).ifPresent(curves::add);
    }
    if (curves.size() < runs.size()) {
      return Optional.empty();
    }
    MeanKey key = new MeanKey(runs, column, look.weighted(), look.smoothing(), look.across());
    int[] sizes = curves.stream().mapToInt(Curve::size).toArray();
    KeptMean kept = means.get(key);
    if (kept == null || !Arrays.equals(kept.sizes(), sizes)) {
      if (means.size() >= MOST_MEANS) {
        means.clear();
      }
      List<DoubleColumn> positions =
          runs.stream().map(run -> run.positions(look.across())).toList();
      kept = new KeptMean(sizes, SeedMean.of(curves, positions));
      means.put(key, kept);
    }
    String names = String.join(", ", runs.stream().map(RunHistory::name).toList());
    return Optional.of(
        new DrawnCurve(
            TEXTS.get("mean.of", names),
            column,
            colour,
            shade,
            kept.mean().mean(),
            Optional.empty(),
            Optional.of(kept.mean())));
  }

  private static List<ChartMark> marks(List<ColouredRun> runs, Across across) {
    List<ChartMark> marks = new ArrayList<>();
    for (ColouredRun run : runs) {
      for (SettingChange change : run.history().settings().changes().all()) {
        String words =
            TEXTS.get(
                "mark",
                run.history().name(),
                change.parameter().key(),
                change.parameter().format(change.from()),
                change.parameter().format(change.to()));
        double position = run.history().position(change.iteration(), across);
        marks.add(new ChartMark(position, words, run.colour()));
      }
    }
    return marks;
  }

  /** Lets go of what was kept of runs. */
  void forget() {
    means.clear();
  }
}
