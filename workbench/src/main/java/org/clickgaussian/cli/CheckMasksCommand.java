package org.clickgaussian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.DepthSource;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.LevelCoverage;
import org.clickgaussian.mask.MaskChecks;
import org.clickgaussian.mask.MaskReport;
import org.clickgaussian.mask.ViewAgreement;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the masks of a scene are worth. */
@Command(
    name = "check",
    header = "Check the masks of a scene's photos before training.",
    description = {
      "For each photo and level: how many segments there are, how much of the photo they cover, how"
          + " large they are; and how well they agree with those of the three nearest views,"
          + " carried over through the splat's depth (1 = the same segments). Views that are nearly"
          + " empty or disagree are named, for train --leave-out; those that were ticked out in the"
          + " window are left out already.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian masks check garden --masks garden/masks",
      "  clickgaussian masks check garden --masks garden/masks --json | jq .leave_out"
    })
final class CheckMasksCommand extends JobCommand {

  @Mixin private SceneArgument scene;

  @Option(
      names = "--masks",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the masks.")
  private Path masks;

  @Override
  Answer run(Job job) {
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.1))) {
      List<View> views = opened.folder().requireViews();
      MaskFolder folder = MaskFolder.open(masks, views, AssignmentOptions.ALL, opened.folder());
      LeftOutViews leftOut = LeftOutViews.read(masks);
      MaskReport report =
          MaskReport.of(
                  folder,
                  views,
                  DepthSource.of(opened.rasterizer()),
                  job.workers(),
                  job.progress().part(0.1, 1))
              .leavingOut(leftOut);
      folder.warnings().forEach(job.warnings());
      return answer(report, folder, leftOut.of(views));
    }
  }

  private static Answer answer(MaskReport report, MaskFolder folder, List<String> leftOut) {
    Answer answer = new Answer();
    answer.line("%s", folder.description());
    report.table().lines().forEach(line -> answer.line("%s", line));
    if (!leftOut.isEmpty()) {
      answer.line("left out already: %s", String.join(", ", leftOut));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (MaskChecks.Row row : report.checks().rows()) {
      ViewAgreement agreement = report.agreement(row.view());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("view", row.view());
      values.put("nearly_empty", row.nearlyEmpty());
      values.put("coarse", level(row.coarse(), agreement.coarse()));
      values.put("fine", level(row.fine(), agreement.fine()));
      values.put("compared_pixels", agreement.pixels());
      rows.add(values);
    }
    List<Map<String, Object>> advice = new ArrayList<>();
    for (MaskReport.LeaveOut each : report.advice()) {
      advice.add(Map.of("view", each.view(), "reason", each.reason()));
    }
    return answer
        .value("views", rows)
        .value("without_masks", report.checks().withoutMasks())
        .value("leave_out", advice)
        .value("left_out_already", leftOut);
  }

  private static Map<String, Object> level(LevelCoverage coverage, double agreement) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("segments", coverage.segments());
    values.put("coverage", coverage.coverage());
    values.put("smallest", coverage.smallest());
    values.put("median", coverage.median());
    values.put("largest", coverage.largest());
    values.put("agreement", Double.isFinite(agreement) ? agreement : null);
    return values;
  }
}
