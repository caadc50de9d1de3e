package org.clickgaussian.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clickgaussian.app.WorkbenchContext;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.Combination;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.LearntRun;
import org.clickgaussian.experiment.RunFolder;
import org.clickgaussian.feature.FeatureField;
import org.clickgaussian.feature.FeatureFile;
import org.clickgaussian.feature.picture.PcaFile;
import org.clickgaussian.feature.space.EmbeddingMethod;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.Level;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesControllerTest {
  @TempDir private Path folder;
  private final Workers workers = Workers.of(2);
  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final CurrentDocument current = new CurrentDocument();
  private FeaturesController controller;
  private Path run;
  private SceneDocument document;

  @BeforeEach
  void start() throws IOException {
    Path scene = TrainedScene.get().copy(folder.resolve("scene"));
    run = scene.resolve("clickgaussian/runs/quick");
    controller =
        new FeaturesController(
            new WorkbenchContext(
                new SameThreadExecutor((title, failure) -> failures.add(failure)),
                new ActionRegistry(),
                current,
                null,
                workers,
                backend -> {},
                pointed -> {},
                notices::add),
            (level, answer) -> answer.accept(new int[] {0x123456, 0x654321}),
            shown -> {});
    document = SceneDocument.open(scene, workers, Progress.NONE);
  }

  @AfterEach
  void end() {
    controller.close();
    current.show(null);
    workers.close();
  }

  private void open() {
    document.useRun(RunSession.open(run, document.original(), workers, Progress.NONE));
    current.show(document);
  }

  private FeaturesState state() {
    return controller.state();
  }

  private FeaturePoints points() {
    return state().points().orElseThrow();
  }

  /** A run with the same features in a turned space. */
  private Path turnedRun() throws IOException {
    Path other = run.resolveSibling("turned");
    Files.createDirectories(other);
    RunFolder from = new RunFolder(run);
    Files.copy(from.config(), new RunFolder(other).config());
    Files.copy(from.clusters(), new RunFolder(other).clusters());
    try (LearntRun learnt = LearntRun.of(run, document.original());
        FeatureField turned = new FeatureField(learnt.field().count(), learnt.field().layout())) {
      int dimensions = turned.layout().dimensions();
      int half = turned.layout().coarseDimensions();
      for (int i = 0; i < turned.count(); i++) {
        for (int d = 0; d < dimensions; d++) {
          int to = d / half * half + (d % half * 5 + 3) % half;
          turned.set(i, to, d % 3 == 0 ? -learnt.field().get(i, d) : learnt.field().get(i, d));
        }
      }
      FeatureFile.write(new RunFolder(other).features(), document.original(), turned);
    }
    return other;
  }

  @Test
  void componentsAreLaidOutAtOnceOthersWhenAskedFor() {
    open();
    assertThat(points().embedding().method()).isEqualTo(EmbeddingMethod.PCA);
    assertThat(state().colours()).hasSize(points().count());
    int[] given = {0x123456, 0x654321};
    for (int point = 0; point < points().count(); point++) {
      int cluster = points().clusters()[point];
      if (cluster >= 0 && cluster < given.length) {
        assertThat(state().colours()[point]).isEqualTo(given[cluster]);
      }
    }
    controller.handle(new FeaturesIntent.Size(1_000));
    assertThat(points().count()).isEqualTo(1_000);
    controller.handle(new FeaturesIntent.Use(EmbeddingMethod.UMAP));
    assertThat(state().points()).isEmpty();
    assertThat(state().hint()).isNotEmpty();
    controller.handle(new FeaturesIntent.LayOut());
    assertThat(points().embedding().method()).isEqualTo(EmbeddingMethod.UMAP);
    assertThat(state().busy()).isFalse();
    assertThat(controller.describe(0)).contains("cosine");
    assertThat(failures).isEmpty();
  }

  @Test
  void pointsAndSceneFollowEachOther() {
    open();
    BitSet some = new BitSet();
    some.set(3, 40);
    controller.handle(new FeaturesIntent.Pick(some, Combination.REPLACE));
    GaussianSet selected = document.state().selection();
    assertThat(state().marked()).isEqualTo(some);
    BitSet more = new BitSet();
    more.set(50);
    controller.handle(new FeaturesIntent.Pick(more, Combination.ADD));
    some.set(50);
    assertThat(state().marked()).isEqualTo(some);
    controller.handle(new FeaturesIntent.Pick(more, Combination.REMOVE));
    assertThat(document.state().selection()).isEqualTo(selected);
    document.change("test", before -> before.withLevel(Level.FINE));
    assertThat(points().embedding().sample().level()).isEqualTo(Level.FINE);
    for (int point = 0; point < points().count(); point++) {
      assertThat(state().marked().get(point))
          .isEqualTo(selected.contains(points().gaussian(point)));
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void componentsMeetThoseOfAnotherRunAndThatIsKept() throws IOException {
    open();
    Path other = turnedRun();
    controller.handle(new FeaturesIntent.AlignTo(other));
    var target = document.components().orElseThrow().target().orElseThrow();
    assertThat(target.run()).isEqualTo("turned");
    assertThat(target.coarse().agreement()).isCloseTo(1, within(1e-4));
    assertThat(notices).anyMatch(notice -> notice.contains("turned") && notice.contains("100%"));
    assertThat(PcaFile.read(run.resolve(PcaFile.NAME)).orElseThrow().bases().target()).isPresent();
    try (LearntRun theirs = LearntRun.of(other, document.original())) {
      var there = PcaFile.of(other, theirs.field()).level(Level.FINE);
      var here = document.components().orElseThrow().level(Level.FINE);
      FeatureField field = document.run().orElseThrow().learnt().field();
      for (int i = 0; i < 100; i++) {
        for (int k = 0; k < 3; k++) {
          assertThat(here.colour(k, here.coordinate(field, i, 0, k)))
              .isCloseTo(there.colour(k, there.coordinate(theirs.field(), i, 0, k)), within(1e-3));
        }
      }
    }
    controller.handle(new FeaturesIntent.OwnComponents());
    assertThat(document.components().orElseThrow().target()).isEmpty();
    assertThat(PcaFile.read(run.resolve(PcaFile.NAME)).orElseThrow().bases().target()).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsNoRunOfTheSceneIsToldOf() {
    open();
    controller.handle(new FeaturesIntent.AlignTo(folder.resolve("nowhere")));
    assertThat(failures).hasSize(1).allMatch(InputException.class::isInstance);
    assertThat(document.components().orElseThrow().target()).isEmpty();
  }

  @Test
  void aDamagedBasisIsToldOfOnceAndTheOwnOneUsed() throws IOException {
    Files.writeString(run.resolve(PcaFile.NAME), "{\"version\": 1, \"coarse\": 3");
    open();
    document.change("test", before -> before.withLevel(Level.FINE));
    assertThat(notices).hasSize(1).allMatch(notice -> notice.contains(PcaFile.NAME));
    assertThat(points().count()).isPositive();
    assertThat(failures).isEmpty();
  }

  @Test
  void labelsThatAreNotThereAreToldOf() throws IOException {
    try (var files = Files.walk(folder.resolve("scene/clickgaussian/truth"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    open();
    controller.handle(new FeaturesIntent.Colour(Colouring.LABELS));
    assertThat(notices).hasSize(1);
    assertThat(state().labels()).isEmpty();
    controller.handle(new FeaturesIntent.Colour(Colouring.COMPONENTS));
    assertThat(state().colours()).hasSize(points().count());
    assertThat(failures).isEmpty();
  }
}
