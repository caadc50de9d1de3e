package org.clickgaussian.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickgaussian.cluster.GaussianAssignment;
import org.clickgaussian.evaluation.EvaluationTruth;
import org.clickgaussian.evaluation.InteriorPoint;
import org.clickgaussian.evaluation.MaskComparison;
import org.clickgaussian.evaluation.TruthObject;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.OpenScene;
import org.clickgaussian.feature.picture.ClusterPainter;
import org.clickgaussian.feature.picture.PcaPainter;
import org.clickgaussian.image.ImageFiles;
import org.clickgaussian.image.RgbImage;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.BitMask;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.GaussianScene;
import org.clickgaussian.scene.SceneOrder;
import org.clickgaussian.scene.View;
import org.clickgaussian.selection.Click;
import org.clickgaussian.selection.ClickAnswer;
import org.clickgaussian.selection.ClickIndex;
import org.clickgaussian.selection.SelectionMask;
import org.clickgaussian.selection.SelectionPainter;
import org.clickgaussian.selection.Thresholds;
import org.clickgaussian.splat.Rasterizer;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.splat.picture.ColourPainter;
import org.clickgaussian.splat.picture.DepthPainter;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;

/** Paints one view of the demo in every way, and clicks on an object in it. */
final class DemoPictures {

  /** Larger objects are walls and floors, where a click shows little; share of the image. */
  private static final double LARGEST_TARGET = 0.12;

  /** So many parts an object must have for a click at the fine level to show something. */
  private static final int FEWEST_PARTS = 2;

  private final OpenScene scene;
  private final LearntRun learnt;
  private final EvaluationTruth truth;
  private final View view;
  private final Path folder;
  private final Workers workers;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final List<DemoClick> clicks = new ArrayList<>();

  DemoPictures(
      OpenScene scene,
      LearntRun learnt,
      EvaluationTruth truth,
      View view,
      Path folder,
      Workers workers) {
    this.scene = scene;
    this.learnt = learnt;
    this.truth = truth;
    this.view = view;
    this.folder = folder;
    this.workers = workers;
  }

  /** Caption of each picture and its file, in the order in which they should be shown. */
  Map<String, Path> files() {
    return files;
  }

  List<DemoClick> clicks() {
    return clicks;
  }

  View view() {
    return view;
  }

  void paint(Progress progress) {
    progress.update(0, "painting " + view.key());
    try (SplattedView splatted = scene.rasterizer().splat(view.camera())) {
      save("photo", "The photo, held out of training", scene.folder().photo(view));
      save("render", "The splat, rendered", ColourPainter.onBlack().paint(splatted).image());
      save("depth", "Depth", new DepthPainter().paint(splatted).image());
      for (Level level : Level.values()) {
        try (PcaPainter painter = new PcaPainter(learnt.field(), level)) {
          save(
              "pca-" + level.key(),
              "Features, " + level.key() + ": principal components as colours",
              painter.paint(splatted).image());
        }
        ClusterPainter painter =
            new ClusterPainter(learnt.field(), learnt.clusters(), level, workers);
        save(
            "clusters-" + level.key(),
            "Global clusters, " + level.key(),
            painter.paint(splatted).image());
      }
      progress.update(0.5, "clicking");
      click(splatted);
    }
  }

  private void save(String name, String caption, RgbImage image) {
    Path file = folder.resolve(name + ".png");
    ImageFiles.writePng(file, image);
    files.put(caption, file);
  }

  private void click(SplattedView splatted) {
    BitMask target = truth.mask(view.key(), target(Level.COARSE)).orElseThrow();
    InteriorPoint point = InteriorPoint.of(target).orElseThrow();
    ClickIndex index =
        ClickIndex.of(
            GaussianAssignment.of(learnt.field(), learnt.clusters(), workers),
            learnt.clusters(),
            workers);
    Click click = new Click(learnt.field(), learnt.clusters(), index);
    for (Level level : Level.values()) {
      ClickAnswer answer =
          click.select(click.probe(splatted, point.x(), point.y()), level, Thresholds.PAPER);
      TruthObject hit = under(point, level);
      BitMask selected = SelectionMask.of(splatted, answer.gaussians(), scene.gaussians().count());
      double iou = MaskComparison.iou(truth.mask(view.key(), hit).orElseThrow(), selected);
      clicks.add(
          new DemoClick(
              level,
              hit.name(),
              point.x(),
              point.y(),
              answer.cosine(),
              answer.gaussians().cardinality(),
              iou));
      show(splatted, level, hit, answer.gaussians());
    }
  }

  private void show(SplattedView splatted, Level level, TruthObject hit, BitSet gaussians) {
    save(
        "selection-" + level.key(),
        "A click on " + hit.name() + ", " + level.key(),
        new SelectionPainter(gaussians, scene.gaussians().count()).paint(splatted).image());
    int[] selected = gaussians.stream().toArray();
    try (GaussianScene cutOut = SceneOrder.select(scene.gaussians(), selected, workers);
        Rasterizer rasterizer = new CpuRasterizer(cutOut, workers);
        SplattedView alone = rasterizer.splat(view.camera())) {
      save(
          "cut-out-" + level.key(),
          "The selected Gaussians alone, " + level.key(),
          new ColourPainter(new float[] {1, 1, 1}).paint(alone).image());
    }
  }

  /** The object of a level with the most pixels in the view among those that are no background. */
  private TruthObject target(Level level) {
    double most = LARGEST_TARGET * view.camera().width() * view.camera().height();
    return truth.objects().stream()
        .filter(object -> object.level() == level && parts(object) >= FEWEST_PARTS)
        .filter(object -> area(object) > 0 && area(object) <= most)
        .max(Comparator.comparingLong(this::area).thenComparing(TruthObject::name))
        .orElseThrow(() -> new InputException("The demo's view shows no object to click on."));
  }

  /** The sample's parts are called OBJECT.PART. */
  private long parts(TruthObject object) {
    return truth.objects().stream()
        .filter(part -> part.name().startsWith(object.name() + "."))
        .count();
  }

  private TruthObject under(InteriorPoint point, Level level) {
    return truth.objects().stream()
        .filter(object -> object.level() == level)
        .filter(
            object -> {
              Optional<BitMask> mask = truth.mask(view.key(), object);
              return mask.isPresent() && mask.get().get(point.x(), point.y());
            })
        .findFirst()
        .orElseThrow(() -> new InputException("The demo's truth is empty where it is clicked."));
  }

  private long area(TruthObject object) {
    return truth.mask(view.key(), object).map(BitMask::area).orElse(0L);
  }
}
