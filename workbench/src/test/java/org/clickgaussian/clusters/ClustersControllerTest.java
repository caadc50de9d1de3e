package org.clickgaussian.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clickgaussian.app.FileChoosers;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.cluster.HdbscanParameters;
import org.clickgaussian.cluster.Matches;
import org.clickgaussian.cluster.edit.ClusterEditsFile;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersControllerTest {
  @TempDir private Path folder;
  private final Workers workers = Workers.of(2);
  private final List<String> notices = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> views = new ArrayList<>();
  private final CurrentDocument current = new CurrentDocument();
  private ClustersController controller;
  private SceneDocument document;
  private Path run;

  /** Answers at once. */
  private static final class AtOnce implements Background.Maker {
    @Override
    public <R> Background<R> make(String name, Consumer<R> answer) {
      return new Background<>() {
        @Override
        public void submit(R question) {
          answer.accept(question);
        }

        @Override
        public boolean isOvertaken() {
          return false;
        }

        @Override
        public void close() {
          // Nothing runs.
        }
      };
    }
  }

  private static final class NoChoosers implements FileChoosers {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> endings) {
      return Optional.empty();
    }
  }

  @BeforeEach
  void open() throws IOException {
    TrainedScene scene = TrainedScene.get();
    Path copy = scene.copy(folder.resolve("scene"));
    run = copy.resolve("clickgaussian/runs/quick");
    WorkbenchContext context =
        new WorkbenchContext(
            new SameThreadExecutor((title, failure) -> failures.add(failure)),
            new ActionRegistry(),
            current,
            new NoChoosers(),
            workers,
            words -> {},
            words -> {},
            notices::add);
    controller = new ClustersController(context, new AtOnce(), views::add, state -> {});
    assertThat(controller.state().hint()).isNotEmpty();
    document = SceneDocument.open(copy, workers, Progress.NONE);
    current.show(document);
    document.useRun(RunSession.open(run, document.original(), workers, Progress.NONE));
  }

  @AfterEach
  void close() {
    controller.close();
    current.show(null);
    workers.close();
    assertThat(failures).isEmpty();
  }

  private RunSession run() {
    return document.run().orElseThrow();
  }

  private void pick(Level level, Integer... clusters) {
    controller.handle(new ClustersIntent.Pick(level, Set.of(clusters)));
  }

  private List<ClusterRow> rows(Level level) {
    return controller.state().rows(level);
  }

  @Test
  void rowsTellWhatIsKnownOfEveryCluster() {
    assertThat(controller.state().hint()).isEmpty();
    for (Level level : Level.values()) {
      assertThat(rows(level)).hasSize(run().clusters().level(level).count());
      Matches matches = run().assignment().level(level);
      int sum = rows(level).stream().mapToInt(row -> row.statistics().gaussians()).sum();
      assertThat(sum).isEqualTo(matches.count());
      assertThat(rows(level).stream().filter(row -> row.thumbnail().isPresent()))
          .hasSizeGreaterThan(1);
      assertThat(rows(level)).allMatch(row -> row.statistics().viewsExact());
    }
    ClusterRow seen =
        rows(Level.COARSE).stream().filter(row -> row.thumbnail().isPresent()).findFirst().get();
    pick(Level.COARSE, seen.cluster());
    controller.handle(ClustersIntent.Step.GO_TO_VIEW);
    assertThat(views).containsExactly(seen.thumbnail().get().view());
  }

  @Test
  void pickingSelectsInTheDocumentAndTheOtherWayRound() {
    pick(Level.FINE, 0, 1);
    assertThat(document.state().level()).isEqualTo(Level.FINE);
    assertThat(document.state().picks()).hasSize(2);
    document.undo();
    assertThat(controller.state().picked()).isEmpty();
    document.redo();
    assertThat(controller.state().picked()).containsExactlyInAnyOrder(0, 1);
    assertThat(controller.state().pickedLevel()).isEqualTo(Level.FINE);
  }

  @Test
  void editsAreStepsAndAreKeptWithTheRun() {
    Path file = run.resolve(ClusterEditsFile.NAME);
    int before = rows(Level.FINE).size();
    pick(Level.FINE, 1);
    controller.handle(new ClustersIntent.Rename("lid"));
    assertThat(ClusterEditsFile.read(file).fine().name(1)).contains("lid");
    pick(Level.FINE, 0, 1);
    assertThat(controller.canMerge()).isTrue();
    controller.handle(ClustersIntent.Step.MERGE);
    assertThat(rows(Level.FINE)).hasSize(before - 1);
    assertThat(controller.state().only().orElseThrow().name()).isEqualTo("lid");
    assertThat(controller.canSplit()).isFalse();
    controller.handle(new ClustersIntent.Recolour(0x123456));
    assertThat(controller.state().only().orElseThrow().colour()).isEqualTo(0x123456);
    controller.handle(ClustersIntent.Step.HIDE);
    assertThat(document.state().clusterHidden().size())
        .isEqualTo(controller.state().only().orElseThrow().statistics().gaussians());
    document.undo();
    document.undo();
    document.undo();
    assertThat(rows(Level.FINE)).hasSize(before);
    assertThat(ClusterEditsFile.read(file)).isEqualTo(run().edits());
    document.redo();
    controller.handle(ClustersIntent.Step.TAKE_APART);
    assertThat(rows(Level.FINE)).hasSize(before);
    controller.handle(ClustersIntent.Step.TRAINED);
    assertThat(run().edits().isNone()).isTrue();
  }

  @Test
  void splittingAndMergingThePartsGivesTheSameSets() {
    int[] before = run().assignment().fine().clusters().clone();
    ClusterRow largest =
        rows(Level.FINE).stream()
            .max((a, b) -> a.statistics().gaussians() - b.statistics().gaussians())
            .orElseThrow();
    pick(Level.FINE, largest.cluster());
    controller.handle(new ClustersIntent.Split(3));
    int bound = run().clusters().fine().bound();
    assertThat(rows(Level.FINE).stream().map(ClusterRow::cluster))
        .contains(bound - 3, bound - 2, bound - 1)
        .doesNotContain(largest.cluster());
    pick(Level.FINE, bound - 3, bound - 2, bound - 1);
    controller.handle(ClustersIntent.Step.MERGE);
    assertThat(run().assignment().fine().clusters()).isEqualTo(before);
  }

  @Test
  void theCutIsPreviewedWhileDraggedAndTakenBackOrKept() {
    controller.handle(new ClustersIntent.ShowLevel(Level.FINE));
    int before = run().clusters().fine().count();
    double[] steps = controller.state().hierarchy().orElseThrow().steps();
    double coarsest = steps[steps.length - 1];
    int done = document.doneSteps().size();
    controller.handle(new ClustersIntent.DragCut(coarsest));
    assertThat(run().clusters().fine().count()).isEqualTo(1);
    controller.handle(new ClustersIntent.DropCut(Optional.empty()));
    assertThat(run().clusters().fine().count()).isEqualTo(before);
    assertThat(document.doneSteps()).hasSize(done);
    controller.handle(new ClustersIntent.DragCut(coarsest));
    controller.handle(new ClustersIntent.DropCut(Optional.of(steps[0])));
    assertThat(run().clusters().fine().count()).isLessThan(before);
    assertThat(controller.state().cut()).hasValue(steps[0]);
    controller.handle(ClustersIntent.Step.FINER_CUT);
    assertThat(controller.state().cut()).isEmpty();
    controller.handle(ClustersIntent.Step.COARSER_CUT);
    assertThat(controller.state().cut()).hasValue(steps[0]);
    document.undo();
    document.undo();
    document.undo();
    assertThat(run().edits().isNone()).isTrue();
  }

  @Test
  void clustersFoundAnewAreShownThenDiscardedOrKept() {
    HdbscanParameters leaves =
        run()
            .clusters()
            .computed()
            .fine()
            .parameters()
            .withSelection(HdbscanParameters.Selection.LEAF)
            .withMinSamples(2);
    RunSession before = run();
    controller.handle(new ClustersIntent.Recluster(Level.FINE, leaves));
    assertThat(controller.state().foundAnew()).isTrue();
    assertThat(run().clusters().computed().fine().parameters()).isEqualTo(leaves);
    assertThat(controller.canEdit()).isFalse();
    controller.handle(ClustersIntent.Step.DISCARD);
    assertThat(run()).isSameAs(before);
    controller.handle(new ClustersIntent.Recluster(Level.FINE, leaves));
    controller.handle(ClustersIntent.Step.ACCEPT);
    assertThat(controller.state().foundAnew()).isFalse();
    assertThat(run.resolve("clusters-1.json")).exists();
    assertThat(ClusterEditsFile.read(run.resolve(ClusterEditsFile.NAME)).source())
        .isEqualTo("clusters-1.json");
    RunSession again = RunSession.open(run, document.original(), workers, Progress.NONE);
    assertThat(again.problem()).isEmpty();
    assertThat(again.clusters().computed().fine().parameters()).isEqualTo(leaves);
    again.close();
    document.undo();
    assertThat(run().assignment().fine().clusters())
        .isEqualTo(before.assignment().fine().clusters());
    assertThat(controller.keptClusters()).containsExactly("clusters.json", "clusters-1.json");
    controller.handle(new ClustersIntent.OpenKept("clusters-1.json"));
    assertThat(run().clusters().computed().fine().parameters()).isEqualTo(leaves);
    assertThat(run().edits().source()).isEqualTo("clusters-1.json");
    document.undo();
    assertThat(run().edits().source()).isEqualTo("clusters.json");
  }

  @Test
  void runsWithoutPooledFeaturesPoolThemFromTheirMasks() throws IOException {
    Path segments = run.resolve("segments.safetensors");
    byte[] kept = Files.readAllBytes(segments);
    Files.delete(segments);
    document.useRun(RunSession.open(run, document.original(), workers, Progress.NONE));
    assertThat(rows(Level.FINE)).noneMatch(row -> row.statistics().viewsExact());
    controller.handle(new ClustersIntent.Recluster(Level.COARSE, HdbscanParameters.of(2, 0)));
    assertThat(controller.state().foundAnew()).isTrue();
    assertThat(segments).hasBinaryContent(kept);
  }

  @Test
  void editsThatCannotBeReadAreSaidAndPutAside() throws IOException {
    Files.writeString(run.resolve(ClusterEditsFile.NAME), "{damaged");
    document.useRun(RunSession.open(run, document.original(), workers, Progress.NONE));
    assertThat(notices.getLast()).contains("cluster-edits.json");
    pick(Level.COARSE, 0);
    controller.handle(new ClustersIntent.Rename("table"));
    assertThat(run.resolve("cluster-edits-unread.json")).hasContent("{damaged");
    assertThat(ClusterEditsFile.read(run.resolve(ClusterEditsFile.NAME)).coarse().name(0))
        .contains("table");
  }
}
