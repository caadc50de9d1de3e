package org.clickgaussian.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.LevelCoverage;
import org.clickgaussian.mask.MaskChecks;
import org.clickgaussian.mask.MaskReport;
import org.clickgaussian.mask.ViewAgreement;
import org.clickgaussian.text.Texts;

/**
 * A row of the check: one view.
 *
 * @param view the view's key
 * @param coarse how the objects fill the photo
 * @param fine how the parts fill the photo
 * @param coarseAgreement with the neighbours; NaN where nothing could be compared
 * @param fineAgreement of the parts
 * @param leftOut whether it is ticked out
 * @param suspicious whether it would better be
 * @param remark why, or that there are no masks; empty where all is well
 */
public record CheckRow(
    String view,
    LevelCoverage coarse,
    LevelCoverage fine,
    double coarseAgreement,
    double fineAgreement,
    boolean leftOut,
    boolean suspicious,
    String remark) {
  private static final Texts TEXTS = Texts.of("masks");
  private static final LevelCoverage NOTHING = new LevelCoverage(0, 0, 0, 0, 0);

  /** The rows of a check: those with masks, then those without. */
  static List<CheckRow> all(MasksState.Check check) {
    Optional<MaskReport> report = check.report();
    if (report.isEmpty()) {
      return List.of();
    }
    Map<String, String> reasons =
        report.get().advice().stream()
            .collect(Collectors.toMap(MaskReport.LeaveOut::view, MaskReport.LeaveOut::reason));
    List<CheckRow> rows = new ArrayList<>();
    for (MaskChecks.Row row : report.get().checks().rows()) {
      ViewAgreement agreement = report.get().agreement(row.view());
      String reason = reasons.getOrDefault(row.view(), "");
      rows.add(
          new CheckRow(
              row.view(),
              row.coarse(),
              row.fine(),
              agreement.coarse(),
              agreement.fine(),
              check.leftOut().has(row.view()),
              !reason.isEmpty(),
              reason));
    }
    for (String view : report.get().checks().withoutMasks()) {
      boolean leftOut = check.leftOut().has(view);
      String remark = TEXTS.get("table.no-masks");
      rows.add(
          new CheckRow(view, NOTHING, NOTHING, Double.NaN, Double.NaN, leftOut, false, remark));
    }
    return List.copyOf(rows);
  }

  /** How the segments of a level fill the photo. */
  public LevelCoverage of(Level level) {
    return level == Level.COARSE ? coarse : fine;
  }

  /** The agreement at a level. */
  public double agreement(Level level) {
    return level == Level.COARSE ? coarseAgreement : fineAgreement;
  }
}
