package org.clickgaussian.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clickgaussian.scene.View;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Everything that is known about a scene's masks before training: how they fill the photos, how
 * they agree between neighbours, and which views would better be left out.
 *
 * @param checks coverage, counts and sizes
 * @param agreements agreement with neighbours, one for each view that has masks
 * @param advice the views to leave out and why, in the order of the views
 */
public record MaskReport(MaskChecks checks, List<ViewAgreement> agreements, List<LeaveOut> advice) {
  /** Views to compare each view with. */
  public static final int NEIGHBOURS = 3;

  /** A view this far below the median of all views disagrees. */
  private static final double FAR_BELOW = 0.08;

  /** And it must lie this many median deviations below. */
  private static final double DEVIATIONS = 5;

  /** Fewer views have no median to speak of. */
  private static final int LEAST_VIEWS = 5;

  /**
   * A view that would better be left out.
   *
   * @param view its key
   * @param reason a phrase for a person
   */
  public record LeaveOut(String view, String reason) {}

  /**
   * Reads the masks of all views and compares neighbours.
   *
   * @param depth of the scene
   * @throws org.clickgaussian.io.InputException if a mask cannot be read
   */
  public static MaskReport of(
      MaskSource source, List<View> views, DepthSource depth, Workers workers, Progress progress) {
    MaskChecks checks = MaskChecks.of(source, views, workers, progress.part(0, 0.2));
    List<ViewAgreement> agreements =
        ViewAgreement.of(source, views, depth, NEIGHBOURS, progress.part(0.2, 1));
    return new MaskReport(checks, agreements, advice(checks, agreements));
  }

  /**
   * Nearly empty views, and those whose agreement at a level lies more than 0.08 and more than five
   * median deviations below the median of all views.
   */
  static List<LeaveOut> advice(MaskChecks checks, List<ViewAgreement> agreements) {
    Map<String, String> reasons = new HashMap<>();
    for (Level level : Level.values()) {
      double[] scores =
          agreements.stream()
              .mapToDouble(agreement -> agreement.of(level))
              .filter(Double::isFinite)
              .toArray();
      double median = median(scores);
      double deviation =
          median(Arrays.stream(scores).map(score -> Math.abs(score - median)).toArray());
      double limit = median - Math.max(FAR_BELOW, DEVIATIONS * deviation);
      for (ViewAgreement agreement : agreements) {
        if (scores.length >= LEAST_VIEWS && agreement.of(level) < limit) {
          String reason =
              String.format(
                  Locale.ROOT,
                  "disagrees with its neighbours (%s %.2f, median %.2f)",
                  level.key(),
                  agreement.of(level),
                  median);
          reasons.putIfAbsent(agreement.view(), reason);
        }
      }
    }
    List<LeaveOut> advice = new ArrayList<>();
    for (MaskChecks.Row row : checks.rows()) {
      String reason = row.nearlyEmpty() ? "nearly empty" : reasons.get(row.view());
      if (reason != null) {
        advice.add(new LeaveOut(row.view(), reason));
      }
    }
    return List.copyOf(advice);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** The same without advice about views that are left out already. */
  public MaskReport leavingOut(LeftOutViews leftOut) {
    return new MaskReport(
        checks, agreements, advice.stream().filter(each -> !leftOut.has(each.view())).toList());
  }

  /** The agreement of a view; null where it has no masks. */
  public ViewAgreement agreement(String view) {
    return agreements.stream()
        .filter(agreement -> Objects.equals(agreement.view(), view))
        .findFirst()
        .orElse(null);
  }

  /** A table with a line for each view, then the advice, for a person; ends in \n. */
  public String table() {
    StringBuilder table = new StringBuilder(checks.table());
    table.append('\n');
    int keyWidth =
        Math.max(5, agreements.stream().mapToInt(a -> a.view().length()).max().orElse(0));
    String line = "%-" + keyWidth + "s | %8s %8s %10s\n";
    table.append("agreement with neighbours, 1 = the same segments\n");
    table.append(line.formatted("photo", "coarse", "fine", "pixels"));
    for (ViewAgreement agreement : agreements) {
      table.append(
          String.format(
              Locale.ROOT,
              line,
              agreement.view(),
              score(agreement.coarse()),
              score(agreement.fine()),
              agreement.pixels()));
    }
    table.append('\n');
    if (advice.isEmpty()) {
      table.append("no view needs to be left out\n");
    } else {
      advice.forEach(
          each ->
              table
                  .append("leave out ")
                  .append(each.view())
                  .append(": ")
                  .append(each.reason())
                  .append('\n'));
      table
          .append("train with --leave-out ")
          .append(String.join(",", advice.stream().map(LeaveOut::view).toList()))
          .append('\n');
    }
    return table.toString();
  }

  private static String score(double score) {
    return Double.isFinite(score) ? String.format(Locale.ROOT, "%.3f", score) : "-";
  }
}
