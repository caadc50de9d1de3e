package org.clickgaussian.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.math.RandomStream;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.Click;
import org.clickgaussian.selection.ClickAnswer;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/**
 * Measures clicks: from a point on a frame that is drawn to the set of selected Gaussians, at
 * points all over the picture.
 */
public final class ClickBenchmark {

  private static final double WARM_UP = 2;
  private static final double MEASURED = 3;

  private final OpenScene scene;
  private final LearntRun learnt;
  private final Workers workers;

  /** A benchmark of a run's clicks. */
  public ClickBenchmark(OpenScene scene, LearntRun learnt, Workers workers) {
    this.scene = scene;
    this.learnt = learnt;
    this.workers = workers;
  }

  /** The median and the time that 99 of 100 clicks do not exceed. */
  public List<Measurement> clicks(Progress progress) {
    ClickIndex index =
        ClickIndex.of(
            GaussianAssignment.of(learnt.field(), learnt.clusters(), workers),
            learnt.clusters(),
            workers);
    Click click = new Click(learnt.field(), learnt.clusters(), index);
    View view = scene.folder().requireViews().getFirst();
    RandomStream random = new RandomStream(0, "benchmark clicks", 0);
    long[] selected = new long[2];
    try (SplattedView drawn = scene.rasterizer().splat(view.camera())) {
      Timings times =
          Timings.of(
              WARM_UP,
              MEASURED,
              () -> {
                progress.update(0.5, "clicking");
                int x = random.nextInt(view.camera().width());
                int y = random.nextInt(view.camera().height());
                Level level = selected[0] % 2 == 0 ? Level.COARSE : Level.FINE;
                ClickAnswer answer =
                    click.select(click.probe(drawn, x, y), level, Thresholds.PAPER);
                selected[0]++;
                selected[1] += answer.gaussians().cardinality();
              });
      String detail =
          String.format(
              Locale.ROOT,
              "%,d Gaussians, %,d selected on average; %s",
              scene.gaussians().count(),
              selected[1] / selected[0],
              times.describe());
      List<Measurement> found = new ArrayList<>();
      found.add(new Measurement("click, median", 1e3 * times.median(), "ms", detail));
      found.add(new Measurement("click, 99 of 100", 1e3 * times.quantile(0.99), "ms", detail));
      return found;
    }
  }
}
