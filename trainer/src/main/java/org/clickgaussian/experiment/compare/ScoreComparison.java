package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.SceneScores;
import org.clickgaussian.evaluation.ScoreColumn;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Score;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/**
 * How well runs find the objects of a scene, by one method of {@code evaluate}: the best is marked,
 * and differences are taken to a baseline where one is named. Numbers that are equal in the three
 * digits shown are equally good; where all are, none is marked.
 *
 * @param groups the columns
 * @param method the method's name, such as "propagation"
 * @param metric IoU or boundary IoU, for single objects
 * @param withReference whether the views count in which the method was shown the truth
 * @param baseline the group that the others are measured against
 */
public record ScoreComparison(
    List<RunGroup> groups,
    String method,
    Metric metric,
    boolean withReference,
    Optional<RunGroup> baseline) {
  private static final double SHOWN = 1000;

  /** The methods by which any of the runs was scored, in the order of their evaluations. */
  public static List<String> methods(List<RunGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.runs().stream())
        .flatMap(run -> run.scores().stream())
        .flatMap(scores -> scores.methods().stream())
        .distinct()
        .toList();
  }

  /** The means over objects: a row for each group. */
  public ComparisonTable summary() {
    List<String> header = new ArrayList<>(List.of("run", "runs"));
    List<List<Score>> columns = new ArrayList<>();
    for (ScoreColumn column : ScoreColumn.values()) {
      header.add(column.title());
      columns.add(compared(scores -> column.of(scores, method)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Cell> row = new ArrayList<>();
      row.add(new Words(groups.get(g).name() + (isBaseline(g) ? " (baseline)" : "")));
      row.add(new Words(scored(groups.get(g))));
      for (List<Score> column : columns) {
        row.add(column.get(g));
      }
      rows.add(row);
    }
    return new ComparisonTable("Mean scores by " + method, header, rows);
  }

  /** How many of its runs were evaluated. */
  private static String scored(RunGroup group) {
    long count = group.runs().stream().filter(run -> run.scores().isPresent()).count();
    return count == group.runs().size()
        ? Long.toString(count)
        : count + " of " + group.runs().size();
  }

  /** Every object at its own level: a row each, a column for each group. */
  public ComparisonTable byObject() {
    List<String> header = new ArrayList<>(List.of("object", "level"));
    for (int g = 0; g < groups.size(); g++) {
      header.add(groups.get(g).name() + (isBaseline(g) ? " (baseline)" : ""));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (TruthObject object : objects()) {
      List<Cell> row = new ArrayList<>();
      row.add(new Words(object.name()));
      row.add(new Words(object.level().key()));
      row.addAll(compared(scores -> mean(scores, object)));
      rows.add(row);
    }
    String measure = metric == Metric.IOU ? "IoU" : "Boundary IoU";
    return new ComparisonTable(measure + " of every object by " + method, header, rows);
  }

  /** The objects that any of the runs was scored for, by level, then name. */
  public List<TruthObject> objects() {
    return groups.stream()
        .flatMap(group -> group.runs().stream())
        .flatMap(run -> run.scores().stream())
        .flatMap(scores -> scores.objects().stream())
        .distinct()
        .sorted(Comparator.comparing(TruthObject::level).thenComparing(TruthObject::name))
        .toList();
  }

  private OptionalDouble mean(SceneScores scores, TruthObject object) {
    return scores
        .own(method, object)
        .map(score -> score.mean(metric, withReference))
        .orElse(OptionalDouble.empty());
  }

  /** One number of each group. */
  private List<Score> compared(Function<SceneScores, OptionalDouble> number) {
    List<Spread> spreads = groups.stream().map(group -> spread(group, number)).toList();
    double best =
        spreads.stream().mapToDouble(Spread::mean).filter(Double::isFinite).max().orElse(0);
    double base =
        baseline.map(group -> spreads.get(groups.indexOf(group)).mean()).orElse(Double.NaN);
    long different =
        spreads.stream()
            .filter(spread -> spread.count() > 0)
            .map(spread -> Math.round(spread.mean() * SHOWN))
            .distinct()
            .count();
    List<Score> cells = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double mean = spreads.get(g).mean();
      boolean isBest = different > 1 && Math.round(mean * SHOWN) == Math.round(best * SHOWN);
      cells.add(
          new Score(
              spreads.get(g),
              isBaseline(g) ? Double.NaN : mean - base,
              isBest && Double.isFinite(mean)));
    }
    return cells;
  }

  private boolean isBaseline(int group) {
    return baseline.filter(groups.get(group)::equals).isPresent();
  }

  private static Spread spread(RunGroup group, Function<SceneScores, OptionalDouble> number) {
    return Spread.of(
        group.runs().stream()
            .map(RunRecord::scores)
            .flatMap(Optional::stream)
            .map(number)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray());
  }
}
