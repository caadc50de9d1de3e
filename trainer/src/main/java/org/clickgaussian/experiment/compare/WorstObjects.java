package org.clickgaussian.experiment.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.evaluation.ObjectScore;
import org.clickgaussian.evaluation.ObjectScore.Metric;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.evaluation.ViewScore;
import org.clickgaussian.experiment.RunRecord;
import org.clickgaussian.experiment.compare.ComparisonTable.Cell;
import org.clickgaussian.experiment.compare.ComparisonTable.Words;

/** Where runs fail: the objects that any run finds worst, and the view in which it is worst. */
public final class WorstObjects {
  private WorstObjects() {}

  /**
   * An object that a run finds badly.
   *
   * @param object what it is
   * @param run the run that finds it worst
   * @param mean its mean IoU over the views
   * @param view key of the view in which that run finds it worst
   * @param viewIou its IoU there
   */
  public record Worst(
      TruthObject object, RunRecord run, double mean, String view, double viewIou) {}

  /**
   * Every object with the run that finds it worst, the worst first; equally bad ones by name.
   *
   * @param withReference whether the views count in which the method was shown the truth
   */
  public static List<Worst> of(List<RunRecord> runs, String method, boolean withReference) {
    List<Worst> worst = new ArrayList<>();
    for (RunRecord run : runs) {
      run.scores()
          .ifPresent(
              scores ->
                  scores.objects().stream()
                      .flatMap(object -> scores.own(method, object).stream())
                      .forEach(score -> add(worst, run, score, withReference)));
    }
    worst.sort(
        Comparator.comparingDouble(Worst::mean)
            .thenComparing(each -> each.object().name())
            .thenComparing(each -> each.run().name()));
    List<Worst> once = new ArrayList<>();
    for (Worst each : worst) {
      if (once.stream().noneMatch(seen -> seen.object().equals(each.object()))) {
        once.add(each);
      }
    }
    return once;
  }

  private static void add(
      List<Worst> worst, RunRecord run, ObjectScore score, boolean withReference) {
    score
        .mean(Metric.IOU, withReference)
        .ifPresent(
            mean -> {
              ViewScore view =
                  score.views().stream()
                      .filter(each -> withReference || !each.reference())
                      .min(Comparator.comparingDouble(ViewScore::iou))
                      .orElseThrow();
              worst.add(new Worst(score.object(), run, mean, view.view(), view.iou()));
            });
  }

  /** The first few as a table. */
  public static ComparisonTable table(List<Worst> worst, int most) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Worst each : worst.subList(0, Math.min(most, worst.size()))) {
      rows.add(
          List.of(
              new Words(each.object().name()),
              new Words(each.object().level().key()),
              new Words(number(each.mean())),
              new Words(each.run().name()),
              new Words(each.view()),
              new Words(number(each.viewIou()))));
    }
    return new ComparisonTable(
        "Worst objects", List.of("object", "level", "IoU", "run", "worst view", "IoU there"), rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
