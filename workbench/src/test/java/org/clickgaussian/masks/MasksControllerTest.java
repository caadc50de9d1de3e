package org.clickgaussian.masks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.ShownMasks;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.io.InputException;
import org.clickgaussian.mask.LeftOutViews;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.SegmentMap;
import org.clickgaussian.mask.TwoLevelMasks;
import org.clickgaussian.mask.format.LabelMapPng;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets, checks, previews and imports, without a window and without models. */
class MasksControllerTest {
  @TempDir private Path temporary;

  private MasksBench bench;
  private Path scene;
  private Path masks;

  @BeforeEach
  void copyScene() throws Exception {
    scene = TrainedScene.get().copy(temporary.resolve("scene"));
    masks = scene.resolve("clickgaussian/masks/simulated");
    bench = new MasksBench(temporary.resolve("models"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private SceneDocument openAndCheck() {
    SceneDocument document = bench.open(scene);
    bench.handle(new MasksIntent.Check());
    bench.until(() -> bench.state().idle());
    return document;
  }

  @Test
  void theSetsOfASceneAreListedAndShown() throws Exception {
    Files.createDirectories(scene.resolve("clickgaussian/masks/empty"));
    SceneDocument document = bench.open(scene);
    MasksState state = bench.state();
    assertThat(state.scene()).isEqualTo(new MasksState.Scene(true, 8, 8, false));
    assertThat(state.sets().entries()).extracting(MaskSetEntry::name).contains("empty");
    assertThat(state.sets().chosenEntry())
        .hasValueSatisfying(set -> assertThat(set.photos()).isEqualTo(8));
    assertThat(document.masks()).map(ShownMasks::folder).contains(masks);
    assertThat(state.making().models()).noneMatch(ModelChoice::ready);
    long version = document.masks().orElseThrow().version();
    bench.handle(new MasksIntent.Choose(masks));
    assertThat(document.masks().orElseThrow().version()).isGreaterThan(version);
    document.showMasks(scene.resolve("clickgaussian/masks/empty"));
    bench.until(() -> bench.state().sets().chosenEntry().filter(set -> !set.usable()).isPresent());
    bench.current.show(null);
    assertThat(bench.state().scene()).isEqualTo(MasksState.Scene.NONE);
    assertThat(bench.state().sets().entries()).isEmpty();
    assertThat(bench.tasks.failures).isEmpty();
  }

  @Test
  void badViewsAreFoundAndLeftOut() {
    // Horizontal stripes cannot be carried to any neighbour.
    int[] stripes = new int[TrainedScene.WIDTH * TrainedScene.HEIGHT];
    for (int p = 0; p < stripes.length; p++) {
      stripes[p] = 1 + p / TrainedScene.WIDTH / 3 % 9;
    }
    SegmentMap map = SegmentMap.dense(TrainedScene.WIDTH, TrainedScene.HEIGHT, stripes);
    Path other = scene.resolve("clickgaussian/masks/other");
    bench.answers.add(masks);
    bench.open(scene);
    bench.handle(new MasksIntent.Import(true));
    Path copy = scene.resolve("clickgaussian/masks/simulated-2");
    assertThat(bench.state().sets().chosen()).contains(copy);
    assertThat(bench.notices.getLast()).contains("8 photos");
    assertThat(other).doesNotExist();
    replace(copy, map);
    bench.handle(new MasksIntent.Choose(copy));
    bench.until(() -> bench.state().sets().chosenEntry().isPresent());
    bench.handle(new MasksIntent.Check());
    bench.until(() -> bench.state().idle());
    List<CheckRow> rows = CheckRow.all(bench.state().check());
    assertThat(rows).hasSize(8);
    CheckRow bad = rows.get(3);
    assertThat(bad.suspicious()).isTrue();
    assertThat(bad.remark()).contains("disagrees");
    assertThat(bad.agreement(Level.FINE)).isLessThan(rows.get(4).agreement(Level.FINE));
    bench.handle(new MasksIntent.LeaveOutSuspicious());
    assertThat(LeftOutViews.read(copy).has(bad.view())).isTrue();
    assertThat(CheckRow.all(bench.state().check()).get(3).leftOut()).isTrue();
    assertThat(bench.state().check().suspicious()).isEmpty();
    bench.handle(new MasksIntent.LeaveOut(bad.view(), false));
    assertThat(LeftOutViews.read(copy)).isEqualTo(LeftOutViews.NONE);
    assertThat(bench.tasks.failures).isEmpty();
  }

  private static void replace(Path masks, SegmentMap map) {
    try {
      Files.deleteIfExists(masks.resolve("view003.json"));
      Files.deleteIfExists(masks.resolve("view003.png"));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    LabelMapPng.write(masks, "view003", new TwoLevelMasks(map, map));
  }

  @Test
  void aChoiceThatCannotBeKeptIsNotShown() throws Exception {
    openAndCheck();
    Files.createDirectories(masks.resolve(LeftOutViews.NAME).resolve("in-the-way"));
    bench.handle(new MasksIntent.LeaveOut("view001", true));
    assertThat(bench.tasks.failures).singleElement().isInstanceOf(InputException.class);
  }

  @Test
  void aViewThatIsLookedAtIsFlownToAndPainted() {
    SceneDocument document = openAndCheck();
    bench.handle(new MasksIntent.Look("view002"));
    assertThat(bench.flights).containsExactly("view002 masks");
    bench.until(() -> !bench.previews.isEmpty());
    MaskPreview objects = bench.previews.getFirst();
    assertThat(objects.view()).isEqualTo("view002");
    assertThat(objects.image().width()).isEqualTo(TrainedScene.WIDTH);
    document.change("Level", state -> state.withLevel(Level.FINE));
    bench.until(() -> bench.previews.size() == 2);
    assertThat(bench.previews.getLast().words()).isNotEqualTo(objects.words());
    assertThat(bench.heat).isEmpty();
    bench.handle(new MasksIntent.ShowDisagreement(true));
    assertThat(bench.flights.getLast()).isEqualTo("view002 colour");
    bench.until(() -> bench.heat.isPresent());
    HeatMap heat = bench.heat.orElseThrow();
    assertThat(heat.view()).isEqualTo("view002");
    assertThat(heat.argb()).hasSize(TrainedScene.WIDTH * TrainedScene.HEIGHT).contains(0);
    bench.handle(new MasksIntent.Arrive("view005"));
    bench.until(() -> bench.heat.filter(map -> map.view().equals("view005")).isPresent());
    bench.handle(new MasksIntent.ShowDisagreement(false));
    bench.handle(new MasksIntent.Arrive("view006"));
    assertThat(bench.state().look().view()).contains("view005");
    assertThat(bench.heat).isEmpty();
    bench.current.show(null);
    assertThat(bench.state().look().preview()).isEmpty();
    assertThat(bench.tasks.failures).isEmpty();
  }

  @Test
  void theDisagreementOfTheViewInTheViewportIsShown() {
    bench.open(scene);
    bench.standing = Optional.of("view003");
    bench.handle(new MasksIntent.ShowDisagreement(true));
    bench.until(() -> bench.heat.filter(map -> map.view().equals("view003")).isPresent());
    assertThat(bench.flights).containsExactly("view003 colour");
  }

  @Test
  void whatIsNoMaskIsToldAndLeavesNothing() throws Exception {
    bench.open(scene);
    bench.answers.add(Files.writeString(temporary.resolve("letter.json"), "Dear madam"));
    bench.handle(new MasksIntent.Import(false));
    assertThat(bench.tasks.failures).singleElement().isInstanceOf(InputException.class);
    assertThat(scene.resolve("clickgaussian/masks/letter")).doesNotExist();
    bench.until(() -> bench.state().idle());
    bench.handle(new MasksIntent.Import(false));
    assertThat(bench.tasks.failures).hasSize(1);
  }

  @Test
  void withoutItsFilesAModelMakesNoMasks() throws Exception {
    bench.open(scene);
    bench.handle(new MasksIntent.OpenForm(true));
    assertThat(bench.state().making().model())
        .hasValueSatisfying(
            model -> assertThat(model.missing()).contains("mobile_sam_encoder.onnx"));
    bench.handle(new MasksIntent.Generate());
    assertThat(bench.tasks.failures.getFirst()).hasMessageContaining("mobile_sam_encoder.onnx");
    // Cut off on its way here.
    Path encoder = temporary.resolve("models/mobile_sam_encoder.onnx");
    Files.createDirectories(encoder.getParent());
    Files.write(encoder, new byte[1000]);
    Files.write(encoder.resolveSibling("sam_decoder_multi.onnx"), new byte[10]);
    bench.until(() -> bench.state().idle());
    bench.handle(new MasksIntent.Generate());
    assertThat(bench.tasks.failures.getLast())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(encoder.toString());
    bench.answers.add(Files.write(temporary.resolve("mobile_sam_encoder.onnx"), new byte[7]));
    bench.until(() -> bench.state().idle());
    bench.handle(new MasksIntent.InstallModel());
    assertThat(bench.tasks.failures).hasSize(3);
    assertThat(encoder).hasSize(1000);
  }

  @Test
  void aBareSplatWithoutModelsGetsItsViewsAndSaysWhatIsMissing() throws Exception {
    Path bare = Files.createDirectories(temporary.resolve("bare")).resolve("thing.ply");
    try (var files = Files.walk(scene.resolve("point_cloud"))) {
      Files.copy(files.filter(Files::isRegularFile).findFirst().orElseThrow(), bare);
    }
    bench.open(bare);
    assertThat(bench.state().scene().photos()).isZero();
    bench.handle(new MasksIntent.MakeClickable());
    bench.until(() -> bench.state().making().open());
    Path views = temporary.resolve("bare/thing-views");
    assertThat(bench.current.get()).map(SceneDocument::path).contains(views);
    assertThat(bench.current.get().orElseThrow().folder().views()).hasSize(3);
    assertThat(bench.notices.getLast()).contains(temporary.resolve("models").toString());
    assertThat(bench.trained).isEmpty();
    // Gone on with from the splat: its views are there.
    bench.open(bare);
    bench.handle(new MasksIntent.MakeClickable());
    bench.until(() -> bench.current.get().map(SceneDocument::path).equals(Optional.of(views)));
    assertThat(temporary.resolve("bare/thing-views-2")).doesNotExist();
    // Masks of any origin will do.
    bench.until(() -> bench.state().making().open() && bench.state().idle());
    SegmentMap map = SegmentMap.dense(64, 48, new int[64 * 48]);
    Path own = views.resolve("clickgaussian/masks/own");
    LabelMapPng.write(own, "view_001", new TwoLevelMasks(map, map));
    bench.handle(new MasksIntent.MakeClickable());
    bench.until(() -> !bench.trained.isEmpty());
    assertThat(bench.trained).containsExactly(own);
    assertThat(bench.tasks.failures).isEmpty();
  }
}
