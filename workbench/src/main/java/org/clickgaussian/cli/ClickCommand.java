package org.clickgaussian.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.cluster.edit.EditedClusters;
import org.clickgaussian.document.export.MaskExport;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.experiment.RunClusters;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.format.SplatFormats;
import org.clickgaussian.selection.Click;
import org.clickgaussian.selection.ClickAnswer;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.PointMatch;
import org.clickgaussian.selection.SelectionMask;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Selects the Gaussians of what is under a point of a view. */
@Command(
    name = "click",
    header = "Select the object or the part under a point of a view.",
    description = {
      "The rendered feature at each point is compared with the run's global clusters; selected are"
          + " the Gaussians of the best cluster that are similar enough to it. Points of --not-at"
          + " take away what they hit.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  clickgaussian click garden --run garden/run --view DSC01 --at 320,240",
      "  clickgaussian click garden --run garden/run --view DSC01 --at 320,240 --level fine \\",
      "      --mask mask.png --out vase.ply --out-rest garden-without-vase.ply"
    })
final class ClickCommand extends JobCommand {

  @Mixin private SceneArgument scene;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      required = true,
      description = "Folder of a trained run.")
  private Path run;

  @Option(
      names = "--view",
      paramLabel = "NAME",
      required = true,
      description = "A photo's name without extension; the points lie in it.")
  private String viewKey;

  @Option(
      names = "--at",
      paramLabel = "X,Y",
      required = true,
      converter = Pixel.Converter.class,
      description = "Column and row of a pixel on what is wanted; may be given several times.")
  private List<Pixel> wanted;

  @Option(
      names = "--not-at",
      paramLabel = "X,Y",
      converter = Pixel.Converter.class,
      description = "A pixel on what is not wanted; may be given several times.")
  private List<Pixel> unwanted = List.of();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "coarse",
      description = "coarse: whole objects, fine: parts. Default: ${DEFAULT-VALUE}.")
  private Level level;

  @Option(
      names = "--threshold",
      paramLabel = "COSINE",
      defaultValue = "0.9",
      description = "How similar a Gaussian must be to its cluster. Default: ${DEFAULT-VALUE}.")
  private double threshold;

  @Option(
      names = "--computed-clusters",
      description = "Answer from the clusters as they were trained, not as they were edited.")
  private boolean computedClusters;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "Write the pixels of the selection in the view as a PNG, white on black.")
  private Path maskFile;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the selected Gaussians: .ply, .compressed.ply, .splat or .spz.")
  private Path selectedFile;

  @Option(
      names = "--out-rest",
      paramLabel = "FILE",
      description = "Write all other Gaussians: .ply, .compressed.ply, .splat or .spz.")
  private Path restFile;

  @Override
  Answer run(Job job) throws IOException {
    if (!(threshold >= -1 && threshold <= 1)) {
      throw wrongUsage("--threshold is a cosine, from -1 to 1, not " + threshold);
    }
    try (OpenScene opened = scene.open(job, job.progress().part(0, 0.4))) {
      View view = opened.folder().view(viewKey);
      checkPoints(view);
      job.progress().update(0.4, "reading the run");
      try (LearntRun learnt = LearntRun.of(run, opened.gaussians());
          SplattedView splatted = opened.rasterizer().splat(view.camera())) {
        return answer(job, opened.gaussians(), learnt, splatted);
      }
    }
  }

  private Answer answer(Job job, GaussianScene gaussians, LearntRun learnt, SplattedView view) {
    RunClusters chosen = RunClusters.of(run, learnt, computedClusters);
    EditedClusters clusters = chosen.clusters();
    GaussianAssignment matches =
        GaussianAssignment.of(learnt.field(), clusters.computed(), job.workers());
    GaussianAssignment assignment = clusters.assignment(learnt.field(), matches, job.workers());
    ClickIndex index = ClickIndex.of(assignment, clusters, job.workers());
    Click click = new Click(learnt.field(), clusters, index);
    List<PointMatch> hits = probe(click, view, wanted);
    ClickAnswer selection =
        click.select(
            hits, probe(click, view, unwanted), level, Thresholds.PAPER.withCosine(threshold));
    Answer answer = new Answer();
    tell(answer, hits, selection);
    chosen.note().ifPresent(note -> answer.line("%s", note).value("clusters_note", note));
    if (!selection.nothingThere()) {
      write(job, answer, gaussians, view, selection.gaussians());
    }
    return answer;
  }

  private void checkPoints(View view) {
    List<Pixel> all = new ArrayList<>(wanted);
    all.addAll(unwanted);
    int width = view.camera().width();
    int height = view.camera().height();
    for (Pixel point : all) {
      if (point.x() < 0 || point.x() >= width || point.y() < 0 || point.y() >= height) {
        throw wrongUsage(
            "the point %d,%d is not in the view %s, which has %d × %d pixels"
                .formatted(point.x(), point.y(), view.key(), width, height));
      }
    }
  }

  private static List<PointMatch> probe(Click click, SplattedView view, List<Pixel> points) {
    return points.stream().map(point -> click.probe(view, point.x(), point.y())).toList();
  }

  private void tell(Answer answer, List<PointMatch> hits, ClickAnswer selection) {
    List<Map<String, Object>> points = new ArrayList<>();
    for (PointMatch hit : hits) {
      PointMatch.Best best = hit.best(level);
      answer.line(
          "%d,%d  alpha %.2f, %s cluster %d, cosine %.3f",
          hit.x(), hit.y(), hit.alpha(), level.key(), best.cluster(), best.cosine());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("x", hit.x());
      values.put("y", hit.y());
      values.put("alpha", hit.alpha());
      values.put("cluster", best.cluster());
      values.put("cosine", best.cosine());
      points.add(values);
    }
    int count = selection.gaussians().cardinality();
    answer.value("level", level.key()).value("points", points);
    answer.value("clusters", selection.clusters());
    answer.value("removed_clusters", selection.removedClusters());
    answer.value("nothing_there", selection.nothingThere());
    answer.value("weak", selection.weak());
    answer.value("cosine", selection.cosine());
    answer.value("gaussians", count);
    if (selection.nothingThere()) {
      answer.line("nothing there");
      return;
    }
    if (selection.weak()) {
      answer.line("weak: the best cosine, %.3f, is below %s", selection.cosine(), threshold);
    }
    answer.line("%,d Gaussians selected", count);
  }

  private void write(
      Job job, Answer answer, GaussianScene gaussians, SplattedView view, BitSet selected) {
    if (maskFile != null) {
      MaskExport.writePng(SelectionMask.of(view, selected, gaussians.count()), maskFile);
      answer.line("mask       %s", maskFile).value("mask", maskFile.toString());
    }
    if (selectedFile != null) {
      writeSome(job, gaussians, selected, selectedFile, job.progress().part(0.5, 0.7));
      answer.line("selected   %s", selectedFile).value("out", selectedFile.toString());
    }
    if (restFile != null) {
      BitSet rest = (BitSet) selected.clone();
      rest.flip(0, gaussians.count());
      writeSome(job, gaussians, rest, restFile, job.progress().part(0.7, 1));
      answer.line("the rest   %s", restFile).value("out_rest", restFile.toString());
    }
  }

  private static void writeSome(
      Job job, GaussianScene gaussians, BitSet chosen, Path file, Progress progress) {
    try (GaussianScene some =
        SceneOrder.select(gaussians, chosen.stream().toArray(), job.workers())) {
      SplatFormats.write(some, file, job.workers(), progress)
          .forEach(loss -> job.warnings().accept(file + ": " + loss));
    }
  }
}
