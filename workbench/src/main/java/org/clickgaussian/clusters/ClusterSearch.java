package org.clickgaussian.clusters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.cluster.GlobalClusters;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.LevelClusters;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.RunConfig;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.AssignmentOptions;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.scene.View;
import org.clickgaussian.splat.cpu.CpuRasterizer;
import org.clickgaussian.text.Texts;
import org.clickgaussian.training.SegmentFeatures;
import org.clickgaussian.training.SegmentFeaturesFile;
import org.clickgaussian.training.TrainingScene;
import org.clickgaussian.work.CancelledException;
import org.clickgaussian.work.Progress;

/**
 * Finds the clusters of a run anew with other parameters, beside the window; the latest wish wins.
 * The pooled features of the segments come from the run's folder; a run of before they were kept
 * has them pooled again from its masks, once.
 */
final class ClusterSearch implements AutoCloseable {
  private static final Texts TEXTS = Texts.of("clusters");

  /**
   * What is wanted.
   *
   * @param run whose features are clustered; what it shows of the other level stays
   */
  private record Wish(
      SceneDocument document,
      RunSession run,
      SegmentFeatures segments,
      Level level,
      HdbscanParameters parameters) {}

  private final WorkbenchContext context;
  private final Consumer<Optional<RunSession>> found;
  private final Background<Wish> thread;

  /**
   * A search.
   *
   * @param found takes what was found, on the window's thread; empty where the search was given up
   */
  ClusterSearch(
      WorkbenchContext context, Background.Maker maker, Consumer<Optional<RunSession>> found) {
    this.context = context;
    this.found = found;
    this.thread = maker.make("cluster search", this::search);
  }

  /** Wishes for other clusters of a level; those of the other level stay. */
  void search(
      SceneDocument document,
      RunSession run,
      SegmentFeatures segments,
      Level level,
      HdbscanParameters parameters) {
    thread.submit(new Wish(document, run, segments, level, parameters));
  }

  private void search(Wish wish) {
    Progress progress =
        (fraction, message) -> {
          if (thread.isOvertaken()) {
            throw new CancelledException("overtaken");
          }
        };
    try {
      RunSession session = wish.document().reading(() -> find(wish, progress));
      context.tasks().onWindowThread(() -> found.accept(Optional.of(session)));
    } catch (CancelledException e) {
      // A newer wish is answered instead.
      return;
    } catch (RuntimeException e) {
      context.tasks().onWindowThread(() -> fail(e));
    }
  }

  private void fail(RuntimeException e) {
    found.accept(Optional.empty());
    context
        .tasks()
        .submit(
            TEXTS.get("task.searching"),
            progress -> {
              throw e;
            },
            nothing -> {});
  }

  private static RunSession find(Wish wish, Progress progress) {
    if (wish.document().editedRun().filter(now -> now.learnt() == wish.run().learnt()).isEmpty()) {
      throw new CancelledException("another run");
    }
    GlobalClusters before = wish.run().clusters().computed();
    LevelClusters level =
        wish.segments()
            .cluster(wish.level(), wish.parameters(), wish.document().workers(), progress);
    GlobalClusters clusters =
        GlobalClusters.of(
            before.layout(),
            wish.level() == Level.COARSE ? level : before.coarse(),
            wish.level() == Level.FINE ? level : before.fine(),
            wish.document().workers());
    return wish.run().reclustered(clusters);
  }

  /** The pooled features that lie in a run's folder; empty where there are none that fit. */
  static Optional<SegmentFeatures> kept(RunSession run) {
    Path file = new RunFolder(run.folder()).segments();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SegmentFeaturesFile.read(file, run.learnt().field().layout()));
    } catch (InputException e) {
      // What cannot be read is pooled anew when it is needed.
      return Optional.empty();
    }
  }

  /**
   * Pools the features of all segments from the run's masks and keeps them in its folder.
   *
   * @throws InputException if the masks are gone
   */
  static SegmentFeatures pool(SceneDocument document, RunSession run, Progress progress) {
    RunConfig config = run.learnt().config();
    MaskFolder masks =
        MaskFolder.open(
            Path.of(config.masks()),
            document.folder().requireViews(),
            AssignmentOptions.ALL,
            document.folder());
    List<View> views = new ArrayList<>();
    config.trainingViews().forEach(key -> views.add(document.folder().view(key)));
    SegmentFeatures pooled =
        document.reading(
            () -> {
              try (CpuRasterizer rasterizer =
                  new CpuRasterizer(document.original(), document.workers())) {
                return SegmentFeatures.pool(
                    new TrainingScene(document.original(), rasterizer, views, masks),
                    config.settings(),
                    run.learnt().field(),
                    document.workers(),
                    progress);
              }
            });
    SegmentFeaturesFile.write(new RunFolder(run.folder()).segments(), pooled);
    return pooled;
  }

  @Override
  public void close() {
    thread.close();
  }
}
